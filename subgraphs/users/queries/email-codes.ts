// The mailed code that a session has asked for.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { EmailCode } from "../entities/email-code.ts";

export async function findOpenCode(database: Database, userId: string, sessionId: string): Promise<EmailCode | null> {
  const found = await row<EmailCode>(
    database.read(),
    sql`select id, expires_at from email_code
        where user_id = ${userId} and session_id = ${sessionId} and ended_at is null and expires_at > app_now()`,
  );
  return found ?? null;
}
