// Takes an order one step on: the saga decides, and its step, its history and its effects are one transaction.
// The order's row is locked first, so that two occurrences at once are decided one after the other.
import { randomUUID } from "node:crypto";
import { afterCommit, type Tx } from "../../../platform/database.ts";
import { schedule, unschedule } from "../../../platform/jobs.ts";
import { publish } from "../../../platform/outbox.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import {
  CaptureRequested,
  OrderConfirmed,
  OrderEnded,
  OrderPaid,
  RefundRequested,
  VoidRequested,
} from "../../../schema/messages/orders.ts";
import { selectOrders, type Order } from "../entities/order.ts";
import { cancelTickets, liveTickets } from "./cancel-tickets.ts";
import { next, type Effect, type Next, type Occurrence } from "../saga.ts";
import { JOBS } from "./job-names.ts";
import { writeLetter, type Writing } from "./write-letter.ts";
import { ticketIdOf } from "./ticket-ids.ts";

export interface Deadlines {
  assessmentSeconds: number;
  reviewSeconds: number;
}

export interface Saga extends Writing {
  hints: Hints;
  deadlines: Deadlines;
}

/** What risk is told of a payment. */
interface PaidWith {
  card: { fingerprint: string; riskLevel: "normal" | "elevated" | "highest" };
  network?: string | undefined;
}

export async function lockOrder(tx: Tx, orderId: string): Promise<Order | undefined> {
  return row<Order>(tx, sql`${selectOrders(sql`o.id = ${orderId}::uuid`)} for update`);
}

/** Who follows how the cancellation of an event goes on. */
export function cancellationTopic(eventId: string): string {
  return `cancellation:${eventId}`;
}

export function orderTopic(orderId: string): string {
  return `order:${orderId}`;
}

/** False if the occurrence changed nothing, also for an order that is unknown. */
export async function advanceOrder(
  tx: Tx,
  saga: Saga,
  orderId: string,
  occurrence: Occurrence,
  paidWith?: PaidWith,
): Promise<boolean> {
  const order = await lockOrder(tx, orderId);
  const step = order && next(order, occurrence);
  if (!order || !step) return false;
  await record(tx, saga, order, step);
  for (const effect of step.effects) await carryOut(tx, saga, { ...order, ...step }, effect, paidWith);
  return true;
}

const isAwaitingReview = ({ status, phase }: Pick<Next, "status" | "phase">) =>
  status === "IN_REVIEW" && phase === null;

async function record(tx: Tx, saga: Saga, order: Order, step: Next): Promise<void> {
  await rows(
    tx,
    sql`update purchase set waiting_since = case when status = ${step.status} and phase is not distinct from ${step.phase} then waiting_since else app_now() end,
          status = ${step.status}, phase = ${step.phase}, payment_id = ${step.paymentId}, event_cancelled = ${step.eventCancelled},
          expires_at = case when status = ${step.status} and phase is not distinct from ${step.phase} then expires_at
                            when ${isAwaitingReview(step)} then date_trunc('milliseconds', app_now()) + ${`${saga.deadlines.reviewSeconds} s`}::interval end
        where id = ${order.id}`,
  );
  // What is not waited for any more has no deadline.
  if (order.status === "AWAITING_PAYMENT" && step.status !== order.status) await unschedule(tx, JOBS.expire, order.id);
  if (order.phase === "ASSESSING" && step.phase !== "ASSESSING") await unschedule(tx, JOBS.assessmentOverdue, order.id);
  if (isAwaitingReview(order) && !isAwaitingReview(step)) await unschedule(tx, JOBS.reviewOverdue, order.id);
  if (step.status !== order.status || step.note !== null)
    await addStep(tx, order.id, step.status, step.note, step.isInternal);
  if (step.status === "CANCELLED" || step.status === "EXPIRED" || step.status === "DECLINED") {
    if (step.status !== order.status) {
      await publish(tx, OrderEnded, order.id, { orderId: order.id, status: step.status });
      // Whoever has not paid knows why nothing came of it.
      if (order.status !== "AWAITING_PAYMENT")
        await writeLetter(tx, saga, { orderId: order.id, recipientId: order.buyerId, kind: "ORDER_ENDED" });
    }
  }
  afterCommit(tx, () => saga.hints.send(orderTopic(order.id)));
}

export async function addStep(
  tx: Tx,
  orderId: string,
  status: string,
  note: string | null,
  isInternal = false,
): Promise<void> {
  await rows(
    tx,
    sql`insert into order_step (order_id, no, at, status, note, is_internal)
        select ${orderId}::uuid, count(*) + 1, greatest(date_trunc('milliseconds', clock_timestamp()), max(at)), ${status}, ${note}, ${isInternal} from order_step where order_id = ${orderId}::uuid`,
  );
}

async function carryOut(
  tx: Tx,
  saga: Saga,
  order: Order,
  effect: Effect,
  paidWith: PaidWith | undefined,
): Promise<void> {
  const { id: orderId, paymentId } = order;
  const due = (kind: string, inSeconds: number) => schedule(tx, "orders", kind, orderId, { orderId }, { inSeconds });
  switch (effect.type) {
    case "AskForAssessment": {
      const { buyerId, organizationId, eventId, total, currency } = order;
      const items = await row<{ n: number }>(
        tx,
        sql`select count(*)::int as n from order_item where order_id = ${orderId}`,
      );
      await due(JOBS.assessmentOverdue, saga.deadlines.assessmentSeconds);
      return publish(tx, OrderPaid, orderId, {
        orderId,
        buyerId,
        organizationId,
        eventId,
        paymentId: paymentId!,
        amount: total,
        currency,
        seatCount: items?.n ?? 1,
        card: paidWith?.card ?? { fingerprint: "unknown", riskLevel: "normal" },
        network: paidWith?.network,
      });
    }
    case "AwaitReview":
      return due(JOBS.reviewOverdue, saga.deadlines.reviewSeconds);
    case "SellSeats":
      return due(JOBS.sell, 0);
    case "ReleaseSeats":
      return schedule(tx, "orders", JOBS.release, orderId, { orderId, seatIds: null });
    case "Capture":
      return publish(tx, CaptureRequested, orderId, { orderId, paymentId: paymentId! });
    case "Void":
      return publish(tx, VoidRequested, orderId, { orderId, paymentId: effect.paymentId });
    case "EndPaymentLease":
      return void (await rows(
        tx,
        sql`update purchase set payment_id = null, payment_lease_until = null where id = ${orderId} and payment_id = ${effect.paymentId}`,
      ));
    case "IssueTickets":
      return issueTickets(tx, saga, order);
    case "RefundAll":
      return refundAll(tx, saga, order, effect.reason);
  }
}

/** One ticket a seat, in the transaction that confirms the order; their ids follow from order and seat, so there is never a second. */
async function issueTickets(tx: Tx, saga: Saga, order: Order): Promise<void> {
  const items = await rows<{ position: number; price: number }>(
    tx,
    sql`select position, price from order_item where order_id = ${order.id} order by position`,
  );
  await rows(
    tx,
    sql`insert into ticket (id, order_id, position, event_id, organization_id, holder_id, holder_name, status, price, created_at)
        select id, ${order.id}, position, ${order.eventId}, ${order.organizationId}, ${order.buyerId}, name, 'VALID', price, date_trunc('milliseconds', now())
        from unnest(${items.map(({ position }) => ticketIdOf(order.id, position))}::uuid[], ${items.map(({ position }) => position)}::int[],
                    ${items.map(({ position }) => order.names[position] ?? null)}::text[], ${items.map(({ price }) => price)}::int[]) as t(id, position, name, price)
        on conflict do nothing`,
  );
  const { id: orderId, buyerId, organizationId, eventId, total, currency } = order;
  const confirmed = { orderId, buyerId, organizationId, eventId, total, currency, tickets: items.length };
  await publish(tx, OrderConfirmed, orderId, { ...confirmed, confirmedAt: new Date().toISOString() });
  await writeLetter(tx, saga, { orderId, recipientId: buyerId, kind: "ORDER_CONFIRMED" });
}

async function refundAll(tx: Tx, saga: Saga, order: Order, reason: string): Promise<void> {
  await refundTickets(tx, saga, order, await liveTickets(tx, order.id), reason, null, order.eventId);
}

/** The tickets die, the money goes back, and the seats go on sale again; the caller has checked that this may be. */
export async function refundTickets(
  tx: Tx,
  saga: Saga,
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
  await addStep(tx, order.id, status, reason);
  await publish(tx, RefundRequested, order.id, {
    refundId,
    orderId: order.id,
    paymentId: order.paymentId!,
    amount,
    reason,
  });
  afterCommit(tx, () => saga.hints.send(orderTopic(order.id)));
  return refundId;
}

/** What payments says of a refund. If it failed, the money is still with us: the buyer sees why, and the box office tries again. */
export async function noteRefund(
  tx: Tx,
  saga: Saga,
  { orderId, refundId }: { orderId: string; refundId: string },
  failureCode: string | null,
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const refund = await row<{ cancelledEventId: string | null }>(
    tx,
    sql`update refund set status = ${failureCode === null ? "DONE" : "FAILED"} where id = ${refundId} and status <> ${failureCode === null ? "DONE" : "FAILED"} returning cancelled_event_id`,
  );
  if (!order || !refund) return;
  if (failureCode !== null)
    await addStep(
      tx,
      orderId,
      order.status,
      `A refund did not go through (${failureCode}). The box office sees to it.`,
    );
  const { cancelledEventId } = refund;
  afterCommit(tx, () => {
    saga.hints.send(orderTopic(orderId));
    if (cancelledEventId !== null) saga.hints.send(cancellationTopic(cancelledEventId));
  });
}
