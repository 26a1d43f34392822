// End-to-end journey of a theatre: publication of a season, a season ticket, concurrent web and counter sales, exchanges, a rescheduled date, admission, accounting.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  createVenue,
  holdSeats,
  inDays,
  payOrder,
  placeOrder,
  readOrder,
  setMember,
  signInAsStaff,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import { switchInvoicesOn } from "./invoicing.ts";

const STAFF = randomUUID();
/** ORDERS_CHANGE_LETTER_SECONDS by default. */
const DELAY = 300;
const ADULT = 4_500;
const CHILD = 1_500;
/** Three dates with a discount of 20 %. */
const SEASON = 10_800;
const FLOAT = 10_000;

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let staff: Person;
let owner: Person;
let clerk: Person;
let usher: Person;
let organizationId: string;
/** Dates of the season, each with its free seats. */
let dates: { id: string; seats: string[] }[];
let drawerId: string;
const BUYERS = ["subscriber", "family", "regular", "late"] as const;
const buyers: Record<(typeof BUYERS)[number], Person> = {} as never;

beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const env = { SMTP_URL: mail.smtpUrl, PLATFORM_STAFF: STAFF, USERS_VERIFIED_DOMAINS: "example.org" };
  supergraph = await startSupergraph(env);
  staff = await signInAsStaff(supergraph, STAFF);
  owner = await signUp(supergraph.client, "Theatre");
  organizationId = await createOrganization(owner.client, "City Theatre");
  [clerk, usher] = [await signUp(supergraph.client, "Clerk"), await signUp(supergraph.client, "Usher")];
  await setMember(owner.client, organizationId, clerk.id, "BOX_OFFICE");
  await setMember(owner.client, organizationId, usher.id, "SCANNER");
  for (const name of BUYERS) buyers[name] = await signUp(supergraph.client);
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

/** Result of a mutation with one input. */
async function change(client: Client, mutation: string, input: Data, fields: string): Promise<Data> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($i: ${type}!) { ${mutation}(input: $i) { __typename ${fields} ... on Error { message } } }`;
  return (await client.ask(query, { i: { idempotencyKey: randomUUID(), ...input } }))[mutation];
}

const ofOrganization = async (fields: string): Promise<Data> =>
  (await owner.client.ask(`query ($id: ID!) { organization(id: $id) { ${fields} } }`, { id: organizationId }))
    .organization;
const take = (date: number, count: number) => dates[date]!.seats.splice(0, count);
const sale = (holdId: string, total: number, more: Data) =>
  change(
    clerk.client,
    "sellAtCounter",
    { organizationId, holdId, expectedTotal: total, ...more },
    "... on Order { id status total { amount } tickets { id code } counterSale { change { amount } } }",
  );
const holdAtCounter = (date: number, seatIds: string[]) =>
  change(
    clerk.client,
    "holdSeats",
    { eventId: dates[date]!.id, seatIds, atCounter: true },
    "... on Hold { id total { amount } }",
  );
const orders: Record<string, string> = {};

test("a season with a child price is created and published", async () => {
  const hall = [
    { name: "Stalls", kind: "SEATED" as const, rows: [1, 2, 3].map((row) => ({ label: `${row}`, seats: 10 })) },
  ];
  const venueId = await createVenue(owner.client, organizationId, hall);
  await switchInvoicesOn(owner.client, organizationId);
  const child = { name: "Child", price: { amount: CHILD, currency: "EUR" }, onlyWith: ["Adult"], mostForEach: 2 };
  const stalls = { name: "Stalls", price: { amount: ADULT, currency: "EUR" }, sections: ["Stalls"] };
  const priced = { ...stalls, standardName: "Adult", prices: [child] };
  const first = await createEvent(owner.client, organizationId, venueId, [priced], {
    name: "Aida",
    startsAt: inDays(30),
  });
  const copies = await change(
    owner.client,
    "copyEvent",
    { eventId: first, startsAt: [inDays(31), inDays(32)], newSeries: "Season" },
    "... on CopiedEvents { events { id series { id } } }",
  );
  await owner.client.ask(
    `mutation ($s: ID!, $k: String!) { publishSeries(seriesId: $s, idempotencyKey: $k) { __typename } }`,
    { s: copies.events[0].series.id, k: randomUUID() },
  );
  await supergraph.settle();
  const ids = [first, ...copies.events.map(({ id }: Data) => id as string)];
  dates = await Promise.all(
    ids.map(async (id) => ({ id, seats: (await allSeats(owner.client, id)).map((seat) => seat.id as string) })),
  );
  expect(dates.map(({ seats }) => seats.length)).toEqual([30, 30, 30]);
});

test("a season ticket has a seat at every date in one order, a fifth cheaper", async () => {
  const eventIds = dates.map(({ id }) => ({ eventId: id }));
  const season = { name: "Season ticket", events: eventIds, discountPercent: 20 };
  const { id: packageId } = await change(owner.client, "createPackage", season, "... on TicketPackage { id }");
  await supergraph.settle();
  const { client } = buyers.subscriber;
  const events = dates.map(({ id }, date) => ({ eventId: id, seatIds: take(date, 1) }));
  const fields = "... on HeldPackage { total { amount } holds { id } }";
  const held = await change(client, "holdPackage", { packageId, events, expectedTotal: SEASON }, fields);
  expect(held).toMatchObject({ __typename: "HeldPackage", total: { amount: SEASON } });
  const [first, ...others] = held.holds.map(({ id }: Data) => id as string);
  const { id } = await placeOrder(client, first, { moreHoldIds: others });
  await payOrder(client, id);
  await supergraph.settle();
  const order = await readOrder(owner.client, id);
  expect([order.status, order.tickets.length]).toEqual(["CONFIRMED", 3]);
  orders.subscriber = id;
});

test("web and counter sell at once: each seat once, a family with the price of a child, a basket of two dates", async () => {
  const drawer = { organizationId, currency: "EUR", openingFloat: FLOAT };
  drawerId = (await change(clerk.client, "openDrawer", drawer, "... on Drawer { id }")).id;
  const contested = take(0, 1);
  const web = async () => holdSeats(buyers.late.client, dates[0]!.id, contested);
  const [online, atCounter] = await Promise.all([web(), holdAtCounter(0, contested)]);
  expect([online.__typename, atCounter.__typename].sort()).toEqual(["Hold", "SeatsUnavailable"]);
  // The winner of the race pays.
  if (online.__typename === "Hold") {
    const { id } = await placeOrder(buyers.late.client, online.id);
    await payOrder(buyers.late.client, id);
  } else await sale(atCounter.id, ADULT, { tender: "CASH", given: 5_000 });

  const [seat, childSeat] = take(0, 2);
  const family = await change(
    buyers.family.client,
    "holdSeats",
    { eventId: dates[0]!.id, seatIds: [seat, childSeat], prices: [{ seatId: childSeat, price: "Child" }] },
    "... on Hold { id total { amount } }",
  );
  expect(family.total.amount).toBe(ADULT + CHILD);
  const basket = await Promise.all(
    [1, 2].map((date) => holdSeats(buyers.regular.client, dates[date]!.id, take(date, 1))),
  );
  const counter = await holdAtCounter(1, take(1, 2));
  const [familyOrder, regularOrder, sold] = await Promise.all([
    placeOrder(buyers.family.client, family.id),
    placeOrder(buyers.regular.client, basket[0]!.id, { moreHoldIds: [basket[1]!.id] }),
    sale(counter.id, 2 * ADULT, { tender: "CASH", given: 10_000 }),
  ]);
  expect(sold).toMatchObject({ status: "CONFIRMED", counterSale: { change: { amount: 1_000 } } });
  await Promise.all([payOrder(buyers.family.client, familyOrder.id), payOrder(buyers.regular.client, regularOrder.id)]);
  const terminal = await holdAtCounter(2, take(2, 1));
  await sale(terminal.id, ADULT, { tender: "TERMINAL", reference: "A-1" });
  const late = await holdSeats(buyers.late.client, dates[1]!.id, take(1, 1));
  const lateOrder = await placeOrder(buyers.late.client, late.id);
  await payOrder(buyers.late.client, lateOrder.id);
  await supergraph.settle();
  Object.assign(orders, { family: familyOrder.id, regular: regularOrder.id, counter: sold.id, late: lateOrder.id });
  for (const [name, id] of Object.entries(orders))
    expect([name, (await readOrder(owner.client, id)).status]).toEqual([name, "CONFIRMED"]);
});

test("a buyer takes dearer seats of another date for the difference, and then a cheaper one for the rest back", async () => {
  const [from, to] = [dates[2]!.id, dates[0]!.id];
  const { set } = await owner.client.ask(
    `mutation ($from: SetExchangePolicyInput!, $to: SetExchangePolicyInput!) {
       set: setExchangePolicy(input: $from) { __typename } setExchangePolicy(input: $to) { __typename } }`,
    { from: { eventId: from, isAllowed: true, fee: 200, otherEvents: true }, to: { eventId: to, isAllowed: true } },
  );
  expect(set.__typename).toBe("Event");
  await supergraph.settle();
  const { client } = buyers.regular;
  const hold = async (date: number, adult: string, child: string, price: string) => {
    const prices = [{ seatId: child, price }];
    const held = { eventId: dates[date]!.id, seatIds: [adult, child], prices };
    return (await change(client, "holdSeats", held, "... on Hold { id }")).id as string;
  };
  const seats = (date: number) => take(date, 2) as [string, string];
  const bought = await placeOrder(client, await hold(2, ...seats(2), "Child"));
  await payOrder(client, bought.id);
  await supergraph.settle();
  const exchange = async (orderId: string, holdId: string, expectedDifference: number): Promise<string> => {
    const { tickets } = await readOrder(owner.client, orderId);
    const ticketIds = tickets.map(({ id }: Data) => id as string);
    const given = { ticketIds, holdId, expectedDifference };
    const order = await change(client, "exchangeTickets", given, "... on Order { id amountDue { amount } }");
    expect(order).toMatchObject({ __typename: "Order", amountDue: { amount: Math.max(0, expectedDifference) } });
    if (expectedDifference > 0) await payOrder(client, order.id);
    await supergraph.settle();
    return order.id as string;
  };
  const upgrade = 2 * ADULT - (ADULT + CHILD - 400);
  const dearer = await exchange(bought.id, await hold(0, ...seats(0), "Adult"), upgrade);
  const cheaper = await exchange(dearer, await hold(0, ...seats(0), "Child"), CHILD - ADULT);
  const ends = [bought.id, dearer, cheaper].map(async (id) =>
    (await readOrder(owner.client, id)).tickets.map(({ status }: Data) => status as string),
  );
  expect(await Promise.all(ends)).toEqual([
    ["CANCELLED", "CANCELLED"],
    ["CANCELLED", "CANCELLED"],
    ["VALID", "VALID"],
  ]);
});

test("the second date is moved: two buyers keep the ticket, another takes the money, and the clerk returns cash", async () => {
  const { id } = dates[1]!;
  const { event } = await owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id });
  await owner.client.ask(`mutation ($i: UpdateEventInput!) { updateEvent(input: $i) { __typename } }`, {
    i: { eventId: id, expectedVersion: event.version, startsAt: inDays(45), refundUntil: inDays(20) },
  });
  await supergraph.settle();
  await supergraph.advance(DELAY + 1);
  await until(() => mail.mails().some(({ to }) => to.includes(buyers.late.email)), "the buyer has a letter");
  for (const [buyer, answer] of [
    ["regular", "KEEP"],
    ["late", "REFUND"],
  ] as const) {
    const given = { orderId: orders[buyer], answer };
    const answered = await change(buyers[buyer].client, "answerRefundOffer", given, "... on Order { id }");
    expect([buyer, answered.__typename]).toEqual([buyer, "Order"]);
  }
  const { tickets } = await readOrder(owner.client, orders.counter!);
  const back = { orderId: orders.counter, ticketIds: [tickets[0].id], reason: "Can't come on the new date" };
  await change(clerk.client, "refundOrder", back, "... on Order { status }");
  await supergraph.settle();
  const states = ["subscriber", "regular", "late", "counter"].map(
    async (name) => (await readOrder(owner.client, orders[name]!)).status,
  );
  expect(await Promise.all(states)).toEqual(["CONFIRMED", "CONFIRMED", "REFUNDED", "PARTIALLY_REFUNDED"]);
});

test("people enter at a gate, leave for the intermission and come back, and a ticket admits one at a time", async () => {
  const eventId = dates[0]!.id;
  const gate = await change(owner.client, "createGate", { eventId, name: "Foyer" }, "... on Gate { id }");
  const { tickets } = await readOrder(buyers.family.client, orders.family!);
  const enter = async (code: string): Promise<string> => {
    const query = `mutation ($c: String!, $e: ID!, $g: ID!) { checkIn(code: $c, eventId: $e, gateId: $g) { __typename } }`;
    return (await usher.client.ask(query, { c: code, e: eventId, g: gate.id })).checkIn.__typename;
  };
  const leave = (code: string) =>
    change(usher.client, "checkOut", { code, eventId, gateId: gate.id }, "... on Ticket { inside }");
  const [adult, child] = tickets.map(({ code }: Data) => code as string);
  expect([await enter(adult), await enter(adult), await enter(child)]).toEqual([
    "Ticket",
    "TicketAlreadyUsed",
    "Ticket",
  ]);
  expect(await leave(adult)).toMatchObject({ __typename: "Ticket", inside: false });
  expect([await enter(adult), await enter(adult)]).toEqual(["Ticket", "TicketAlreadyUsed"]);
});

test("the drawer is closed without a difference, and the takings of the day are its own", async () => {
  const { drawers } = await ofOrganization("drawers { nodes { expected { amount } } }");
  const counted = drawers.nodes[0].expected.amount as number;
  const closed = await change(
    clerk.client,
    "closeDrawer",
    { drawerId, counted },
    "... on Drawer { difference { amount } takings { tender net { amount } } }",
  );
  expect(closed.difference.amount).toBe(0);
  // Days are in UTC, and the test may run across midnight: takings of three days are added up.
  const days = [-1, 0, 1].map((day) => inDays(day).slice(0, 10));
  const takings = await ofOrganization(
    days.map((day, index) => `day${index}: counterTakings(day: "${day}") { tender net { amount } }`).join(" "),
  );
  const sums: Record<string, number> = {};
  for (const { tender, net } of Object.values(takings).flat() as Data[])
    sums[tender] = (sums[tender] ?? 0) + (net.amount as number);
  expect(sums).toEqual(Object.fromEntries(closed.takings.map(({ tender, net }: Data) => [tender, net.amount])));
  const cash = closed.takings.find(({ tender }: Data) => tender === "CASH").net.amount as number;
  expect(counted).toBe(FLOAT + cash);
  expect(closed.takings).toContainEqual({ tender: "TERMINAL", net: { amount: ADULT } });
});

test("invoices have numbers without gaps and add up to what was kept; the balance is paid out; all books agree", async () => {
  await supergraph.advance(DELAY + 3_600);
  await supergraph.settle();
  const { invoices, statements } = await ofOrganization(`
    invoices(first: 50) { nodes { number total { amount } } }
    statements(from: "1970-01-01T00:00:00Z") { closingSum { amount } }`);
  const numbers = invoices.nodes
    .map(({ number }: Data) => Number((number as string).split("-")[1]))
    .sort((one: number, other: number) => one - other);
  expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1));
  const [statement] = statements;
  const { drawers } = await ofOrganization("drawers { nodes { takings { net { amount } } } }");
  const atCounter = drawers.nodes[0].takings.reduce((sum: number, { net }: Data) => sum + (net.amount as number), 0);
  const documents = invoices.nodes.reduce((sum: number, { total }: Data) => sum + (total.amount as number), 0);
  expect(documents).toBe(statement.closingSum.amount + atCounter);

  const payout = { organizationId, amount: statement.closingSum.amount, currency: "EUR", reference: "BANK-1" };
  const paid = await change(
    staff.client,
    "recordPayout",
    { ...payout, until: new Date().toISOString() },
    "... on Payout { amount { amount } }",
  );
  expect(paid).toMatchObject({ __typename: "Payout", amount: { amount: payout.amount } });
  const after = await ofOrganization(`statements(from: "1970-01-01T00:00:00Z") { closingSum { amount } }`);
  expect(after.statements).toEqual([{ closingSum: { amount: 0 } }]);

  const { reconcile } = await staff.client.ask(`mutation { reconcile { id } }`);
  await until(async () => {
    const { reconciliations } = await staff.client.ask(`{ reconciliations(first: 1) { nodes { id finishedAt } } }`);
    return reconciliations.nodes[0].id === reconcile.id && reconciliations.nodes[0].finishedAt !== null;
  }, "the reconciliation is done");
  const { discrepancies } = await staff.client.ask(`{ discrepancies(open: true) { nodes { kind detail } } }`);
  expect(discrepancies.nodes).toEqual([]);
});
