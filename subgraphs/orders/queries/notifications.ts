// Content of notifications and printed tickets.
import type { Database } from "../../../platform/postgres/database.ts";
import { factsOf, type EventFacts } from "./event-facts.ts";
import { lateCodesOf } from "../entities/late-codes.ts";
import type { LateCodes } from "../entities/code-rule.ts";
import type { Mailing } from "../entities/mailing.ts";
import type { StoredNotification } from "../entities/notification.ts";
import { eventIdsOf, type Order } from "../entities/order.ts";
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
  priceName: string | null;
}

export interface NotificationContent {
  notification: StoredNotification;
  order: Order;
  /** What it is about; of several events the first. Undefined until catalog's message about each has arrived. */
  event: EventFacts | undefined;
  /** Further events that it is about. */
  moreEvents: EventFacts[];
  /** All tickets of the order; of letters to all people with tickets for an event those for it. */
  tickets: PlacedTicket[];
  breakdowns: Breakdown[];
  /** Of letters to all people with tickets for an event. */
  mailing: Mailing | undefined;
  /** Whether the recipient wants no letters that the organizer wrote. */
  isUnsubscribed: boolean;
  now: Date;
  /** Of events whose codes are not shown at once, by their IDs. */
  lateCodes: ReadonlyMap<string, LateCodes>;
}

const placed = statement((db, { orderIds }: { orderIds: readonly string[] }, { sql }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("order_item as i", (join) =>
      join.onRef("i.orderId", "=", "t.orderId").onRef("i.position", "=", "t.position"),
    )
    .selectAll("t")
    .select(["i.sectionName", "i.rowLabel", "i.number", "i.tierName", "i.priceName"])
    .where((of) => sql<boolean>`${of.ref("t.orderId")} = any(${orderIds}::uuid[])`)
    .orderBy("t.position"),
);

export function placedTickets(database: Database, orderIds: readonly string[]): Promise<PlacedTicket[]> {
  return placed.rows(database.read(), { orderIds });
}

const openNotifications = statement((db, { ids }: { ids: readonly string[] }, { sql }) =>
  db
    .selectFrom("letter as l")
    .leftJoin("mailing as m", "m.id", "l.mailingId")
    .selectAll("l")
    .select((of) => [
      sql<Date>`app_now()`.as("now"),
      of
        .exists(
          of
            .selectFrom("unsubscribed as u")
            .select("u.id")
            .whereRef("u.userId", "=", "l.recipientId")
            .whereRef("u.organizationId", "=", "m.organizationId"),
        )
        .as("isUnsubscribed"),
    ])
    .where((of) => sql<boolean>`${of.ref("l.id")} = any(${ids}::uuid[])`)
    .where("l.status", "=", "PENDING"),
);

const ordersById = statement((db, { ids }: { ids: readonly string[] }, { sql }) =>
  knownOrders(db).where((of) => sql<boolean>`${of.ref("o.id")} = any(${ids}::uuid[])`),
);

const mailingsById = statement((db, { ids }: { ids: readonly string[] }, { sql }) =>
  db
    .selectFrom("mailing")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("id")} = any(${ids}::uuid[])`),
);

const pricesOf = statement((db, { orderIds }: { orderIds: readonly string[] }, { sql }) =>
  db
    .selectFrom("order_item")
    .select(["orderId", "price", "breakdown"])
    .where((of) => sql<boolean>`${of.ref("orderId")} = any(${orderIds}::uuid[])`)
    .orderBy("orderId")
    .orderBy("position"),
);

/** The events that a letter is about: of its mailing, of the tickets that it names, or of the order. */
function eventsOfLetter(
  { kind, recipientId, ticketIds }: Omit<StoredNotification, "isCounted">,
  order: Order,
  tickets: PlacedTicket[],
  mailing: Mailing | undefined,
): string[] {
  if (mailing) return [mailing.eventId];
  const all = eventIdsOf(order);
  if (kind === "ORDER_ENDED" || all.length === 1) return all;
  const named = tickets.filter(({ id, holderId, status }) =>
    kind === "ORDER_CONFIRMED" ? status === "VALID" && holderId === recipientId : ticketIds.includes(id),
  );
  const own = all.filter((id) => named.some(({ eventId }) => eventId === id));
  return own.length > 0 ? own : all;
}

/** Without settled notifications. */
export async function contentsOf(database: Database, letterIds: readonly string[]): Promise<NotificationContent[]> {
  const em = database.read();
  const letters = await openNotifications.rows(em, { ids: letterIds });
  const orderIds = letters.map(({ orderId }) => orderId);
  const orders = await ordersById.rows(em, { ids: orderIds });
  const eventIds = orders.flatMap((order) => eventIdsOf(order));
  const events = await factsOf(database, eventIds);
  const lateCodes = new Map((await lateCodesOf(em, eventIds)).map((late) => [late.eventId, late]));
  const mailingIds = letters.flatMap(({ mailingId }) => mailingId ?? []);
  const mailings = mailingIds.length > 0 ? await mailingsById.rows(em, { ids: mailingIds }) : [];
  const items = await pricesOf.rows(em, { orderIds });
  const tickets = await placedTickets(database, orderIds);
  return letters.flatMap(({ now, isUnsubscribed, ...notification }) => {
    const order = orders.find(({ id }) => id === notification.orderId);
    if (!order) return [];
    const mailing = mailings.find(({ id }) => id === notification.mailingId);
    const ofOrder = tickets.filter(({ orderId }) => orderId === order.id);
    const about = eventsOfLetter(notification, order, ofOrder, mailing);
    const found = about.flatMap((id) => events.find(({ eventId }) => eventId === id) ?? []);
    const [event, ...moreEvents] = found.length === about.length ? found : [];
    return {
      notification,
      order,
      now,
      lateCodes,
      isUnsubscribed: Boolean(isUnsubscribed),
      event,
      moreEvents,
      mailing,
      tickets: mailing ? ofOrder.filter(({ eventId }) => eventId === mailing.eventId) : ofOrder,
      breakdowns: items.filter(({ orderId }) => orderId === order.id).map(breakdownOf),
    };
  });
}
