import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { exchangesOf, policiesOf } from "./exchanges.ts";
import { lateCodesOf } from "../entities/late-codes.ts";
import { returnPoliciesOf } from "./returns.ts";
import { transferPoliciesOf } from "./transfers.ts";
import { answersOfOrders } from "./answers.ts";
import { factsOf, type EventFacts } from "./event-facts.ts";
import { drawersOf, salesOfOrders, takingsOfDrawers } from "./drawers.ts";
import { invoiceAddresses, invoicesOfOrders } from "./invoices.ts";
import { placedTickets } from "./notifications.ts";
import { refundOffersOf } from "./refund-offers.ts";
import { mayReadOrder, mayReadTicket } from "../access.ts";
import type { Gate } from "../entities/gate.ts";
import type { Order } from "../entities/order.ts";
import { OrderItemEntity } from "../entities/order-item.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import { TicketEntity } from "../entities/ticket.ts";

export type Loaders = ReturnType<typeof createLoaders>;

interface Keys {
  keys: readonly string[];
}

const ordersById = statement((db, { keys }: Keys, { sql }) =>
  knownOrders(db).where((of) => sql<boolean>`${of.ref("o.id")} = any(${keys}::uuid[])`),
);

const openOffers = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("ticket_offer")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("ticketId")} = any(${keys}::uuid[])`)
    .where("status", "=", "OPEN"),
);

const transfers = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("ticket_offer")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("ticketId")} = any(${keys}::uuid[])`)
    .where("status", "=", "TAKEN")
    .orderBy("takenAt")
    .orderBy("id"),
);

const letters = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("letter")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("orderId")} = any(${keys}::uuid[])`)
    .orderBy("writtenAt")
    .orderBy("id"),
);

const interventions = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("order_intervention")
    .select(["orderId", "at", "byUser", "note"])
    .where((of) => sql<boolean>`${of.ref("orderId")} = any(${keys}::uuid[])`)
    .orderBy("at")
    .orderBy("id"),
);

const gatesById = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("gate")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("id")} = any(${keys}::uuid[])`),
);

const passages = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("passage")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("ticketId")} = any(${keys}::uuid[])`)
    .orderBy("at")
    .orderBy("id"),
);

const steps = statement((db, { keys }: Keys, { sql }) =>
  db
    .selectFrom("order_step")
    .select(["orderId", "at", "status", "note", "isInternal"])
    .where((of) => sql<boolean>`${of.ref("orderId")} = any(${keys}::uuid[])`)
    .orderBy("no"),
);

export function createLoaders(database: Database, viewer: Viewer | null) {
  const ids = (values: readonly string[]) => ({ $in: [...values] });
  const orders = (keys: readonly string[]) => ordersById.rows(database.read(), { keys });
  return {
    /** Filtered by the viewer's access. */
    order: byId<Order>(
      async (keys) => (await orders(keys)).filter((order) => mayReadOrder(viewer, order)),
      (order) => order.id,
    ),
    /** Not filtered: only for a ticket that the viewer may read. */
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
    openOfferOfTicket: byId(
      (keys) => openOffers.rows(database.read(), { keys }),
      (offer) => offer.ticketId,
    ),
    transfersOfTicket: manyById(
      (keys) => transfers.rows(database.read(), { keys }),
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
    /** Also gates that were removed. */
    gate: byId<Gate>(
      (keys) => gatesById.rows(database.read(), { keys }),
      (gate) => gate.id,
    ),
    passagesOfTicket: manyById(
      (keys) => passages.rows(database.read(), { keys }),
      (passage) => passage.ticketId,
    ),
    refundOffersOfOrder: manyById(
      (keys) => refundOffersOf(database, keys),
      (offer) => offer.orderId,
    ),
    ...exchangeLoaders(database),
    ...invoiceLoaders(database),
    ...answerLoaders(database),
    ...counterLoaders(database),
    notificationsOfOrder: manyById(
      (keys) => letters.rows(database.read(), { keys }),
      (notification) => notification.orderId,
    ),
    interventionsOfOrder: manyById(
      (keys) => interventions.rows(database.read(), { keys }),
      (intervention) => intervention.orderId,
    ),
    stepsOfOrder: manyById(
      (keys) => steps.rows(database.read(), { keys }),
      (step) => step.orderId,
    ),
  };
}

/** Not filtered: only for members of the organization. */
function counterLoaders(database: Database) {
  return {
    drawer: byId(
      (keys) => drawersOf(database, keys),
      (drawer) => drawer.id,
    ),
    takingsOfDrawer: manyById(
      (keys) => takingsOfDrawers(database, keys),
      (takings) => takings.drawerId,
    ),
    counterSaleOfOrder: byId(
      (keys) => salesOfOrders(database, keys),
      (sale) => sale.orderId,
    ),
  };
}

function answerLoaders(database: Database) {
  return {
    /** Not filtered. */
    answersOfOrder: manyById(
      (keys) => answersOfOrders(database, keys),
      (answer) => answer.orderId,
    ),
  };
}

function exchangeLoaders(database: Database) {
  return {
    /** Undefined: tickets are handed on freely. */
    transferPolicy: byId(
      (keys) => transferPoliciesOf(database, keys),
      (policy) => policy.eventId,
    ),
    returnPolicy: byId(
      (keys) => returnPoliciesOf(database, keys),
      (policy) => policy.eventId,
    ),
    /** Undefined: codes are shown at once. */
    lateCodes: byId(
      (keys) => lateCodesOf(database.read(), keys),
      (late) => late.eventId,
    ),
    exchangePolicy: byId(
      (keys) => policiesOf(database, keys),
      (policy) => policy.eventId,
    ),
    /** Not filtered: only for readers of the whole order. */
    exchangeOfOrder: byId(
      (keys) => exchangesOf(database, keys),
      (exchange) => exchange.orderId,
    ),
  };
}

function invoiceLoaders(database: Database) {
  return {
    invoicesOfOrder: manyById(
      (keys) => invoicesOfOrders(database, keys),
      (invoice) => invoice.orderId,
    ),
    invoiceAddressOfOrder: byId(
      (keys) => invoiceAddresses(database, keys),
      (address) => address.orderId,
    ),
  };
}
