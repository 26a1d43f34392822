// The buyer's bank wants the money back. Until it is decided nobody enters with the tickets; if it is lost they die and
// the seats go back on sale. What is heard twice, or the end before the beginning, comes to the same.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { advanceOrder } from "./advance-orders.ts";
import { addSteps, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";
import { cancelTickets, liveTickets } from "./cancel-tickets.ts";

export async function freezeOrder(tx: Tx, saga: SagaContext, orderId: string, disputeId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (!order) return;
  const isNew = await change(
    tx,
    sql`insert into order_dispute (id, order_id, has_ended) values (${disputeId}, ${orderId}, false) on conflict do nothing`,
  );
  if (isNew === 0) return;
  await refreeze(tx, saga, orderId);
  if (!order.isFrozen)
    await addSteps(tx, [{ orderId, status: order.status, note: "The buyer's bank disputes the payment." }]);
}

/** `amount`: what has gone back to the buyer; 0 unless the dispute was lost. */
export async function endDispute(
  tx: Tx,
  saga: SagaContext,
  orderId: string,
  dispute: { paymentId: string; disputeId: string; isLost: boolean; amount: number },
): Promise<void> {
  const { paymentId, disputeId, isLost, amount } = dispute;
  // Only money that was taken can be disputed, though the message that says so may come later.
  await advanceOrder(tx, saga, orderId, { type: "PaymentCaptured", paymentId });
  const order = await lockOrder(tx, orderId);
  if (!order) return;
  const ended = await change(
    tx,
    sql`insert into order_dispute as d (id, order_id, has_ended) values (${disputeId}, ${orderId}, true)
        on conflict (id) do update set has_ended = true where not d.has_ended`,
  );
  if (ended === 0) return;
  await refreeze(tx, saga, orderId);
  if (!isLost)
    return addSteps(tx, [{ orderId, status: order.status, note: "The dispute was won: the tickets are valid again." }]);
  const { status } = await cancelTickets(tx, saga, order, await liveTickets(tx, orderId), {
    name: disputeId,
    reason: null,
  });
  // A refund that was asked for while the dispute was open is counted already, though the provider may have refused it.
  await rows(
    tx,
    sql`update purchase set status = ${status}, phase = null, refunded = least(total, refunded + ${amount}) where id = ${orderId}`,
  );
  await addSteps(tx, [
    { orderId, status: status, note: "The dispute was lost: the bank returned the money to the buyer." },
  ]);
}

async function refreeze(tx: Tx, saga: SagaContext, orderId: string): Promise<void> {
  await rows(
    tx,
    sql`update purchase set is_frozen = exists (select 1 from order_dispute where order_id = ${orderId} and not has_ended) where id = ${orderId}`,
  );
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, orderId));
}
