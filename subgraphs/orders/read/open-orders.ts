// What an operator sees of orders that are not done: how many, where, and which are stuck.
import type { Database } from "../../../platform/database.ts";
import type { Metrics } from "../../../platform/metrics.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { JOBS } from "../commands/job-names.ts";
import { stuckOrders } from "./orders.ts";

export function observeOrders(
  { database, metrics }: { database: Database; metrics: Metrics },
  stuckSeconds: number,
): void {
  metrics.sampled("orders_open", "Orders that are not done, by what they wait for", ["state"], async () => {
    const found = await openOrders(database);
    return found.map(({ state, n }) => ({ labels: { state }, value: n }));
  });
  const help = "Orders that are in one step of being settled for too long";
  metrics.sampled("orders_stuck", help, [], async () => [
    { value: (await stuckOrders(database, stuckSeconds, { first: 1 })).totalCount },
  ]);
}

/** By what ends each of them, for whichever of these states an order is in, it has just that job; and by indexes alone. */
function openOrders(database: Database): Promise<{ state: string; n: number }[]> {
  return rows(
    database.read(),
    sql`select 'AWAITING_PAYMENT' as state, count(*)::int as n from job where kind = ${JOBS.expire}
        union all select 'IN_REVIEW', count(*)::int from job where kind = ${JOBS.reviewOverdue}
        union all select phases.name, count(p.id)::int from (values ('ASSESSING'), ('SELLING'), ('CAPTURING')) phases(name)
          left join purchase p on p.phase = phases.name group by phases.name`,
  );
}
