// Metrics of open orders and of stuck ones. SQL, because work items are the platform's table and not an entity. Idle processes run this
// every 15 seconds: they save the 40 MB of MikroORM.
import type { Database } from "../../../platform/postgres/database.ts";
import type { Metrics } from "../../../platform/http/metrics.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { ORDER_WORK } from "../job-names.ts";

export function observeOrders(
  { database, metrics }: { database: Database; metrics: Metrics },
  stuckSeconds: number,
): void {
  metrics.sampled("orders_open", "Open orders, by awaited step", ["state"], async () => {
    const found = await openOrders(database);
    return found.map(({ state, n }) => ({ labels: { state }, value: n }));
  });
  const help = "Stuck orders: too long in one step of settlement";
  metrics.sampled("orders_stuck", help, [], async () => [{ value: await countStuckOrders(database, stuckSeconds) }]);
}

/** Each open order has a work item, so the history of orders needs no index for this. */
function openOrders(database: Database): Promise<{ state: string; n: number }[]> {
  return rows(
    database.read(),
    sql`select states.name as state, count(p.id)::int as n
        from (values ('AWAITING_PAYMENT'), ('IN_REVIEW'), ('ASSESSING'), ('SELLING'), ('CAPTURING')) states(name)
          left join (work_item w join purchase p on p.id = w.id and w.kind = ${ORDER_WORK}) on coalesce(p.phase, p.status) = states.name
        group by states.name`,
  );
}

/** Number of orders that stay in one step of settlement for too long. */
export async function countStuckOrders(database: Database, stuckSeconds: number): Promise<number> {
  const found = await row<{ n: number }>(
    database.read(),
    sql`select count(*)::int as n from purchase
        where id = any(array(select id from work_item where kind = ${ORDER_WORK}))
          and phase is not null and waiting_since < app_now() - ${`${stuckSeconds} s`}::interval and status <> 'PLACING'`,
  );
  return found!.n;
}
