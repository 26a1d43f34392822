// Cancels tickets and releases their seats, in the transaction that changes the order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { TicketsCancelled } from "../../../schema/messages/orders.ts";
import type { Order } from "../entities/order.ts";
import { statement } from "../entities/tables.ts";
import { creditNoteDue, scheduleInvoices } from "./invoices-due.ts";
import type { LetterKind, OrderStatus } from "../enums.generated.ts";
import { writeNotifications, type NotificationDeps } from "./write-notifications.ts";
import { JOBS } from "../job-names.ts";

/** Body of the job that puts seats of the order back on sale; null for all. */
export function releaseOf({ id: orderId, moreHoldIds }: Order, seatIds: string[] | null): object {
  return { orderId, seatIds, ...(moreHoldIds.length > 0 && { hasSeveralHolds: true }) };
}

/** Sums by event. */
export function byEvent(tickets: { eventId: string; price: number }[]): EventPart[] {
  const ids = [...new Set(tickets.map(({ eventId }) => eventId))];
  return ids.map((eventId) => {
    const own = tickets.filter((ticket) => ticket.eventId === eventId);
    return { eventId, tickets: own.length, amount: own.reduce((sum, { price }) => sum + price, 0) };
  });
}

interface EventPart {
  eventId: string;
  tickets: number;
  amount: number;
}

interface Dead {
  id: string;
  eventId: string;
  price: number;
  holderId: string;
  seatId: string;
}

const alive = statement((db, { orderId }: { orderId: string }) =>
  db.selectFrom("ticket").select("id").where("orderId", "=", orderId).where("status", "<>", "CANCELLED").limit(1),
);

/** Cancellation of tickets that pay for another order. */
export interface Exchanged {
  /** The new order. */
  orderId: string;
  /** Parts of the prices that the buyer does not get back, in the sequence of the tickets. */
  fees: number[];
}

interface Cancelling {
  ticketIds: string[];
  sourceId: string;
  exchange: Exchanged | undefined;
  kept: number[] | undefined;
}

/** Cancels the tickets, and has a credit note written if the order has an invoice. Tickets that another order claims stay as they are. */
async function kill(
  tx: Tx,
  { id, organizationId }: Order,
  { ticketIds, sourceId, exchange, kept }: Cancelling,
): Promise<Dead[]> {
  const fees = exchange?.fees ?? kept ?? ticketIds.map(() => 0);
  const [cancelled] = await rows<{ dead: Dead[]; isDue: boolean }>(
    tx,
    sql`with dead as (
          update ticket t set status = 'CANCELLED', exchange_id = null, kept = c.fee
          from order_item i, unnest(${ticketIds}::uuid[], ${fees}::int[]) as c(id, fee)
          where t.id = c.id and t.status <> 'CANCELLED' and t.exchange_id is not distinct from ${exchange?.orderId ?? null}::uuid
            and i.order_id = t.order_id and i.position = t.position
          returning t.id, t.event_id, t.price - t.kept as price, t.holder_id, t.position, i.seat_id
        ), due as (${creditNoteDue({ orderId: id, organizationId, sourceId })})
        select coalesce((select jsonb_agg(jsonb_build_object('id', id, 'eventId', event_id, 'price', price, 'holderId', holder_id, 'seatId', seat_id)) from dead), '[]') as dead,
          exists (select from due) as is_due`,
  );
  if (cancelled!.isDue) await scheduleInvoices(tx, [{ organizationId, sourceId }]);
  return cancelled!.dead;
}

interface Cancellation {
  /** ID of the refund, the dispute or the exchange; consumers deduplicate by it. */
  name: string;
  reason: string | null;
  exchange?: Exchanged;
  /** What the organization keeps for each ticket, after a lost dispute or as a fee; nothing if it is absent. */
  kept?: number[];
  /** To the buyer and the holders. */
  letter?: "TICKETS_CANCELLED" | "TICKETS_RETURNED";
}

/** Returns what is given back for the tickets: their prices less the fees of an exchange and what is kept; and the order's new status. */
export async function cancelTickets(
  tx: Tx,
  writing: NotificationDeps,
  order: Order,
  ticketIds: string[],
  { name, reason, exchange, kept, letter = "TICKETS_CANCELLED" }: Cancellation,
): Promise<{ amount: number; status: OrderStatus }> {
  const dead = await kill(tx, order, { ticketIds, sourceId: name, exchange, kept });
  const left = await alive.row(tx, { orderId: order.id });
  const seatIds = dead.map(({ seatId }) => seatId);
  await schedule(tx, "orders", JOBS.release, name, releaseOf(order, seatIds));
  const amount = dead.reduce((sum, ticket) => sum + ticket.price, 0);
  const { id: orderId, organizationId, currency } = order;
  const events = byEvent(dead);
  const [eventId, ...others] = events.map((event) => event.eventId);
  const cancelled = {
    cancellationId: name,
    orderId,
    organizationId,
    eventId: others.length > 0 ? order.eventId : (eventId ?? order.eventId),
    tickets: dead.length,
    amount,
    currency,
    ...(others.length > 0 && { events }),
  };
  await publish(tx, TicketsCancelled, orderId, { ...cancelled, at: new Date().toISOString() });
  // The letter with the new tickets says what was exchanged.
  if (!exchange) await tellHolders(tx, writing, order, dead, { kind: letter, reason });
  return {
    amount,
    status: left ? "PARTIALLY_REFUNDED" : "REFUNDED",
  };
}

/** Notifies holders of their own tickets, and the buyer of all, because the buyer gets the money. */
async function tellHolders(
  tx: Tx,
  writing: NotificationDeps,
  order: Order,
  dead: Dead[],
  letter: { kind: LetterKind; reason: string | null },
): Promise<void> {
  const holders = new Set(dead.length > 0 ? [order.buyerId, ...dead.map(({ holderId }) => holderId)] : []);
  await writeNotifications(
    tx,
    writing,
    [...holders].map((recipientId) => {
      const isBuyer = recipientId === order.buyerId;
      const own = dead.filter(({ holderId }) => isBuyer || holderId === recipientId);
      return {
        orderId: order.id,
        recipientId,
        ...letter,
        ticketIds: own.map(({ id }) => id),
        amount: isBuyer ? own.reduce((sum, { price }) => sum + price, 0) : 0,
      };
    }),
  );
}

const allAlive = statement((db, given: { orderId: string; eventId: string | null }, { has }) =>
  db
    .selectFrom("ticket")
    .select("id")
    .where("orderId", "=", given.orderId)
    .where("status", "<>", "CANCELLED")
    .where("exchangeId", "is", null)
    .$if(has("eventId"), (all) => all.where("eventId", "=", given.eventId!))
    .orderBy("position"),
);

/** Without those that another order claims. */
export async function liveTickets(tx: Tx, orderId: string, eventId: string | null = null): Promise<string[]> {
  const live = await allAlive.rows(tx, { orderId, eventId });
  return live.map(({ id }) => id);
}
