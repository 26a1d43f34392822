// What is on: venues, events, their dates, their search; and what organizers and buyers see of their own.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import {
  buy,
  createEvent,
  createVenue,
  holdSeats,
  inDays,
  openShow,
  PASSWORD,
  placeOrder,
  publishEvent,
  readOrder,
  signUp,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
let show: Show;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
});
afterAll(() => supergraph.stop());

const all = (sections: string[], amount = 1_000) => [{ name: "All", price: { amount, currency: "EUR" }, sections }];

async function onSale(
  name: string,
  rest: Record<string, unknown> = {},
  venue: Record<string, unknown> = {},
): Promise<string> {
  const venueId = await createVenue(
    show.owner.client,
    show.organizationId,
    [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 10 }],
    venue,
  );
  const eventId = await createEvent(show.owner.client, show.organizationId, venueId, all(["Floor"]), { name, ...rest });
  await publishEvent(show.owner.client, eventId);
  return eventId;
}

const find = async (filter: Record<string, unknown>, more = ""): Promise<Data> =>
  (
    await supergraph
      .client()
      .ask(
        `query ($f: EventFilter) { events(filter: $f${more}) { totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }`,
        { f: filter },
      )
  ).events;

test("events are found by words, city, category and time, the best match first", async () => {
  const word = `Zauberflöte${Date.now()}`;
  const inName = await onSale(`Die ${word}`, { category: "THEATRE", startsAt: inDays(50) });
  const inDescription = await onSale("Oper", { description: `Heute: ${word}`, startsAt: inDays(10) }, { city: "Jena" });
  expect((await find({ text: word })).nodes.map(({ id }: Data) => id)).toEqual([inName, inDescription]);
  expect((await find({ text: word, city: "jena" })).nodes.map(({ id }: Data) => id)).toEqual([inDescription]);
  expect((await find({ text: word, category: "THEATRE" })).totalCount).toBe(1);
  expect(
    (await find({ text: word, startsAfter: inDays(20), startsBefore: inDays(60) })).nodes.map(({ id }: Data) => id),
  ).toEqual([inName]);
  expect((await find({ text: word, status: "CANCELLED" })).totalCount).toBe(0);
  expect((await find({ text: `"no such ${word}"` })).totalCount).toBe(0);
});

test("pages stay where they are while events come and go before them", async () => {
  const city = `City${Date.now()}`;
  const ids: string[] = [];
  for (let day = 1; day <= 5; day++) ids.push(await onSale(`Day ${day}`, { startsAt: inDays(day) }, { city }));
  const first = await find({ city }, ", first: 2");
  expect(first).toMatchObject({
    totalCount: 5,
    nodes: [{ id: ids[0] }, { id: ids[1] }],
    pageInfo: { hasNextPage: true },
  });
  await onSale("Earlier", { startsAt: inDays(0.5) }, { city });
  const second = await find({ city }, `, first: 3, after: "${first.pageInfo.endCursor}"`);
  expect(second).toMatchObject({
    nodes: [{ id: ids[2] }, { id: ids[3] }, { id: ids[4] }],
    pageInfo: { hasNextPage: false },
  });
});

test("of two editors who saw the same version the second is refused", async () => {
  const id = await onSale("Before");
  const update = async (input: Record<string, unknown>) =>
    (
      await show.owner.client.ask(
        `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename ... on Event { name version endsAt } ... on EventChanged { event { name version } } } }`,
        { input: { eventId: id, ...input } },
      )
    ).updateEvent;
  const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id });
  const [one, two] = await Promise.all([
    update({ expectedVersion: event.version, name: "One" }),
    update({ expectedVersion: event.version, name: "Two" }),
  ]);
  expect([one.__typename, two.__typename].sort()).toEqual(["Event", "EventChanged"]);
  const [winner, loser] = one.__typename === "Event" ? [one, two] : [two, one];
  expect(loser.event).toEqual({ name: winner.name, version: winner.version });
});

test("a series groups the dates of one show", async () => {
  const { createSeries } = await show.owner.client.ask(
    `mutation ($input: CreateSeriesInput!) { createSeries(input: $input) { __typename ... on Series { id } } }`,
    { input: { organizationId: show.organizationId, name: "Ring", idempotencyKey: randomUUID() } },
  );
  const [second, first] = [
    await onSale("Walküre", { seriesId: createSeries.id, startsAt: inDays(9) }),
    await onSale("Rheingold", { seriesId: createSeries.id, startsAt: inDays(8) }),
  ];
  const { series } = await supergraph
    .client()
    .ask(`query ($id: ID!) { series(id: $id) { name events { nodes { id series { name } } } } }`, {
      id: createSeries.id,
    });
  expect(series).toEqual({
    name: "Ring",
    events: {
      nodes: [
        { id: first, series: { name: "Ring" } },
        { id: second, series: { name: "Ring" } },
      ],
    },
  });
});

test("a journey tells its route and times, and its passengers' names are on the tickets", async () => {
  const journey = {
    route: "RE 7",
    origin: "Erfurt",
    destination: "Würzburg",
    departsAt: inDays(5),
    arrivesAt: inDays(5.1),
  };
  const eventId = await onSale("To Würzburg", { category: "JOURNEY", journey });
  const buyer = await signUp(supergraph.client);
  const { event } = await buyer.client.ask(
    `query ($id: ID!) { event(id: $id) { journey { route origin destination departsAt arrivesAt } seats { nodes { id } } } }`,
    { id: eventId },
  );
  expect(event.journey).toEqual(journey);
  const hold = await holdSeats(buyer.client, eventId, [event.seats.nodes[0].id, event.seats.nodes[1].id]);
  const order = await placeOrder(buyer.client, hold.id, { names: ["Ada Lovelace"] });
  const { payOrder } = await buyer.client.ask(
    `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename } }`,
    { input: { orderId: order.id, paymentMethod: "pm_card_visa", idempotencyKey: randomUUID() } },
  );
  expect(payOrder.__typename).toBe("Payment");
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, order.id);
  expect(tickets.map(({ holderName }: Data) => holderName)).toEqual(["Ada Lovelace", null]);
  const { nameTicket } = await buyer.client.ask(
    `mutation ($t: ID!) { nameTicket(ticketId: $t, name: "Charles") { __typename ... on Ticket { holderName qr } } }`,
    { t: tickets[1].id },
  );
  expect(nameTicket).toMatchObject({ holderName: "Charles", qr: expect.stringContaining("<svg") });
});

test("a buyer reads their own orders and tickets by status, newest first, in pages", async () => {
  const own = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const orders: string[] = [];
  for (const index of [2, 3, 4]) orders.unshift((await buy(buyer.client, own.eventId, [own.seats[index].id])).order.id);
  const waiting = await placeOrder(buyer.client, (await holdSeats(buyer.client, own.eventId, [own.seats[7].id])).id);
  await supergraph.settle();
  const query = `query ($a: String) { me { orders(first: 2, after: $a, status: CONFIRMED) { totalCount nodes { id } pageInfo { endCursor } } tickets(status: VALID) { totalCount } waiting: orders(status: AWAITING_PAYMENT) { nodes { id } } } }`;
  const { me } = await buyer.client.ask(query);
  expect(me).toMatchObject({
    orders: { totalCount: 3, nodes: [{ id: orders[0] }, { id: orders[1] }] },
    tickets: { totalCount: 3 },
    waiting: { nodes: [{ id: waiting.id }] },
  });
  expect((await buyer.client.ask(query, { a: me.orders.pageInfo.endCursor })).me.orders.nodes).toEqual([
    { id: orders[2] },
  ]);
  const { organization } = await own.owner.client.ask(
    `query ($id: ID!) { organization(id: $id) { orders { totalCount } events { nodes { availabilityReport { section { name } priceTier { name } total available held sold } } } } }`,
    { id: own.organizationId },
  );
  expect(organization.orders.totalCount).toBe(4);
  expect(organization.events.nodes[0].availabilityReport[0]).toEqual({
    section: { name: "Parkett" },
    priceTier: { name: "Kategorie I" },
    total: 20,
    available: 16,
    held: 1,
    sold: 3,
  });
});

test("the metrics that were asked for are there under their names", async () => {
  const metrics = async (name: string) => (await fetch(new URL("/metrics", supergraph.subgraphs[name]!.url))).text();
  const person = await signUp(supergraph.client);
  await supergraph.client().ask(`mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`, {
    input: { email: person.email, password: PASSWORD },
  });
  expect((await holdSeats(person.client, show.eventId, [`${show.eventId}.999`])).__typename).toBe("NotFound");
  const users = await metrics("users");
  expect(users).toMatch(/^user_registrations_total [1-9]/m);
  expect(users).toMatch(/^user_logins_total(\{[^}]*\})? [1-9]/m);
  const seating = await metrics("seating");
  for (const name of [
    "seat_reservations_total",
    "seat_reservations_failed",
    "expired_reservations_released",
    "outbox_lag",
    "outbox_age_seconds",
    "stream_lag",
    "jobs_due",
    "dead_letters",
    "holds_active",
    "seat_batch_requests",
    "messages_published_total",
  ])
    expect(seating).toMatch(new RegExp(`^${name}(_count|{[^}]*})? \\d`, "m"));
  const orders = await metrics("orders");
  for (const state of ["AWAITING_PAYMENT", "ASSESSING", "SELLING", "CAPTURING", "IN_REVIEW"])
    expect(orders).toMatch(new RegExp(`^orders_open{state="${state}"} \\d+$`, "m"));
  expect(orders).toMatch(/^orders_stuck 0$/m);
  expect(await metrics("payments")).toMatch(/^books_findings_open 0$/m);
});
