// Second factors as their person sees them.
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const totp = statement((db, { userId }: { userId: string }) =>
  db.selectFrom("totp").select("id").where("userId", "=", userId).where("confirmedAt", "is not", null),
);

export async function hasTotp(database: Database, userId: string): Promise<boolean> {
  return (await totp.row(database.read(), { userId })) !== undefined;
}

const codes = statement((db, { userId }: { userId: string }) =>
  db.selectFrom("recovery_code").select("codeHash").where("userId", "=", userId).where("usedAt", "is", null),
);

export function countRecoveryCodes(database: Database, userId: string): Promise<number> {
  return codes.count(database.read(), { userId });
}
