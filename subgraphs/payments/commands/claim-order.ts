// What orders says that an order's money should be: kept for the check of the books, which asks nobody.
import type { Tx } from "../../../platform/database.ts";
import { rows, sql } from "../../../platform/sql.ts";

export async function claimOrder(
  tx: Tx,
  orderId: string,
  claim: { status: "CONFIRMED" | "ENDED"; total: number | null },
): Promise<void> {
  await rows(
    tx,
    sql`insert into order_claim (order_id, status, total) values (${orderId}, ${claim.status}, ${claim.total})
        on conflict (order_id) do update set status = excluded.status, total = excluded.total, changed_at = now()
        where (order_claim.status, order_claim.total) is distinct from (excluded.status, excluded.total)`,
  );
}
