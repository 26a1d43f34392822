// Rows that PostgreSQL reads for a query, by table: the number must not grow with history.
import type { Database } from "../platform/postgres/database.ts";
import { rows, sql } from "../platform/postgres/sql.ts";

/** Passes `work` a database whose reads are counted. Tables of which nothing was read are left out. */
export async function rowsRead(
  database: Database,
  work: (counted: Database) => Promise<unknown>,
): Promise<Record<string, number>> {
  return database.transaction(async (tx) => {
    // May include earlier reads of the connection.
    const count = async () =>
      rows<{ name: string; count: number }>(
        tx,
        sql`select relname as name, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as count from pg_stat_xact_user_tables`,
      );
    const before = new Map((await count()).map((table) => [table.name, table.count]));
    await work({ ...database, read: () => tx, reading: (read) => read(tx) });
    const read = (await count()).map((table) => [table.name, table.count - (before.get(table.name) ?? 0)] as const);
    return Object.fromEntries(read.filter(([, rowCount]) => rowCount > 0));
  });
}
