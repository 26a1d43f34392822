// Applies the effects of steps for a batch of orders, in the transaction of the steps. SQL: one statement for a batch, instead of a
// round trip for each order or ticket.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { takeWork } from "../../../platform/jobs/work.ts";
import { publishMany, type ToPublish } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  CaptureRequested,
  OrderConfirmed,
  OrderPaid,
  PaidAtCounter,
  VoidRequested,
} from "../../../schema/messages/orders.ts";
import { amountDue, eventIdsOf, type Order } from "../entities/order.ts";
import type { Effect } from "../saga/saga.ts";
import { byEvent, liveTickets, releaseOf } from "./cancel-tickets.ts";
import { invoicesDue, scheduleInvoices, type DueInvoice } from "./invoices-due.ts";
import { JOBS, ORDER_WORK } from "../job-names.ts";
import type { SagaContext } from "./order-rows.ts";
import { refundTickets } from "./refund-tickets.ts";
import { settleExchange } from "./settle-exchanges.ts";
import { ticketIdOf } from "./ticket-ids.ts";
import { writeNotifications } from "./write-notifications.ts";

/** Data of the payment for risk. */
export interface PaidWith {
  card: { fingerprint: string; riskLevel: "normal" | "elevated" | "highest" };
  network?: string | undefined;
}

export interface DueEffect {
  /** State after the step. */
  order: Order;
  effect: Effect;
  paidWith: PaidWith | undefined;
  correlationId: string | null | undefined;
}

type Due<Type extends Effect["type"]> = DueEffect & { effect: Extract<Effect, { type: Type }> };

export async function applyEffects(tx: Tx, saga: SagaContext, due: DueEffect[]): Promise<void> {
  const of = <Type extends Effect["type"]>(type: Type) =>
    due.filter((one): one is Due<Type> => one.effect.type === type);
  await endPaymentLeases(tx, of("EndPaymentLease"));
  await askForAssessment(tx, of("AskForAssessment"));
  const selling = of("SellSeats").map(({ order: { id }, correlationId }) => ({
    id,
    correlationId: correlationId ?? null,
  }));
  if (selling.length > 0) afterCommit(tx, () => takeWork("orders", ORDER_WORK, selling));
  const told = (one: DueEffect, paymentId: string): ToPublish<{ orderId: string; paymentId: string }> => ({
    key: one.order.id,
    body: { orderId: one.order.id, paymentId },
    correlationId: one.correlationId,
  });
  // What exchanged tickets pay in full is confirmed in this transaction: nothing is to be captured.
  const capturing = of("Capture").filter(({ order }) => order.exchangedFrom === null || amountDue(order) > 0);
  await publishMany(
    tx,
    CaptureRequested,
    capturing.filter(({ order }) => order.tender === null).map((one) => told(one, one.order.paymentId!)),
  );
  await tellOfCounter(
    tx,
    capturing.filter(({ order }) => order.tender !== null),
  );
  await publishMany(
    tx,
    VoidRequested,
    of("Void").map((one) => told(one, one.effect.paymentId)),
  );
  for (const { order } of of("ReleaseSeats"))
    await schedule(tx, "orders", JOBS.release, order.id, releaseOf(order, null));
  for (const { order } of of("IssueTickets")) if (order.exchangedFrom !== null) await settleExchange(tx, saga, order);
  await issueTickets(tx, saga, of("IssueTickets"));
  for (const { order, effect } of of("RefundAll")) await refundCancelled(tx, saga, order, effect.reason);
}

/** The clerk has the money: payments records it, and asks no provider. */
async function tellOfCounter(tx: Tx, due: DueEffect[]): Promise<void> {
  if (due.length === 0) return;
  const entries = await rows<{ id: string; reference: string | null }>(
    tx,
    sql`select id, reference from drawer_entry where order_id = any(${due.map(({ order }) => order.id)}::uuid[]) and kind = 'SALE'`,
  );
  const references = new Map(entries.map(({ id, reference }) => [id, reference]));
  await publishMany(
    tx,
    PaidAtCounter,
    due.map(({ order, correlationId }) => {
      const { id: orderId, buyerId, organizationId, eventId, total: amount, currency } = order;
      const reference = references.get(orderId) ?? undefined;
      const body = { orderId, paymentId: order.paymentId!, buyerId, organizationId, eventId, amount, currency };
      return { key: orderId, correlationId, body: { ...body, tender: order.tender!, reference } };
    }),
  );
}

/** Of several events a refund for each that is cancelled, unless its tickets are refunded already. */
async function refundCancelled(tx: Tx, saga: SagaContext, order: Order, reason: string): Promise<void> {
  if (order.moreEventIds.length === 0) {
    const all = await liveTickets(tx, order.id);
    // None: another order claims them all.
    const because = { reason, askedBy: null, cancelledEventId: order.eventId };
    if (all.length > 0) await refundTickets(tx, saga, order, all, because);
    return;
  }
  const cancelled = await rows<{ eventId: string; reason: string }>(
    tx,
    sql`select event_id, reason from cancelled_event where event_id = any(${eventIdsOf(order)}::uuid[]) order by event_id`,
  );
  for (const event of cancelled) {
    const ticketIds = await liveTickets(tx, order.id, event.eventId);
    const because = { reason: event.reason, askedBy: null, cancelledEventId: event.eventId };
    if (ticketIds.length > 0) await refundTickets(tx, saga, order, ticketIds, because);
    reach("tickets for one cancelled event refunded, not committed");
  }
}

async function endPaymentLeases(tx: Tx, due: Due<"EndPaymentLease">[]): Promise<void> {
  if (due.length === 0) return;
  await rows(
    tx,
    sql`update purchase p set payment_id = null, payment_lease_until = null
        from unnest(${due.map(({ order }) => order.id)}::uuid[], ${due.map(({ effect }) => effect.paymentId)}::uuid[]) as l(order_id, payment_id)
        where p.id = l.order_id and p.payment_id = l.payment_id`,
  );
}

interface Item {
  orderId: string;
  position: number;
  price: number;
  /** Null for items of before: the event of their order. */
  eventId: string | null;
}

/** Items by order, sorted by position. */
async function itemsOf(tx: Tx, due: DueEffect[]): Promise<Map<string, Item[]>> {
  const ids = due.map(({ order }) => order.id);
  const found = await rows<Item>(
    tx,
    sql`select order_id, position, price, event_id from order_item where order_id = any(${ids}::uuid[]) order by order_id, position`,
  );
  const items = new Map(ids.map((id) => [id, [] as Item[]]));
  for (const item of found) items.get(item.orderId)!.push(item);
  return items;
}

async function askForAssessment(tx: Tx, due: Due<"AskForAssessment">[]): Promise<void> {
  if (due.length === 0) return;
  const items = await itemsOf(tx, due);
  await publishMany(
    tx,
    OrderPaid,
    due.map(({ order, paidWith, correlationId }) => ({
      key: order.id,
      correlationId,
      body: {
        orderId: order.id,
        buyerId: order.buyerId,
        organizationId: order.organizationId,
        eventId: order.eventId,
        paymentId: order.paymentId!,
        amount: amountDue(order),
        currency: order.currency,
        seatCount: items.get(order.id)!.length,
        card: paidWith?.card ?? { fingerprint: "unknown", riskLevel: "normal" as const },
        network: paidWith?.network,
      },
    })),
  );
}

/** Issues one ticket per seat, in the transaction that confirms the order. Idempotent: IDs derive from order and seat. */
async function issueTickets(tx: Tx, saga: SagaContext, due: Due<"IssueTickets">[]): Promise<void> {
  if (due.length === 0) return;
  const items = await itemsOf(tx, due);
  const tickets = due.flatMap(({ order }) =>
    items.get(order.id)!.map((item) => ({ ...item, order, eventId: item.eventId ?? order.eventId })),
  );
  const of = <Value>(value: (ticket: (typeof tickets)[number]) => Value) => tickets.map(value);
  const orders = due.map(({ order }) => order);
  const toInvoice = await rows<DueInvoice>(
    tx,
    sql`with invoices as (${invoicesDue(orders)}), tickets as (
        insert into ticket (id, order_id, position, event_id, organization_id, holder_id, holder_name, status, price, created_at)
        select id, order_id, position, event_id, organization_id, holder_id, name, 'VALID', price, date_trunc('milliseconds', now())
        from unnest(${of(({ order, position }) => ticketIdOf(order.id, position))}::uuid[], ${of(({ order }) => order.id)}::uuid[], ${of(({ position }) => position)}::int[],
                    ${of(({ eventId }) => eventId)}::uuid[], ${of(({ order }) => order.organizationId)}::uuid[], ${of(({ order }) => order.buyerId)}::uuid[],
                    ${of(({ order, position }) => order.names[position] ?? null)}::text[], ${of(({ price }) => price)}::int[])
             as t(id, order_id, position, event_id, organization_id, holder_id, name, price)
        on conflict do nothing)
        select * from invoices`,
  );
  await scheduleInvoices(tx, toInvoice);
  const confirmedAt = new Date().toISOString();
  await publishMany(
    tx,
    OrderConfirmed,
    due.map(
      ({ order: { id: orderId, buyerId, organizationId, eventId, moreEventIds, total, currency }, correlationId }) => ({
        key: orderId,
        correlationId,
        body: {
          orderId,
          buyerId,
          organizationId,
          eventId,
          total,
          currency,
          tickets: items.get(orderId)!.length,
          confirmedAt,
          ...(moreEventIds.length > 0 && {
            events: byEvent(tickets.filter(({ order }) => order.id === orderId)).map(({ amount, ...event }) => ({
              ...event,
              total: amount,
            })),
          }),
        },
      }),
    ),
  );
  await writeNotifications(
    tx,
    saga,
    due.flatMap(({ order: { id, buyerId, exchangedFrom } }) =>
      exchangedFrom === null ? [{ orderId: id, recipientId: buyerId, kind: "ORDER_CONFIRMED" as const }] : [],
    ),
  );
}
