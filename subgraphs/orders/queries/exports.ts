// Rows of the exports of orders, attendees and sales, read in pages by their keys.
import type { Connection } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Pages } from "../../../platform/spreadsheets/table.ts";
import { OF_ORDER, type Answer } from "../entities/answer.ts";
import { eventIdsOf } from "../entities/order.ts";
import type { AttendeeSearch, OrderSearch, SalesExport, SalesReport } from "../inputs.ts";
import { answersOfOrders, askedColumns, type AskedColumns } from "./answers.ts";
import { invoiceAddresses, type AddressOfOrder } from "./invoices.ts";
import { salesReport } from "./sales-report.ts";
import { salesOf } from "./sales.ts";
import { attendeesOf, foundOrders } from "./search.ts";

const PAGE = 100;

async function* pagesOf<Node>(read: (after: string | null) => Promise<Connection<Node>>): AsyncGenerator<Node[]> {
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: Connection<Node> = await read(after);
    yield nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

const ORDER_COLUMNS = "number|status|created|events|currency|total|refunded|tender|promo code|order".split("|");
const ADDRESS_COLUMNS = "invoice name|invoice company|invoice address|invoice VAT id".split("|");
const NOTHING_ASKED: AskedColumns = { questions: [], asksAddress: false };

const keyOf = ({ orderId, questionId }: Pick<Answer, "orderId" | "questionId">) => `${orderId} ${questionId}`;

/** Answers by order and question. */
async function answersFor(
  database: Database,
  { questions }: AskedColumns,
  orderIds: string[],
): Promise<Map<string, Answer[]>> {
  return Map.groupBy(questions.length > 0 ? await answersOfOrders(database, orderIds) : [], keyOf);
}

/** Each different one, such as of several tickets, with semicolons between. */
const shownIn = (answers: Answer[]): string | null =>
  [...new Set(answers.map(({ shown }) => shown))].join("; ") || null;

function addressOf(address: AddressOfOrder["address"] | undefined): (string | null)[] {
  const { name = null, company = null, address: lines = null, vatId = null } = address ?? {};
  return [name, company, lines, vatId];
}

export async function* orderRows(database: Database, organizationId: string, search: OrderSearch): Pages {
  const asked = search.eventId === null ? NOTHING_ASKED : await askedColumns(database, search.eventId);
  const addressColumns = asked.asksAddress ? ADDRESS_COLUMNS : [];
  yield [[...ORDER_COLUMNS, ...asked.questions.map(({ text }) => text), ...addressColumns]];
  for await (const page of pagesOf((after) =>
    foundOrders(database, organizationId, { ...search, first: PAGE, after }),
  )) {
    const ids = page.map(({ id }) => id);
    const answers = await answersFor(database, asked, ids);
    const addresses = new Map(
      (asked.asksAddress ? await invoiceAddresses(database, ids) : []).map((of) => [of.orderId, of.address]),
    );
    yield page.map((order) => [
      order.number,
      order.status,
      order.createdAt,
      eventIdsOf(order).join(" "),
      order.currency,
      { amount: order.total, currency: order.currency },
      { amount: order.refunded, currency: order.currency },
      order.tender,
      order.promoCode,
      order.id,
      ...asked.questions.map(({ questionId }) => shownIn(answers.get(keyOf({ orderId: order.id, questionId })) ?? [])),
      ...(asked.asksAddress ? addressOf(addresses.get(order.id)) : []),
    ]);
  }
}

const ATTENDEE_COLUMNS =
  "order number|holder|status|section|row|seat|tier|price name|currency|price|issued|used|ticket".split("|");

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

export async function* attendeeRows(database: Database, eventId: string, search: AttendeeSearch): Pages {
  const asked = await askedColumns(database, eventId);
  yield [[...ATTENDEE_COLUMNS, ...asked.questions.map(({ text }) => text)]];
  for await (const page of pagesOf((after) => attendeesOf(database, eventId, { ...search, first: PAGE, after }))) {
    const found = await placesOf(
      database,
      page.map(({ id }) => id),
    );
    const places = new Map(found.map((place) => [place.id, place]));
    const orderIds = [...new Set(page.map(({ orderId }) => orderId))];
    const answers = await answersFor(database, asked, orderIds);
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
        { amount: ticket.price, currency: place.currency },
        ticket.createdAt,
        ticket.usedAt,
        ticket.id,
        ...asked.questions.map(({ questionId }) => {
          const found = answers.get(keyOf({ orderId: ticket.orderId, questionId })) ?? [];
          return shownIn(found.filter(({ position }) => position === OF_ORDER || position === ticket.position));
        }),
      ];
    });
  }
}

export async function* salesRows(database: Database, organizationId: string, filter: SalesExport): Pages {
  yield [["day", "event", "currency", "orders", "tickets", "gross", "tickets returned", "returned"]];
  for await (const page of pagesOf((after) => salesOf(database, organizationId, { ...filter, first: PAGE, after })))
    yield page.map((day) => [
      day.day,
      day.eventId,
      day.currency,
      day.orders,
      day.tickets,
      { amount: Number(day.gross), currency: day.currency },
      day.ticketsReturned,
      { amount: Number(day.returned), currency: day.currency },
    ]);
}

const SALES_REPORT_COLUMNS =
  "day|event|section|tier|price|promo code|tender|channel|currency|tickets|gross|tickets returned|returned|fees|taxes|net".split(
    "|",
  );

/** More than an event has: its tickets are at most one per seat and sale. */
const ALL = 1_000_000;

export async function* salesReportRows(database: Database, eventId: string, by: SalesReport): Pages {
  yield [SALES_REPORT_COLUMNS];
  const found = await salesReport(database, eventId, by, ALL);
  yield found.map((row) => [
    row.day,
    row.eventId,
    row.section,
    row.tier,
    row.price,
    row.promoCode,
    row.tender,
    row.channel,
    row.currency,
    row.tickets,
    { amount: row.gross, currency: row.currency },
    row.ticketsReturned,
    { amount: row.returned, currency: row.currency },
    { amount: row.fees, currency: row.currency },
    { amount: row.taxes, currency: row.currency },
    { amount: row.net, currency: row.currency },
  ]);
}
