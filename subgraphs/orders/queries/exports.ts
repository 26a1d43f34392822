// Rows of the exports of orders, attendees and sales, read in pages by their keys.
import type { Connection } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { eventIdsOf } from "../entities/order.ts";
import type { AttendeeSearch, OrderSearch } from "../inputs.ts";
import type { Cell } from "../notifications/csv.ts";
import { salesOf } from "./sales.ts";
import { attendeesOf, foundOrders } from "./search.ts";

const PAGE = 100;
/** Rows of one file: some 20 MB. */
const MOST_PAGES = 1_000;

async function* pagesOf<Node>(read: (after: string | null) => Promise<Connection<Node>>): AsyncGenerator<Node[]> {
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { nodes, pageInfo }: Connection<Node> = await read(after);
    yield nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
  throw new Error("The export has too many rows.");
}

export async function* orderRows(
  database: Database,
  organizationId: string,
  search: OrderSearch,
): AsyncGenerator<Cell[][]> {
  yield [
    ["number", "status", "created", "events", "currency", "total (minor units)", "refunded (minor units)"].concat(
      "tender",
      "promo code",
    ),
  ];
  for await (const page of pagesOf((after) => foundOrders(database, organizationId, { ...search, first: PAGE, after })))
    yield page.map((order) => [
      order.number,
      order.status,
      order.createdAt,
      eventIdsOf(order).join(" "),
      order.currency,
      order.total,
      order.refunded,
      order.tender,
      order.promoCode,
    ]);
}

interface Place {
  id: string;
  orderNumber: string;
  currency: string;
  sectionName: string;
  rowLabel: string | null;
  number: string | null;
  tierName: string;
  priceName: string | null;
}

function placesOf(database: Database, ticketIds: readonly string[]): Promise<Place[]> {
  return rows<Place>(
    database.read(),
    sql`select t.id, o.number as order_number, o.currency, i.section_name, i.row_label, i.number, i.tier_name, i.price_name
        from ticket t join order_item i on i.order_id = t.order_id and i.position = t.position join purchase o on o.id = t.order_id
        where t.id = any(${ticketIds}::uuid[])`,
  );
}

export async function* attendeeRows(
  database: Database,
  eventId: string,
  search: AttendeeSearch,
): AsyncGenerator<Cell[][]> {
  yield [
    ["order", "holder", "status", "section", "row", "seat", "tier", "price name"].concat(
      "currency",
      "price (minor units)",
      "issued",
      "used",
    ),
  ];
  for await (const page of pagesOf((after) => attendeesOf(database, eventId, { ...search, first: PAGE, after }))) {
    const found = await placesOf(
      database,
      page.map(({ id }) => id),
    );
    const places = new Map(found.map((place) => [place.id, place]));
    yield page.map((ticket) => {
      const place = places.get(ticket.id)!;
      return [
        place.orderNumber,
        ticket.holderName,
        ticket.status,
        place.sectionName,
        place.rowLabel,
        place.number,
        place.tierName,
        place.priceName,
        place.currency,
        ticket.price,
        ticket.createdAt,
        ticket.usedAt,
      ];
    });
  }
}

export async function* salesRows(
  database: Database,
  organizationId: string,
  filter: { eventId: string | null },
): AsyncGenerator<Cell[][]> {
  yield [
    ["day", "event", "currency", "orders", "tickets", "gross (minor units)"].concat(
      "tickets returned",
      "returned (minor units)",
    ),
  ];
  for await (const page of pagesOf((after) => salesOf(database, organizationId, { ...filter, first: PAGE, after })))
    yield page.map((day) => [
      day.day,
      day.eventId,
      day.currency,
      day.orders,
      day.tickets,
      Number(day.gross),
      day.ticketsReturned,
      Number(day.returned),
    ]);
}
