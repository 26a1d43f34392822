// Tickets whose money goes back, and what becomes of the refund.
import { randomUUID } from "node:crypto";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { RefundRequested } from "../../../schema/messages/orders.ts";
import type { Order } from "../entities/order.ts";
import { addSteps, cancellationTopic, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";
import { cancelTickets } from "./cancel-tickets.ts";

/** The tickets die, the money goes back, and the seats go on sale again; the caller has checked that this may be. */
export async function refundTickets(
  tx: Tx,
  saga: SagaContext,
  order: Order,
  ticketIds: string[],
  reason: string,
  askedBy: string | null,
  cancelledEventId: string | null = null,
): Promise<string> {
  const refundId = randomUUID();
  const { amount, status } = await cancelTickets(tx, saga, order, ticketIds, { name: refundId, reason });
  await rows(
    tx,
    sql`update purchase set status = ${status}, phase = null, refunded = refunded + ${amount} where id = ${order.id}`,
  );
  await rows(
    tx,
    sql`insert into refund (id, order_id, amount, reason, ticket_ids, asked_by, cancelled_event_id)
        values (${refundId}, ${order.id}, ${amount}, ${reason}, ${ticketIds}::uuid[], ${askedBy}::uuid, ${cancelledEventId}::uuid)`,
  );
  await addSteps(tx, [{ orderId: order.id, status, note: reason }]);
  await publish(tx, RefundRequested, order.id, {
    refundId,
    orderId: order.id,
    paymentId: order.paymentId!,
    amount,
    reason,
  });
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, order.id));
  return refundId;
}

/**
 * What payments says of a refund. If it failed, the money is still with us: the buyer sees why, and the box office tries again. Messages may
 * come in any order: one of an earlier try, or that a try was done which has failed since, is old news.
 */
export async function noteRefund(
  tx: Tx,
  saga: SagaContext,
  { orderId, refundId, attempt = null }: { orderId: string; refundId: string; attempt?: number | null | undefined },
  failureCode: string | null,
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const status = failureCode === null ? "DONE" : "FAILED";
  const refund = await row<{ cancelledEventId: string | null }>(
    tx,
    sql`update refund set status = ${status}, attempt = coalesce(${attempt}::int, attempt)
        where id = ${refundId} and coalesce((${attempt}::int, ${failureCode !== null}) > (attempt, status = 'FAILED'), status <> ${status})
        returning cancelled_event_id`,
  );
  if (!order || !refund) return;
  if (failureCode !== null)
    await addSteps(tx, [
      {
        orderId,
        status: order.status,
        note: `A refund failed (${failureCode}). The box office will handle it.`,
      },
    ]);
  const { cancelledEventId } = refund;
  afterCommit(tx, () => {
    saga.notifier.notify(ORDERS_TOPIC, orderId);
    if (cancelledEventId !== null) saga.notifier.notify(cancellationTopic(cancelledEventId));
  });
}
