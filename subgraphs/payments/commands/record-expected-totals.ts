// Outcomes and totals of orders, from messages. Reconciliation compares payments with them without a call to orders.
import type { Tx } from "../../../platform/postgres/database.ts";
import { unnested } from "../../../platform/postgres/statements.ts";
import { statement } from "../entities/tables.ts";

export interface OrderClaim {
  orderId: string;
  status: "CONFIRMED" | "ENDED";
  total: number | null;
}

interface Claims {
  orderIds: string[];
  statuses: OrderClaim["status"][];
  totals: OrderClaim["total"][];
}

const lastClaims = statement((db, of: Claims, building) =>
  db
    .insertInto("order_claim")
    .columns(["orderId", "status", "total"])
    .expression(
      db
        .selectFrom(
          unnested(building, "claim", {
            order: ["uuid", of.orderIds],
            status: ["text", of.statuses],
            total: ["int", of.totals],
          }),
        )
        .select(["claim.order", "claim.status", "claim.total"])
        .orderBy("claim.order"),
    )
    .onConflict((known) =>
      known
        .column("orderId")
        .doUpdateSet((news) => ({
          status: news.ref("excluded.status"),
          total: news.ref("excluded.total"),
          changedAt: news.fn<Date>("now", []),
        }))
        .where((news) =>
          news(
            news.refTuple("order_claim.status", "order_claim.total"),
            "is distinct from",
            news.refTuple("excluded.status", "excluded.total"),
          ),
        ),
    ),
);

/** The last claim about an order wins. */
export async function recordExpectedTotals(tx: Tx, claims: OrderClaim[]): Promise<void> {
  const last = [...new Map(claims.map((claim) => [claim.orderId, claim])).values()];
  const of = <Name extends keyof OrderClaim>(name: Name) => last.map((claim) => claim[name]);
  await lastClaims.change(tx, { orderIds: of("orderId"), statuses: of("status"), totals: of("total") });
}
