// What orders says that the money of orders should be: kept for the check of the books, which asks nobody.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

export interface OrderClaim {
  orderId: string;
  status: "CONFIRMED" | "ENDED";
  total: number | null;
}

/** Of several about one order the last one counts. */
export async function recordExpectedTotals(tx: Tx, claims: OrderClaim[]): Promise<void> {
  const last = [...new Map(claims.map((claim) => [claim.orderId, claim])).values()];
  const of = <Name extends keyof OrderClaim>(name: Name) => last.map((claim) => claim[name]);
  await rows(
    tx,
    sql`insert into order_claim (order_id, status, total)
        select * from unnest(${of("orderId")}::uuid[], ${of("status")}::text[], ${of("total")}::int[]) as c(order_id, status, total) order by order_id
        on conflict (order_id) do update set status = excluded.status, total = excluded.total, changed_at = now()
        where (order_claim.status, order_claim.total) is distinct from (excluded.status, excluded.total)`,
  );
}
