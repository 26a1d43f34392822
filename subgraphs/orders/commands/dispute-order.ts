// Disputes by the buyer's bank. An open dispute freezes the order's tickets; a lost one cancels them and releases their seats.
// Idempotent: messages may arrive twice and in any order.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import { advanceOrder } from "./advance-orders.ts";
import { cancelDisputed } from "./cancel-disputed.ts";
import { addSteps, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";

interface Dispute {
  disputeId: string;
  orderId: string;
}

const beginOnce = statement((db, { disputeId, orderId }: Dispute) =>
  db
    .insertInto("order_dispute")
    .values({ id: disputeId, orderId, hasEnded: false })
    .onConflict((known) => known.doNothing()),
);

const endOnce = statement((db, { disputeId, orderId, lostPaymentId }: Dispute & { lostPaymentId: string | null }) =>
  db
    .insertInto("order_dispute")
    .values({ id: disputeId, orderId, hasEnded: true, lostPaymentId })
    .onConflict((known) =>
      known.column("id").doUpdateSet({ hasEnded: true, lostPaymentId }).where("order_dispute.hasEnded", "=", false),
    ),
);

const freezeByDisputes = statement((db, { orderId }: { orderId: string }) =>
  db
    .updateTable("purchase")
    .set(({ exists, selectFrom }) => ({
      isFrozen: exists(
        selectFrom("order_dispute as d")
          .select("d.id")
          .where("d.orderId", "=", orderId)
          .where("d.hasEnded", "=", false),
      ).$castTo<boolean>(),
    }))
    .where("id", "=", orderId),
);

export async function freezeOrder(tx: Tx, saga: SagaContext, orderId: string, disputeId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (!order) return;
  if ((await beginOnce.change(tx, { disputeId, orderId })) === 0) return;
  await refreeze(tx, saga, orderId);
  if (!order.isFrozen)
    await addSteps(tx, [{ orderId, status: order.status, note: "The buyer's bank disputes the payment." }]);
}

/** `amount`: money returned to the buyer; 0 unless the dispute was lost. */
export async function endDispute(
  tx: Tx,
  saga: SagaContext,
  orderId: string,
  dispute: { paymentId: string; disputeId: string; isLost: boolean; amount: number },
): Promise<void> {
  const { paymentId, disputeId, isLost, amount } = dispute;
  // Only captured payments can be disputed; the message about the capture may arrive later.
  await advanceOrder(tx, saga, orderId, { type: "PaymentCaptured", paymentId });
  const order = await lockOrder(tx, orderId);
  if (!order) return;
  const lostPaymentId = isLost ? paymentId : null;
  if ((await endOnce.change(tx, { disputeId, orderId, lostPaymentId })) === 0) return;
  await refreeze(tx, saga, orderId);
  if (!isLost)
    return addSteps(tx, [{ orderId, status: order.status, note: "The dispute was won: the tickets are valid again." }]);
  await cancelDisputed(tx, saga, order, { name: disputeId, amount });
}

async function refreeze(tx: Tx, saga: SagaContext, orderId: string): Promise<void> {
  await freezeByDisputes.change(tx, { orderId });
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, orderId));
}
