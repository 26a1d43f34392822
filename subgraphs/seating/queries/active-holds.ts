// Number of active holds, for operators. Raw SQL: idle processes report it too, and should not load MikroORM (40 MB).
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

/** Uses the partial index of the sweep, which contains only active holds. */
export async function countActiveHolds(database: Database): Promise<number> {
  const found = await row<{ n: number }>(
    database.read(),
    sql`select count(*)::int as n from hold where status = 'ACTIVE'`,
  );
  return found?.n ?? 0;
}
