// Messages that failed every try: listed, and given their tries again, by a person.
import type { Database } from "./database.ts";
import { change, rows, sql } from "./sql.ts";

export interface DeadLetter {
  messageId: string;
  name: string;
  attempts: number;
  lastError: string;
  parkedAt: Date;
}

export async function listDeadLetters(database: Database): Promise<DeadLetter[]> {
  return rows(
    database.read(),
    sql`select message_id, name, attempts, last_error, parked_at from parked_message where retry_at is null order by parked_at`,
  );
}

/** Gives dead letters (all, or one) their tries again; says how many. */
export async function replayDeadLetters(database: Database, messageId?: string): Promise<number> {
  return database.transaction((tx) =>
    change(
      tx,
      sql`update parked_message set attempts = 0, retry_at = now() where retry_at is null and (${messageId ?? null}::uuid is null or message_id = ${messageId ?? null}::uuid)`,
    ),
  );
}
