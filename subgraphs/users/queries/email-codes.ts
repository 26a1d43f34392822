// Open code that a session has requested.
import type { Database } from "../../../platform/postgres/database.ts";
import type { EmailCode } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";

const openCode = statement((db, { userId, sessionId }: { userId: string; sessionId: string }, { sql }) =>
  db
    .selectFrom("email_code")
    .select(["id", "expiresAt"])
    .where("userId", "=", userId)
    .where("sessionId", "=", sessionId)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`),
);

export async function findOpenCode(database: Database, userId: string, sessionId: string): Promise<EmailCode | null> {
  return (await openCode.row(database.read(), { userId, sessionId })) ?? null;
}
