// Ends exchanges. Before a payment is captured, its order claims the old tickets: from then on nothing else changes them. They are cancelled in the
// transaction that issues the new ones. So a buyer always has the old tickets or the new ones, and never both.
import { randomUUID } from "node:crypto";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { CreditMoved } from "../../../schema/messages/orders.ts";
import type { Exchange } from "../entities/exchange.ts";
import { amountDue, type Order } from "../entities/order.ts";
import { cancelDisputed } from "./cancel-disputed.ts";
import { cancelTickets } from "./cancel-tickets.ts";
import { addFunds, spend, type Fund } from "./order-funds.ts";
import { addSteps, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";
import { giveBackAtMost, requestRefunds } from "./refund-tickets.ts";
import { writeNotifications } from "./write-notifications.ts";

/** False if one of the tickets was used, refunded, transferred or claimed by another order since. The caller has locked both orders. */
export async function claimTickets(tx: Tx, orderId: string): Promise<boolean> {
  const claimed = await row<{ isWhole: boolean }>(
    tx,
    sql`with wanted as (
          select x.ticket_ids, o.buyer_id from exchange x join purchase o on o.id = x.from_order_id
          where x.order_id = ${orderId} and x.status = 'OPEN' and not o.is_frozen
        ), good as materialized (
          select t.id from ticket t join wanted w on t.id = any(w.ticket_ids)
          where t.status = 'VALID' and t.exchange_id is null and t.holder_id = w.buyer_id order by t.id for update of t
        ), whole as (
          select from wanted w where cardinality(w.ticket_ids) = (select count(*) from good)
        ), noted as (
          update exchange set status = 'CLAIMED' where order_id = ${orderId} and exists (select from whole)
        ), claimed as (
          update ticket set exchange_id = ${orderId} where id in (select id from good) and exists (select from whole) returning id
        )
        select exists (select from claimed) as is_whole`,
  );
  reach("tickets claimed for an exchange, not committed");
  return claimed!.isWhole;
}

interface Freed {
  orderId: string;
  /** Why the event of released tickets was cancelled; null if it takes place. */
  reason: string | null;
  /** Whether the order has lost a dispute since the tickets were claimed. */
  isLost: boolean;
}

/**
 * Ends the exchanges of orders that ended without tickets, and releases the old tickets. Those whose payment the bank has taken back are cancelled.
 * @returns orders of released tickets whose event has been cancelled, with the reason: they are to be refunded
 */
export async function endExchanges(
  tx: Tx,
  saga: SagaContext,
  ended: Pick<Order, "id" | "exchangedFrom">[],
): Promise<{ order: Order; reason: string }[]> {
  const ids = ended.flatMap(({ id, exchangedFrom }) => (exchangedFrom === null ? [] : [id]));
  if (ids.length === 0) return [];
  const freed = await rows<Freed>(
    tx,
    sql`with ended as (
          update exchange set status = 'ENDED', ended_at = date_trunc('milliseconds', app_now())
          where order_id = any(${ids}::uuid[]) and status in ('OPEN', 'CLAIMED') returning order_id, from_order_id, ticket_ids
        ), freed as (
          update ticket t set exchange_id = null from ended e where t.id = any(e.ticket_ids) and t.exchange_id = e.order_id returning t.order_id, t.event_id
        )
        select f.order_id, min(c.reason) as reason,
          exists (select from order_dispute d where d.order_id = f.order_id and d.lost_payment_id is not null) as is_lost
        from freed f left join cancelled_event c using (event_id) group by f.order_id order by f.order_id`,
  );
  reach("claims ended, not committed");
  const toRefund: { order: Order; reason: string }[] = [];
  for (const { orderId, reason, isLost } of freed) {
    const order = (await lockOrder(tx, orderId))!;
    if (isLost) await cancelDisputed(tx, saga, order, { name: uuid(), amount: 0 });
    else if (reason !== null) toRefund.push({ order, reason });
  }
  return toRefund;
}

/** Cancels the old tickets of an order whose tickets are issued, moves what they are worth to it, and refunds the rest. */
export async function settleExchange(tx: Tx, saga: SagaContext, order: Order): Promise<void> {
  const exchange = (await row<Exchange>(tx, sql`select * from exchange where order_id = ${order.id} for update`))!;
  const { fromOrderId, ticketIds, fees, worth, credit } = exchange;
  const origin = (await lockOrder(tx, fromOrderId))!;
  const cancellationId = randomUUID();
  const cancelled = await cancelTickets(tx, saga, origin, ticketIds, {
    name: cancellationId,
    reason: null,
    exchange: { orderId: order.id, fees },
  });
  if (cancelled.amount !== worth)
    throw new Error(`The tickets of exchange ${order.id} are not worth what was credited.`);
  // The bank may have taken the money since the claim.
  await giveBackAtMost.change(tx, { orderId: origin.id, status: cancelled.status, amount: worth });
  const { credits, refunds } = divided(await spend(tx, origin, worth), credit);
  await moveCredits(tx, { order, origin, credits });
  if (worth > credit) {
    const reason = `Tickets were exchanged for order ${order.number}.`;
    await requestRefunds(tx, origin, refunds, {
      refundId: cancellationId,
      reason,
      ticketIds,
      askedBy: exchange.askedBy,
    });
  }
  await writeNotifications(tx, saga, [
    {
      ...{ orderId: order.id, recipientId: order.buyerId, kind: "TICKETS_EXCHANGED" },
      ...{ ticketIds, amount: worth - credit, reason: origin.number },
    },
  ]);
  await addSteps(tx, [
    { orderId: origin.id, status: cancelled.status, note: `Tickets were exchanged for order ${order.number}.` },
  ]);
  await rows(
    tx,
    sql`update exchange set status = 'DONE', ended_at = date_trunc('milliseconds', app_now()) where order_id = ${order.id}`,
  );
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, origin.id));
  reach("tickets exchanged, not committed");
}

/** The first part of the money pays for the new order, and the rest goes back. */
function divided(funds: Fund[], credit: number): { credits: Fund[]; refunds: Fund[] } {
  const credits: Fund[] = [];
  const refunds: Fund[] = [];
  let left = credit;
  for (const { paymentId, amount } of funds) {
    const used = Math.min(amount, left);
    left -= used;
    // Also of nothing, so that a free order has a payment.
    if (used > 0 || credits.length === 0) credits.push({ paymentId, amount: used });
    if (amount > used) refunds.push({ paymentId, amount: amount - used });
  }
  return { credits, refunds };
}

interface Credited {
  order: Order;
  origin: Order;
  credits: Fund[];
}

/** Each credit is a payment of the new order. One that the buyer pays nothing for has the first as its own. */
async function moveCredits(tx: Tx, { order, origin, credits }: Credited): Promise<void> {
  const due = amountDue(order);
  const moved = (due > 0 ? credits.filter(({ amount }) => amount > 0) : credits).map(
    ({ paymentId, amount }, index) => ({
      creditId: due === 0 && index === 0 ? order.paymentId! : uuid(),
      fromPaymentId: paymentId,
      amount,
    }),
  );
  const { id: orderId, buyerId, organizationId, eventId, currency } = order;
  await publishMany(
    tx,
    CreditMoved,
    moved.map((credit) => ({
      key: orderId,
      body: { ...credit, orderId, fromOrderId: origin.id, buyerId, organizationId, eventId, currency },
    })),
  );
  if (order.credit === 0) return;
  const own = due > 0 ? [{ paymentId: order.paymentId!, amount: due }] : [];
  await addFunds(tx, orderId, [...own, ...moved.map(({ creditId, amount }) => ({ paymentId: creditId, amount }))]);
}
