// Begins the exchanges of orders that were just stored: their tickets pay for them. An exchange that differs from what the buyer was shown is
// refused, and its order cancelled. The tickets stay valid until the new ones are issued.
import { DomainError, NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import type { Acting } from "../../../platform/audit/acting.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ExchangeOfTickets } from "../entities/exchange.ts";
import { eventIdsOf, type Order } from "../entities/order.ts";
import { ExchangeTotalChanged, TicketsNotExchangeable } from "../errors.ts";
import type { SagaEvent } from "../saga/saga.ts";
import { advanceOrders } from "./advance-orders.ts";
import { audit } from "./audit.ts";
import { exchangeable, type ExchangeableTicket } from "./exchange-rules.ts";
import { addSteps, lockOrder, type SagaContext } from "./order-rows.ts";
import { worthOf } from "./ticket-rules.ts";

export interface NewExchange {
  /** The new order. */
  order: Order;
  exchange: ExchangeOfTickets;
  by: Acting;
}

/** By the ID of the new order: the outcome of its request. */
export async function openExchanges(
  tx: Tx,
  saga: SagaContext,
  all: NewExchange[],
): Promise<Map<string, { orderId: string } | { refusal: DomainError }>> {
  const outcomes = new Map<string, { orderId: string } | { refusal: DomainError }>();
  // The orders of the tickets are locked in the sequence of their IDs.
  for (const one of all.toSorted((a, b) => (a.exchange.fromOrderId < b.exchange.fromOrderId ? -1 : 1))) {
    const { id: orderId } = one.order;
    const { outcome, sagaEvent } = await open(tx, one).then(
      (event) => ({ outcome: { orderId }, sagaEvent: event }),
      (refusal: unknown) => {
        if (!(refusal instanceof DomainError)) throw refusal;
        return { outcome: { refusal }, sagaEvent: { type: "CancelRequested", note: refusal.message } as const };
      },
    );
    outcomes.set(orderId, outcome);
    if (sagaEvent) await advanceOrders(tx, saga, [{ orderId, sagaEvent }]);
  }
  if (all.length > 0) reach("exchange stored, not committed");
  return outcomes;
}

/** @throws NotFound, TicketsNotExchangeable, ExchangeTotalChanged */
async function open(tx: Tx, { order, exchange, by }: NewExchange): Promise<SagaEvent | undefined> {
  const { fromOrderId, ticketIds, isByClerk, expectedDifference } = exchange;
  const origin = await lockOrder(tx, fromOrderId);
  if (!origin) throw new NotFound("order");
  const newEventIds = eventIdsOf(order);
  const { currency } = order;
  if (order.organizationId !== origin.organizationId) throw new TicketsNotExchangeable("OTHER_ORGANIZATION");
  const tickets = await exchangeable(tx, origin, { ticketIds, isByClerk, newEventIds, currency });
  const difference = order.total - worthOf(tickets);
  if (difference !== expectedDifference)
    throw new ExchangeTotalChanged({ amount: difference, currency: order.currency });
  await store(tx, order, exchange, tickets);
  await addSteps(tx, [
    { orderId: order.id, status: order.status, note: `In exchange for tickets of order ${origin.number}.` },
  ]);
  if (isByClerk) {
    const detail = { orderId: order.id, tickets: ticketIds.length, difference, currency: order.currency };
    await audit(
      tx,
      { organizationId: order.organizationId, action: "exchangeTickets", subject: fromOrderId, detail },
      by,
    );
  }
  return difference > 0 ? undefined : { type: "PaidByCredit", paymentId: uuid() };
}

async function store(
  tx: Tx,
  { id, total }: Order,
  { fromOrderId, askedBy }: ExchangeOfTickets,
  tickets: ExchangeableTicket[],
): Promise<void> {
  const worth = worthOf(tickets);
  const credit = Math.min(worth, total);
  await rows(
    tx,
    sql`with opened as (
          insert into exchange (order_id, from_order_id, ticket_ids, fees, worth, credit, asked_by)
          values (${id}::uuid, ${fromOrderId}::uuid, ${tickets.map((ticket) => ticket.id)}::uuid[], ${tickets.map(({ fee }) => fee)}::int[], ${worth}::int, ${credit}::int, ${askedBy}::uuid)
        )
        update purchase set exchanged_from = ${fromOrderId}::uuid, credit = ${credit}::int where id = ${id}::uuid`,
  );
}
