// Dead letters: messages, jobs and work items that failed all attempts. An operator lists, retries or discards them.
import type { Database } from "../postgres/database.ts";
import { change, rows, sql, type Sql } from "../postgres/sql.ts";

export interface DeadLetter {
  messageId: string;
  name: string;
  attempts: number;
  lastError: string;
  parkedAt: Date;
}

export interface DeadJob {
  id: string;
  kind: string;
  key: string;
  attempts: number;
  lastError: string;
  givenUpAt: Date;
}

export async function listDeadLetters(database: Database): Promise<DeadLetter[]> {
  return rows(
    database.read(),
    sql`select message_id, name, attempts, last_error, parked_at from parked_message where retry_at is null order by parked_at`,
  );
}

export async function listDeadJobs(database: Database): Promise<DeadJob[]> {
  return rows(
    database.read(),
    sql`select id, kind, key, attempts, last_error, given_up_at from job where given_up_at is not null
        union all select id, kind, id::text, attempts, last_error, given_up_at from work_item where given_up_at is not null
        order by given_up_at`,
  );
}

/** Resets the attempts of dead letters (all, or one); returns their number. */
export async function replayDeadLetters(database: Database, id?: string): Promise<number> {
  return database.transaction((tx) =>
    change(
      tx,
      sql`update parked_message set attempts = 0, retry_at = now() where retry_at is null and (${id ?? null}::uuid is null or message_id = ${id ?? null}::uuid)`,
    ),
  );
}

/** The same for jobs and other work. */
export async function retryDeadJobs(database: Database, id?: string): Promise<number> {
  const which: Sql = sql`given_up_at is not null and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)`;
  return database.transaction(async (tx) => {
    const jobs = await change(
      tx,
      sql`update job set attempts = 0, run_at = app_now(), given_up_at = null where ${which}`,
    );
    // The call may have arrived: the intent must not be deleted as if it had no effect.
    const work = await change(
      tx,
      sql`update work_item set attempts = 1, due_at = app_now(), given_up_at = null where ${which}`,
    );
    return jobs + work;
  });
}

/** Deletes a message, job or work item; returns how many had this ID. */
export async function discard(database: Database, id: string): Promise<number> {
  return database.transaction(async (tx) => {
    const messages = await change(
      tx,
      sql`delete from parked_message where retry_at is null and message_id = ${id}::uuid`,
    );
    const jobs = await change(tx, sql`delete from job where given_up_at is not null and id = ${id}::uuid`);
    const work = await change(tx, sql`delete from work_item where given_up_at is not null and id = ${id}::uuid`);
    return messages + jobs + work;
  });
}
