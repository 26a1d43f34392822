// Retention: rows that expire, and would otherwise fill a table. Each such table has a policy here or in its subgraph; rows of other tables
// are permanent.
import type { Database } from "../postgres/database.ts";
import type { RecurringJob } from "./jobs.ts";
import { change, rawSql, rows, sql } from "../postgres/sql.ts";
import type { Session } from "../postgres/session.ts";

export interface KeptRows {
  table: string;
  /** Which of its rows, for how long, in words. */
  policy: string;
  /** Deletes at most this many rows, found by an index; returns their number. */
  forget(database: Database, atMost: number): Promise<number>;
}

const EVERY_MS = 10 * 60 * 1_000;
/** Rows deleted in one transaction, so that locks are short. */
const BATCH = 1_000;

export function forgetting({ table, forget }: KeptRows): RecurringJob {
  return {
    name: `forget what was kept in ${table}`,
    every: { ms: EVERY_MS },
    run: async (database) => {
      let forgotten = 0;
      for (let some = BATCH; some === BATCH; forgotten += some) some = await forget(database, BATCH);
      return forgotten;
    },
  };
}

/** Rows older than this, by a column with an index. */
export const keptFor = (table: string, since: string, age: string): KeptRows => ({
  table,
  policy: `for ${age}`,
  forget: (database, atMost) => {
    const [from, at] = [rawSql(table), rawSql(since)];
    return change(
      database.read(),
      sql`delete from ${from} where ctid in (
            select ctid from ${from} where ${at} < now() - ${age}::interval order by ${at} limit ${atMost} for update skip locked)`,
    );
  },
});

/** Clients are promised 24 hours; payment providers typically keep keys for a month. */
export const keptKeys = keptFor("idempotency_key", "created_at", "30 days");

export interface TableSize {
  table: string;
  /** Estimate of PostgreSQL's statistics; negative if there are none. */
  rows: number;
  bytes: number;
}

/** Largest first; without the outbox, which has its own report. */
export function tableSizes(session: Session): Promise<TableSize[]> {
  return rows(
    session,
    sql`select relname as table, reltuples::float8 as rows, pg_total_relation_size(oid) as bytes from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and not starts_with(relname, 'outbox') order by bytes desc, relname`,
  );
}
