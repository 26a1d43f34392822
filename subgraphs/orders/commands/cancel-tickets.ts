// Cancels tickets and releases their seats, in the transaction that changes the order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { TicketsCancelled } from "../../../schema/messages/orders.ts";
import type { Order } from "../entities/order.ts";
import { statement } from "../entities/tables.ts";
import type { OrderStatus } from "../enums.generated.ts";
import { writeNotifications, type NotificationDeps } from "./write-notifications.ts";
import { JOBS } from "../job-names.ts";

interface Dead {
  id: string;
  price: number;
  holderId: string;
  seatId: string;
}

const kill = statement((db, { ticketIds }: { ticketIds: string[] }, { sql }) =>
  db
    .updateTable("ticket")
    .from("order_item as i")
    .set({ status: "CANCELLED" })
    .where((of) => sql<boolean>`${of.ref("ticket.id")} = any(${ticketIds}::uuid[])`)
    .where("ticket.status", "<>", "CANCELLED")
    .whereRef("i.orderId", "=", "ticket.orderId")
    .whereRef("i.position", "=", "ticket.position")
    .returning(["ticket.id", "ticket.price", "ticket.holderId", "i.seatId"]),
);

const alive = statement((db, { orderId }: { orderId: string }) =>
  db.selectFrom("ticket").select("id").where("orderId", "=", orderId).where("status", "<>", "CANCELLED").limit(1),
);

/** Returns the tickets' total price and the order's new status. `name`: ID of the refund or dispute; consumers deduplicate by it. */
export async function cancelTickets(
  tx: Tx,
  writing: NotificationDeps,
  order: Order,
  ticketIds: string[],
  { name, reason }: { name: string; reason: string | null },
): Promise<{ amount: number; status: OrderStatus }> {
  const dead = await kill.rows(tx, { ticketIds });
  const left = await alive.row(tx, { orderId: order.id });
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

/** Notifies holders of their own tickets, and the buyer of all, because the buyer gets the money. */
async function tellHolders(
  tx: Tx,
  writing: NotificationDeps,
  order: Order,
  dead: Dead[],
  reason: string | null,
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
        kind: "TICKETS_CANCELLED",
        ticketIds: own.map(({ id }) => id),
        amount: isBuyer ? own.reduce((sum, { price }) => sum + price, 0) : 0,
        reason,
      };
    }),
  );
}

const allAlive = statement((db, { orderId }: { orderId: string }) =>
  db
    .selectFrom("ticket")
    .select("id")
    .where("orderId", "=", orderId)
    .where("status", "<>", "CANCELLED")
    .orderBy("position"),
);

export async function liveTickets(tx: Tx, orderId: string): Promise<string[]> {
  const live = await allAlive.rows(tx, { orderId });
  return live.map(({ id }) => id);
}
