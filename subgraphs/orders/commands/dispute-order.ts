// Disputes by the buyer's bank. An open dispute freezes the order's tickets; a lost one cancels them and releases their seats.
// Idempotent: messages may arrive twice and in any order.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import type { OrderStatus } from "../schema.generated.ts";
import { advanceOrder } from "./advance-orders.ts";
import { addSteps, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";
import { cancelTickets, liveTickets } from "./cancel-tickets.ts";

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

const endOnce = statement((db, { disputeId, orderId }: Dispute) =>
  db
    .insertInto("order_dispute")
    .values({ id: disputeId, orderId, hasEnded: true })
    .onConflict((known) =>
      known.column("id").doUpdateSet({ hasEnded: true }).where("order_dispute.hasEnded", "=", false),
    ),
);

/** Capped, because a refund requested during the dispute is already counted, though the provider may have refused it. */
const giveBack = statement((db, of: { orderId: string; status: OrderStatus; amount: number }, { sql }) =>
  db
    .updateTable("purchase")
    .set((order) => ({
      status: of.status,
      phase: null,
      refunded: sql<number>`least(${order.ref("total")}, ${order("refunded", "+", of.amount)})`,
    }))
    .where("id", "=", of.orderId),
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
  if ((await endOnce.change(tx, { disputeId, orderId })) === 0) return;
  await refreeze(tx, saga, orderId);
  if (!isLost)
    return addSteps(tx, [{ orderId, status: order.status, note: "The dispute was won: the tickets are valid again." }]);
  const { status } = await cancelTickets(tx, saga, order, await liveTickets(tx, orderId), {
    name: disputeId,
    reason: null,
  });
  await giveBack.change(tx, { orderId, status, amount });
  await addSteps(tx, [
    { orderId, status: status, note: "The dispute was lost: the bank returned the money to the buyer." },
  ]);
}

async function refreeze(tx: Tx, saga: SagaContext, orderId: string): Promise<void> {
  await freezeByDisputes.change(tx, { orderId });
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, orderId));
}
