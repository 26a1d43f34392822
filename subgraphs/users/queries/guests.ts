// Guests by address.
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import { emailKey } from "../entities/user.ts";

const guestOf = statement((db, { key }: { key: string }) =>
  db.selectFrom("app_user").select("id").where("guestKey", "=", key).where("status", "=", "ACTIVE").limit(1),
);

export async function hasGuests(database: Database, email: string): Promise<boolean> {
  return (await guestOf.row(database.read(), { key: emailKey(email) })) !== undefined;
}
