// The refunded amount of a payment, and the status that follows from it.
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const refundedMore = statement((db, { paymentId, amount }: { paymentId: string; amount: number }) =>
  db
    .updateTable("payment")
    .set((of) => {
      const refunded = of("refunded", "+", amount);
      const status = of
        .case(refunded)
        .when(of.ref("amount").$notNull())
        .then("REFUNDED" as const)
        .when(0)
        .then("SUCCEEDED" as const)
        .else("PARTIALLY_REFUNDED" as const)
        .end();
      return { refunded, status };
    })
    .where("id", "=", paymentId),
);

/** Adds to the refunded amount; a negative amount reverses a refund. */
export async function addRefunded(tx: Tx, paymentId: string, amount: number): Promise<void> {
  await refundedMore.change(tx, { paymentId, amount });
}
