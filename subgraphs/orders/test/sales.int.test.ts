// Projections of sales and purchases: repeated messages count once, and a rebuild makes the same bytes.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { consumeBatch } from "../../../platform/messaging/inbox.ts";
import type { Envelope } from "../../../platform/core/contracts.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { rebuild } from "../../../platform/messaging/projection.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { localDay } from "../../../domain/local-time.ts";
import { OrderConfirmed, TicketsCancelled } from "../../../schema/messages/orders.ts";
import { OrganizationTimeZoneSet } from "../../../schema/messages/users.ts";
import { purchasesProjection } from "../projections/purchases.ts";
import { salesProjection } from "../projections/sales.ts";
import { salesOf } from "../queries/sales.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

const [organizationId, eventId, otherEventId] = [randomUUID(), randomUUID(), randomUUID()];
const of = { organizationId, eventId, currency: "EUR" };

async function sell(at: string, tickets: number, total: number, rest: Partial<typeof of> = {}): Promise<string> {
  const orderId = randomUUID();
  const confirmed = { ...of, ...rest, orderId, buyerId: randomUUID(), total, tickets, confirmedAt: at };
  await orders.running.database.transaction((tx) => publish(tx, OrderConfirmed, orderId, confirmed));
  return orderId;
}

async function giveBack(
  orderId: string,
  at: string,
  tickets: number,
  amount: number,
  rest: Partial<typeof of> = {},
): Promise<void> {
  const cancelled = { ...of, ...rest, cancellationId: randomUUID(), orderId, tickets, amount, at };
  await orders.running.database.transaction((tx) => publish(tx, TicketsCancelled, orderId, cancelled));
}

const tables = async () => {
  const { database } = orders.running;
  return JSON.stringify([
    await rows(database.read(), sql`select * from sales_by_day order by organization_id, day, event_id, currency`),
    await rows(database.read(), sql`select * from sales_counted order by what, id`),
    await rows(database.read(), sql`select * from sales_by_quarter_hour order by 1, 2, 3, 4`),
    await rows(database.read(), sql`select * from sales_by_zone_day order by 1, 2, 3, 4`),
    await rows(database.read(), sql`select * from bought order by order_id`),
    await rows(database.read(), sql`select * from bought_return order by cancellation_id`),
  ]);
};
const settled = () =>
  until(
    async () => (await orders.running.relay.waiting()).messages + (await orders.running.consumer.lag()) === 0,
    "all is counted",
  );

test("sales are counted by the day on which they happened, and what comes back by its own", async () => {
  const first = await sell("2027-03-28T23:59:59.999Z", 2, 9_000);
  await sell("2027-03-28T00:00:00.000Z", 1, 4_500);
  await sell("2027-03-29T00:00:00.000Z", 3, 300, { eventId: otherEventId, currency: "JPY" });
  await giveBack(first, "2027-03-30T12:00:00.000Z", 1, 4_500);
  await settled();
  const { database } = orders.running;
  const found = await salesOf(database, organizationId, { first: 2 });
  expect(found.nodes).toEqual([
    expect.objectContaining({ day: "2027-03-30", eventId, orders: 0, ticketsReturned: 1, returned: 4_500 }),
    expect.objectContaining({ day: "2027-03-29", eventId: otherEventId, currency: "JPY", tickets: 3, gross: 300 }),
  ]);
  expect(found).toMatchObject({ pageInfo: { hasNextPage: true } });
  expect(await found.totalCount()).toBe(3);
  const rest = await salesOf(database, organizationId, { first: 2, after: found.pageInfo.endCursor });
  expect(rest.nodes).toEqual([expect.objectContaining({ day: "2027-03-28", orders: 2, tickets: 3, gross: 13_500 })]);
  const within = { from: "2027-03-28", to: "2027-03-30", eventId };
  expect(await (await salesOf(database, organizationId, within)).totalCount()).toBe(1);
  expect(await (await salesOf(database, randomUUID(), {})).totalCount()).toBe(0);
});

test("sums beyond 32 bits are told by their successors, and the fields that can't hold them say so", async () => {
  const own = { organizationId: randomUUID(), eventId: randomUUID() };
  const total = 2_000_000_000;
  const orderIds = [
    await sell("2027-06-01T10:00:00.000Z", 1, total, own),
    await sell("2027-06-01T11:00:00.000Z", 1, total, own),
  ];
  for (const orderId of orderIds) await giveBack(orderId, "2027-06-01T12:00:00.000Z", 1, total, own);
  await settled();
  const owner = { userId: randomUUID(), memberships: { [own.organizationId]: "OWNER" } };
  const ask = (fields: string) =>
    orders.as(
      owner,
      `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Organization { sales { nodes { ${fields} } } } } }`,
      {
        ids: [{ __typename: "Organization", id: own.organizationId }],
      },
    );
  const whole = await ask("grossSum { amount currency } returnedSum { amount }");
  expect(whole).toMatchObject({
    data: {
      _entities: [
        {
          sales: { nodes: [{ grossSum: { amount: 2 * total, currency: "EUR" }, returnedSum: { amount: 2 * total } }] },
        },
      ],
    },
  });
  for (const field of ["gross", "returned"]) {
    const { errors } = await ask(`${field} { amount }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`${field}Sum`), extensions: { code: "OUT_OF_RANGE" } },
    ]);
  }
});

test("rebuilt from the outbox it is the same, byte for byte, also if messages repeat or come during it", async () => {
  const { database, handlers } = orders.running;
  for (let index = 0; index < 60; index++) {
    const day = `2027-04-0${1 + (index % 9)}T10:00:00.000Z`;
    const orderId = await sell(day, 1 + (index % 4), 1_000 + index);
    if (index % 3 === 0) await giveBack(orderId, day, 1, 500);
  }
  await settled();
  const before = await tables();
  for (const projection of [salesProjection, purchasesProjection]) {
    expect(await rebuild(database, projection)).toBeGreaterThan(60);
    expect(await tables()).toBe(before);
  }
  // Delivered again with other message IDs: nothing counts twice.
  const told = await rows<Envelope>(
    database.read(),
    sql`select message_id, name, key, body, correlation_id, id as seq from outbox order by id`,
  );
  await consumeBatch(
    database,
    handlers,
    told.map((envelope) => ({ ...envelope, messageId: randomUUID() })),
  );
  expect(await tables()).toBe(before);
  // Sales continue during the rebuild.
  const [replayed] = await Promise.all([
    rebuild(database, salesProjection),
    rebuild(database, purchasesProjection),
    ...Array.from({ length: 10 }, () => sell("2027-05-01T10:00:00.000Z", 2, 2_000)),
  ]);
  expect(replayed).toBeGreaterThan(60);
  await settled();
  const after = await tables();
  expect((await salesOf(database, organizationId, { from: "2027-05-01" })).nodes).toMatchObject([
    { orders: 10, tickets: 20, gross: 20_000 },
  ]);
  await rebuild(database, salesProjection);
  await rebuild(database, purchasesProjection);
  expect(await tables()).toBe(after);
});

interface Counted {
  at: Date;
  eventId: string;
  tickets: number;
  ticketsReturned: number;
}

/** Tickets by day and event, worked out without a database. */
function daysIn(zone: string, all: Counted[]): Record<string, number[]> {
  const days: Record<string, number[]> = {};
  for (const { at, eventId: of, tickets, ticketsReturned } of all) {
    const day = (days[`${localDay(at, zone)} ${of}`] ??= [0, 0]);
    [day[0], day[1]] = [day[0]! + tickets, day[1]! + ticketsReturned];
  }
  return days;
}

async function daysOf(ofOrganization: string): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await salesOf(orders.running.database, ofOrganization, { first: 3, after });
    for (const one of nodes) found[`${one.day} ${one.eventId}`] = [one.tickets, one.ticketsReturned];
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

async function hearZone(ofOrganization: string, timeZone: string, version: number): Promise<void> {
  const body = { organizationId: ofOrganization, timeZone, version };
  const envelope = { name: OrganizationTimeZoneSet.name, body, key: "", correlationId: null, seq: 1 };
  for (const messageId of [randomUUID(), randomUUID()])
    await consumeBatch(orders.running.database, orders.running.handlers, [{ ...envelope, messageId }]);
}

test("days are those of the organization's time zone, also of past sales, of sales during the recount, and across changes of clocks", async () => {
  const random = createRandom(seedOfRun());
  const own = { organizationId: randomUUID(), eventId: randomUUID() };
  const all: Counted[] = [];
  const ZONES = ["Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "UTC", "Europe/Berlin"];
  // Around midnight and around changes of clocks in 2027.
  const sellSome = async (count: number) => {
    for (let index = 0; index < count; index++) {
      const day = random.pick(["2027-03-13", "2027-03-27", "2027-04-03", "2027-10-02", "2027-10-30", "2027-11-06"]);
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + random.below(72 * 60) * 60_000 + 59_999);
      const eventId = random.pick([own.eventId, otherEventId]);
      const orderId = await sell(at.toISOString(), 2, 9_000, { ...own, eventId });
      all.push({ at, eventId, tickets: 2, ticketsReturned: 0 });
      if (index % 4 > 0) continue;
      const back = new Date(at.getTime() + 3_600_000);
      await giveBack(orderId, back.toISOString(), 1, 4_500, { ...own, eventId });
      all.push({ at: back, eventId, tickets: 0, ticketsReturned: 1 });
    }
  };
  await sellSome(40);
  await settled();
  expect(await daysOf(own.organizationId)).toEqual(daysIn("UTC", all));
  for (const [index, zone] of ZONES.entries()) {
    const version = index * 2 + 2;
    await Promise.all([sellSome(20), hearZone(own.organizationId, zone, version)]);
    // Late: an older message.
    await hearZone(own.organizationId, "Pacific/Auckland", version - 1);
    await settled();
    const expected = daysIn(zone, all);
    await until(async () => isDeepStrictEqual(await daysOf(own.organizationId), expected), `days are those of ${zone}`);
  }
  const before = await tables();
  await rebuild(orders.running.database, salesProjection);
  expect(await tables()).toBe(before);
});

test("sales that a version without time zones counted stay on their day", async () => {
  const own = { organizationId: randomUUID(), eventId: randomUUID() };
  await rows(
    orders.running.database.read(),
    sql`insert into sales_by_day (organization_id, event_id, day, currency, orders, tickets, gross)
        values (${own.organizationId}, ${own.eventId}, '2027-03-27', 'EUR', 1, 5, 500)`,
  );
  await sell("2027-03-27T23:30:00.000Z", 2, 200, own);
  await settled();
  await hearZone(own.organizationId, "Europe/Berlin", 1);
  const expected = { [`2027-03-27 ${own.eventId}`]: [5, 0], [`2027-03-28 ${own.eventId}`]: [2, 0] };
  await until(async () => Object.keys(await daysOf(own.organizationId)).length === 2, "the days are counted");
  expect(await daysOf(own.organizationId)).toEqual(expected);
});

test("what one batch tells twice is counted once", async () => {
  const own = { organizationId: randomUUID(), eventId: randomUUID(), currency: "EUR" };
  const [orderId, cancellationId, day] = [randomUUID(), randomUUID(), "2027-05-01"];
  const at = `${day}T12:00:00.000Z`;
  const confirmed = { ...own, orderId, buyerId: randomUUID(), total: 9_000, tickets: 2, confirmedAt: at };
  const cancelled = { ...own, cancellationId, orderId, tickets: 1, amount: 4_500, at };
  const heard = [
    ...[confirmed, confirmed].map((body) => ({ name: OrderConfirmed.name, body })),
    ...[cancelled, cancelled].map((body) => ({ name: TicketsCancelled.name, body })),
  ].map((one): Envelope => ({ ...one, messageId: randomUUID(), key: orderId, correlationId: null, seq: 1 }));
  const { database } = orders.running;
  for (const { handlers } of [salesProjection, purchasesProjection]) {
    // The inbox takes each message once: the second projection needs other message IDs.
    await consumeBatch(
      database,
      handlers,
      heard.map((one) => ({ ...one, messageId: randomUUID() })),
    );
  }
  expect((await salesOf(database, own.organizationId, {})).nodes).toEqual([
    expect.objectContaining({ orders: 1, tickets: 2, gross: 9_000, ticketsReturned: 1, returned: 4_500 }),
  ]);
  const bought = sql`select b.total, (select count(*)::int from bought_return r where r.order_id = b.order_id) as returns from bought b where b.order_id = ${orderId}`;
  expect(await rows(database.read(), bought)).toEqual([{ total: 9_000, returns: 1 }]);
});
