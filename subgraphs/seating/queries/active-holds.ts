// How many holds keep seats, for who looks after the system. In SQL, for idle processes are asked it too: they go without the 40 MB of MikroORM.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

/** By the index that expiry uses, which holds nothing but these. */
export async function countActiveHolds(database: Database): Promise<number> {
  const found = await row<{ n: number }>(
    database.read(),
    sql`select count(*)::int as n from hold where status = 'ACTIVE'`,
  );
  return found?.n ?? 0;
}
