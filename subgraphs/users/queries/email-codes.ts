// Open code that a session has requested.
import type { Database } from "../../../platform/postgres/database.ts";
import type { EmailCode } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";

interface Asked {
  userId: string;
  sessionId: string;
}

const openCode = statement((db, { userId, sessionId }: Asked, { sql }) =>
  db
    .selectFrom("email_code")
    .select(["id", "expiresAt"])
    .where("userId", "=", userId)
    .where("purpose", "=", "VERIFY")
    .where("sessionId", "=", sessionId)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`),
);

export async function findOpenCode(database: Database, asked: Asked): Promise<EmailCode | null> {
  return (await openCode.row(database.read(), asked)) ?? null;
}
