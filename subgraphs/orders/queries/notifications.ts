// Content of notifications and printed tickets.
import type { Database } from "../../../platform/postgres/database.ts";
import { factsOf, type EventFacts } from "./event-facts.ts";
import type { StoredNotification } from "../entities/notification.ts";
import type { Order } from "../entities/order.ts";
import { breakdownOf } from "../entities/order-item.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { Breakdown } from "../../../domain/pricing.ts";

/** A ticket with its seat. */
export interface PlacedTicket extends Ticket {
  sectionName: string;
  rowLabel: string | null;
  number: string | null;
  tierName: string;
}

export interface NotificationContent {
  notification: StoredNotification;
  order: Order;
  /** Undefined until catalog's message arrives. */
  event: EventFacts | undefined;
  /** All tickets of the order. */
  tickets: PlacedTicket[];
  breakdowns: Breakdown[];
}

const placed = statement((db, { orderIds }: { orderIds: readonly string[] }, { sql }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("order_item as i", (join) =>
      join.onRef("i.orderId", "=", "t.orderId").onRef("i.position", "=", "t.position"),
    )
    .selectAll("t")
    .select(["i.sectionName", "i.rowLabel", "i.number", "i.tierName"])
    .where((of) => sql<boolean>`${of.ref("t.orderId")} = any(${orderIds}::uuid[])`)
    .orderBy("t.position"),
);

export function placedTickets(database: Database, orderIds: readonly string[]): Promise<PlacedTicket[]> {
  return placed.rows(database.read(), { orderIds });
}

const openNotification = statement((db, { id }: { id: string }) =>
  db.selectFrom("letter").selectAll().where("id", "=", id).where("status", "=", "PENDING"),
);

const oneOrder = statement((db, { id }: { id: string }) => knownOrders(db).where("o.id", "=", id));

const pricesOf = statement((db, { orderId }: { orderId: string }) =>
  db.selectFrom("order_item").select(["price", "breakdown"]).where("orderId", "=", orderId).orderBy("position"),
);

/** Undefined for a settled notification. */
export async function contentOf(database: Database, letterId: string): Promise<NotificationContent | undefined> {
  const em = database.read();
  const notification = await openNotification.row(em, { id: letterId });
  const order = notification && (await oneOrder.row(em, { id: notification.orderId }));
  if (!notification || !order) return undefined;
  const [event] = await factsOf(database, [order.eventId]);
  const items = await pricesOf.rows(em, { orderId: order.id });
  return {
    notification,
    order,
    event,
    tickets: await placedTickets(database, [order.id]),
    breakdowns: items.map(breakdownOf),
  };
}
