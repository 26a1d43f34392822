// Tickets die and their seats go back on sale, in one transaction with what the order becomes by it.
import type { Tx } from "../../../platform/postgres/database.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { TicketsCancelled } from "../../../schema/messages/orders.ts";
import type { Order } from "../entities/order.ts";
import type { OrderStatus } from "../enums.generated.ts";
import { writeLetters, type Writing } from "./write-letter.ts";
import { JOBS } from "../job-names.ts";

interface Dead {
  id: string;
  price: number;
  holderId: string;
  seatId: string;
}

/** What was paid for the tickets that died. `name` is that of whatever made them die; they die once by that name. */
export async function cancelTickets(
  tx: Tx,
  writing: Writing,
  order: Order,
  ticketIds: string[],
  { name, reason }: { name: string; reason: string | null },
): Promise<{ amount: number; status: OrderStatus }> {
  const dead = await rows<Dead>(
    tx,
    sql`update ticket t set status = 'CANCELLED' from order_item i
        where t.id = any(${ticketIds}::uuid[]) and t.status <> 'CANCELLED' and i.order_id = t.order_id and i.position = t.position returning t.id, t.price, t.holder_id, i.seat_id`,
  );
  const left = await row(tx, sql`select 1 from ticket where order_id = ${order.id} and status <> 'CANCELLED' limit 1`);
  const seatIds = dead.map(({ seatId }) => seatId);
  await schedule(tx, "orders", JOBS.release, name, { orderId: order.id, seatIds });
  const amount = dead.reduce((sum, ticket) => sum + ticket.price, 0);
  const { id: orderId, organizationId, eventId, currency } = order;
  const cancelled = { cancellationId: name, orderId, organizationId, eventId, tickets: dead.length, amount, currency };
  await publish(tx, TicketsCancelled, orderId, { ...cancelled, at: new Date().toISOString() });
  await tellHolders(tx, writing, order, dead, reason);
  return {
    amount,
    status: left ? "PARTIALLY_REFUNDED" : "REFUNDED",
  };
}

/** Each of them of their own tickets; the buyer of all, for the money is the buyer's. */
async function tellHolders(tx: Tx, writing: Writing, order: Order, dead: Dead[], reason: string | null): Promise<void> {
  const holders = new Set(dead.length > 0 ? [order.buyerId, ...dead.map(({ holderId }) => holderId)] : []);
  await writeLetters(
    tx,
    writing,
    [...holders].map((recipientId) => {
      const isBuyer = recipientId === order.buyerId;
      const own = dead.filter(({ holderId }) => isBuyer || holderId === recipientId);
      return {
        orderId: order.id,
        recipientId,
        kind: "TICKETS_CANCELLED",
        ticketIds: own.map(({ id }) => id),
        amount: isBuyer ? own.reduce((sum, { price }) => sum + price, 0) : 0,
        reason,
      };
    }),
  );
}

export async function liveTickets(tx: Tx, orderId: string): Promise<string[]> {
  const live = await rows<{ id: string }>(
    tx,
    sql`select id from ticket where order_id = ${orderId} and status <> 'CANCELLED' order by position`,
  );
  return live.map(({ id }) => id);
}
