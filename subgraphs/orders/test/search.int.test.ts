// Search of orders and attendees: what is found, and the number of rows read for it.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { rowsRead } from "../../../testkit/rows-read.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { attendeeSearchInput, orderSearchInput } from "../inputs.ts";
import { attendeesOf, foundOrders } from "../queries/search.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

const organizationId = randomUUID();
const eventId = randomUUID();
const otherEvent = randomUUID();
const [MANY, FEW, PAGE] = [3_000, 40, 20];

/** One order for each name, with one ticket. */
async function sell(event: string, prefix: string, names: readonly string[], more: { events?: string[] } = {}) {
  await rows(
    orders.running.database.read(),
    sql`with given as (select n, name from unnest(${names}::text[]) with ordinality given (name, n)),
        sold as (
          insert into purchase (id, number, buyer_id, hold_id, names, status, event_id, more_event_ids, organization_id, currency, total, created_at)
          select gen_random_uuid(), ${prefix} || n, gen_random_uuid(), gen_random_uuid(), array[name], 'CONFIRMED', ${event}::uuid, ${more.events ?? []}::uuid[],
            ${organizationId}, 'EUR', 9000, date_trunc('milliseconds', now()) - interval '1 year' + n * interval '1 minute' from given
          returning *),
        items as (
          insert into order_item (order_id, position, seat_id, section_id, section_name, row_label, number, tier_name, price)
          select id, 0, number, gen_random_uuid(), 'Parkett links', (1 + n / 20)::text, (1 + n % 20)::text, 'A', 9000
          from sold join given on number = ${prefix} || n returning order_id)
        insert into ticket (id, order_id, position, event_id, organization_id, holder_id, holder_name, status, price, created_at)
        select gen_random_uuid(), id, 0, ${event}::uuid, ${organizationId}, buyer_id, names[1], 'VALID', 9000, created_at
        from sold join items on order_id = id`,
  );
}

const NAMES = [
  "Zoë Müller-Lüdenscheidt",
  "MULLER Jan",
  "Łukasz Strauß",
  "Ольга Йованович",
  "100% _wild_",
  "Smuller Ann",
];
beforeAll(async () => {
  await sell(
    otherEvent,
    "M",
    Array.from({ length: MANY }, (_, n) => `Guest ${n}`),
  );
  await sell(eventId, "F", [...NAMES, ...Array.from({ length: FEW - NAMES.length }, (_, n) => `Visitor ${n}`)]);
  await rows(orders.running.database.read(), sql`analyze purchase, order_item, ticket`);
});

const attendeesWith = (search: object, page = {}) =>
  attendeesOf(orders.running.database, eventId, { ...attendeeSearchInput.parse(search), ...page });
const ordersWith = (search: object, page = {}) =>
  foundOrders(orders.running.database, organizationId, { ...orderSearchInput.parse(search), ...page });
const buyerOf = async (number: string) => {
  const sold = sql`select buyer_id from purchase where number = ${number}`;
  return (await rows<{ buyerId: string }>(orders.running.database.read(), sold))[0]!.buyerId;
};

test.each([
  ["muller", [1, 2]],
  ["MÜLLER", [1, 2]],
  ["müller".normalize("NFD"), [1, 2]],
  ["mul zo", [1]],
  ["lüdensch", [1]],
  ["lukasz strauss", [3]],
  ["Straus", [3]],
  ["ольга", [4]],
  ["йов", [4]],
  ["иов", [4]],
  ["100%", [5]],
  ["%", []],
  ["_", []],
  ["uller", []],
  ["Guest", []],
])("the name %s finds the holders and orders %j", async (holderName, expected) => {
  const numbers = expected.map((n) => `F${n}`);
  const found = await ordersWith({ holderName, eventId });
  expect(found.nodes.map(({ number }) => number).sort()).toEqual(numbers);
  const names = (await attendeesWith({ holderName })).nodes.map((ticket) => ticket.holderName);
  expect(names.sort()).toEqual(expected.map((n) => NAMES[n - 1]).sort());
});

test.each([
  ["Parkett links 1 3", ["F2"]],
  ["parkett links, 1, 3", ["F2"]],
  ["links 2 1", ["F20"]],
  ["2 1", ["F20"]],
  ["Parkett links 1 33", []],
  ["arkett", []],
  ["-", []],
])("the seat %s finds %j", async (seat, expected) => {
  expect((await ordersWith({ seat, eventId })).nodes.map(({ number }) => number)).toEqual(expected);
  const { nodes, totalCount } = await attendeesWith({ seat });
  expect(nodes).toHaveLength(expected.length);
  expect(await totalCount()).toBe(expected.length);
});

test("a number is found as people type it, only in its organization and event", async () => {
  expect((await ordersWith({ number: " f-2" })).nodes).toMatchObject([{ number: "F2" }]);
  expect((await attendeesWith({ number: "f2" })).nodes).toMatchObject([{ holderName: NAMES[1] }]);
  expect((await attendeesWith({ number: "M2" })).nodes).toEqual([]);
  const search = orderSearchInput.parse({ number: "F2" });
  expect((await foundOrders(orders.running.database, randomUUID(), search)).nodes).toEqual([]);
});

test("people are found as buyers and as holders of tickets, only in the organization and the event", async () => {
  const { database } = orders.running;
  const [buyer, other, holder] = [await buyerOf("F2"), await buyerOf("M2"), randomUUID()];
  await rows(
    database.read(),
    sql`update ticket set holder_id = ${holder} where order_id = (select id from purchase where number = 'F3')`,
  );
  const numbers = async (people: string[], search = {}) =>
    (await ordersWith(search, { people })).nodes.map(({ number }) => number).sort();
  expect(await numbers([buyer])).toEqual(["F2"]);
  expect(await numbers([holder])).toEqual(["F3"]);
  expect(await numbers([await buyerOf("F3")])).toEqual(["F3"]);
  expect(await numbers([buyer, other])).toEqual(["F2", "M2"]);
  expect(await numbers([buyer, other], { eventId })).toEqual(["F2"]);
  expect(await numbers([randomUUID()])).toEqual([]);
  expect(await numbers([])).toEqual([]);
  const names = async (people: string[]) =>
    (await attendeesWith({}, { people })).nodes.map(({ holderName }) => holderName);
  expect(await names([buyer, other])).toEqual([NAMES[1]]);
  expect(await names([holder])).toEqual([NAMES[2]]);
  expect(await names([await buyerOf("F3")])).toEqual([NAMES[2]]);
  expect(await names([])).toEqual([]);
  const elsewhere = { ...orderSearchInput.parse({}), people: [buyer] };
  expect((await foundOrders(database, randomUUID(), elsewhere)).nodes).toEqual([]);
});

test("orders and attendees of people read no row of others", async () => {
  const people = [await buyerOf("M7"), randomUUID()];
  const byOrders = await rowsRead(orders.running.database, (counted) =>
    foundOrders(counted, organizationId, { ...orderSearchInput.parse({}), people, first: PAGE }),
  );
  const byAttendees = await rowsRead(orders.running.database, (counted) =>
    attendeesOf(counted, otherEvent, { ...attendeeSearchInput.parse({}), people, first: PAGE }),
  );
  for (const read of [byOrders, byAttendees]) expect((read.purchase ?? 0) + (read.ticket ?? 0)).toBeLessThanOrEqual(8);
});

test("filters of status and time are combined, and pages follow each other", async () => {
  const to = new Date(Date.now() - 364 * 86_400_000);
  expect(await (await ordersWith({ eventId, status: "CONFIRMED", to })).totalCount()).toBe(FEW);
  expect(await (await ordersWith({ eventId, status: "REFUNDED" })).totalCount()).toBe(0);
  expect(await (await ordersWith({ eventId, from: to })).totalCount()).toBe(0);
  expect(await (await attendeesWith({ status: "VALID", from: to })).totalCount()).toBe(0);
  for (const found of [
    (page: object) => ordersWith({ eventId }, page),
    (page: object) => attendeesWith({ status: "VALID", to }, page),
  ]) {
    const first = await found({ first: PAGE });
    const second = await found({ first: PAGE, after: first.pageInfo.endCursor });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(FEW);
  }
});

test("an order of several events is found by each of them, and its seat by the event of the item", async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  await sell(one, "S", ["Ada"], { events: [two] });
  for (const event of [one, two])
    expect((await ordersWith({ eventId: event })).nodes).toMatchObject([{ number: "S1" }]);
  expect((await ordersWith({ eventId: one, seat: "1 2" })).nodes).toHaveLength(1);
  expect((await ordersWith({ eventId: two, seat: "1 2" })).nodes).toEqual([]);
});

test("a name or seat without an event is refused, as are times in the wrong order", () => {
  for (const field of ["holderName", "seat"])
    expect(orderSearchInput.safeParse({ [field]: "1" }).error?.issues).toMatchObject([
      { path: [field], message: "needs the event: set eventId too" },
    ]);
  const at = new Date();
  expect(attendeeSearchInput.safeParse({ from: at, to: at }).error?.issues).toMatchObject([{ path: ["to"] }]);
});

test.each([
  ["a number", { number: "M7" }, 2],
  ["an event", { eventId }, 3 * FEW],
  ["a name", { eventId, holderName: "mul" }, 5 * FEW],
  ["a seat", { eventId, seat: "1 2" }, 5 * FEW],
  ["times", { from: new Date(Date.now() - 1000) }, PAGE],
  ["nothing", {}, 2 * PAGE],
])("orders by %s read no row of other events or of the past", async (_, search, most) => {
  const read = await rowsRead(orders.running.database, (counted) =>
    foundOrders(counted, organizationId, { ...orderSearchInput.parse(search), first: PAGE }),
  );
  expect((read.purchase ?? 0) + (read.order_item ?? 0) + (read.ticket ?? 0)).toBeLessThanOrEqual(most);
});

test.each([
  ["nothing", {}, otherEvent, 2 * PAGE],
  ["a number", { number: "M7" }, otherEvent, 5],
  ["a name", { holderName: "mul" }, eventId, 2 * FEW],
  ["a seat", { seat: "1 2" }, eventId, 3 * FEW],
])("attendees by %s read no row of other events or orders", async (_, search, event, most) => {
  const read = await rowsRead(orders.running.database, (counted) =>
    attendeesOf(counted, event, { ...attendeeSearchInput.parse(search), first: PAGE }),
  );
  expect((read.purchase ?? 0) + (read.order_item ?? 0) + (read.ticket ?? 0)).toBeLessThanOrEqual(most);
});
