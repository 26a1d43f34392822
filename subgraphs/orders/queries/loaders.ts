import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Letter } from "../entities/letter.ts";
import { factsOf, type EventFacts } from "./event-facts.ts";
import { placedTickets } from "./notifications.ts";
import { mayReadOrder, mayReadTicket } from "../access.ts";
import { selectOrders, type Order } from "../entities/order.ts";
import type { OrderStep } from "../entities/order-step.ts";
import { OrderItemEntity } from "../entities/order-item.ts";
import type { TicketOffer } from "../entities/ticket-offer.ts";
import { TicketEntity } from "../entities/ticket.ts";

export type Loaders = ReturnType<typeof createLoaders>;

export interface Intervention {
  orderId: string;
  at: Date;
  byUser: string;
  note: string;
}

export function createLoaders(database: Database, viewer: Viewer | null) {
  const ids = (values: readonly string[]) => ({ $in: [...values] });
  const orders = (keys: readonly string[]) =>
    rows<Order>(database.read(), selectOrders(sql`o.id = any(${keys}::uuid[])`));
  return {
    /** Only what the viewer may read. */
    order: byId<Order>(
      async (keys) => (await orders(keys)).filter((order) => mayReadOrder(viewer, order)),
      (order) => order.id,
    ),
    /** Of a ticket that the viewer may read. */
    orderOfTicket: byId<Order>(orders, (order) => order.id),
    ticket: byId(
      async (keys) =>
        (await database.read().find(TicketEntity, { id: ids(keys) })).filter((ticket) => mayReadTicket(viewer, ticket)),
      (ticket) => ticket.id,
    ),
    ticketsOfOrder: manyById(
      (keys) => database.read().find(TicketEntity, { orderId: ids(keys) }, { orderBy: { position: "asc" } }),
      (ticket) => ticket.orderId,
    ),
    itemsOfOrder: manyById(
      (keys) => database.read().find(OrderItemEntity, { orderId: ids(keys) }, { orderBy: { position: "asc" } }),
      (item) => item.orderId,
    ),
    openOfferOfTicket: byId<TicketOffer>(
      (keys) =>
        rows(
          database.read(),
          sql`select * from ticket_offer where ticket_id = any(${keys}::uuid[]) and status = 'OPEN'`,
        ),
      (offer) => offer.ticketId,
    ),
    transfersOfTicket: manyById<TicketOffer>(
      (keys) =>
        rows(
          database.read(),
          sql`select * from ticket_offer where ticket_id = any(${keys}::uuid[]) and status = 'TAKEN' order by taken_at, id`,
        ),
      (offer) => offer.ticketId,
    ),
    eventFacts: byId<EventFacts>(
      (keys) => factsOf(database, keys),
      (facts) => facts.eventId,
    ),
    placedTicketsOfOrder: manyById(
      (keys) => placedTickets(database, keys),
      (ticket) => ticket.orderId,
    ),
    lettersOfOrder: manyById<Letter>(
      (keys) =>
        rows(database.read(), sql`select * from letter where order_id = any(${keys}::uuid[]) order by written_at, id`),
      (letter) => letter.orderId,
    ),
    interventionsOfOrder: manyById<Intervention>(
      (keys) =>
        rows(
          database.read(),
          sql`select order_id, at, by_user, note from order_intervention where order_id = any(${keys}::uuid[]) order by at, id`,
        ),
      (intervention) => intervention.orderId,
    ),
    stepsOfOrder: manyById<OrderStep>(
      (keys) =>
        rows(
          database.read(),
          sql`select order_id, at, status, note, is_internal from order_step where order_id = any(${keys}::uuid[]) order by no`,
        ),
      (step) => step.orderId,
    ),
  };
}
