// What is on: venues, events, their dates, their search; and what organizers and buyers see of their own.
import { randomUUID } from "node:crypto";
import type { Data } from "../dev/client.ts";
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
} from "../dev/scenes.ts";
import { startSupergraph, type TestSupergraph } from "../dev/supergraph.ts";

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

test("of two editors who saw the same version the second is told", async () => {
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

test("paused sales hold nothing until they are resumed, and a published event is published again as if now", async () => {
  const paused = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const change = async (verb: string) =>
    (
      await paused.owner.client.ask(
        `mutation ($id: ID!) { ${verb}(eventId: $id) { __typename ... on Event { status } } }`,
        { id: paused.eventId },
      )
    )[verb];
  const held = await holdSeats(buyer.client, paused.eventId, [paused.seats[2].id]);
  expect(await change("publishEvent")).toEqual({ __typename: "Event", status: "ON_SALE" });
  expect(await change("pauseSales")).toEqual({ __typename: "Event", status: "SALES_PAUSED" });
  expect((await holdSeats(buyer.client, paused.eventId, [paused.seats[3].id])).__typename).toBe("EventNotOnSale");
  expect((await placeOrder(buyer.client, held.id)).__typename).toBe("HoldNotActive");
  expect(await change("publishEvent")).toEqual({ __typename: "EventNotPublishable" });
  expect(await change("resumeSales")).toEqual({ __typename: "Event", status: "ON_SALE" });
  expect((await placeOrder(buyer.client, held.id)).__typename).toBe("Order");
});

test("a draft has no sales to pause", async () => {
  const draft = await createEvent(show.owner.client, show.organizationId, show.venueId, all(["Parkett", "Floor"]));
  const { pauseSales } = await show.owner.client.ask(
    `mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`,
    { id: draft },
  );
  expect(pauseSales).toEqual({ __typename: "SalesNotPausable" });
});

test("an event that is over has ended by itself, sells nothing and can't be cancelled", async () => {
  const over = await openShow(supergraph.client, {
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    endsAt: new Date(Date.now() + 7_200_000).toISOString(),
  });
  const buyer = await signUp(supergraph.client);
  await supergraph.advance(7_300);
  expect(await supergraph.client().ask(`query ($id: ID!) { event(id: $id) { status } }`, { id: over.eventId })).toEqual(
    { event: { status: "ENDED" } },
  );
  expect((await holdSeats(buyer.client, over.eventId, [over.seats[2].id])).__typename).toBe("EventNotOnSale");
  const { cancelEvent } = await over.owner.client.ask(
    `mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "late") { __typename } }`,
    { id: over.eventId },
  );
  expect(cancelEvent.__typename).toBe("EventNotCancellable");
  await supergraph.advance(0);
});

describe("what was never on sale", () => {
  const draft = async (name: string, rest: Record<string, unknown> = {}): Promise<string> => {
    const venueId = await createVenue(show.owner.client, show.organizationId, [
      { name: "Floor", kind: "GENERAL_ADMISSION", capacity: 10 },
    ]);
    return createEvent(show.owner.client, show.organizationId, venueId, all(["Floor"]), { name, ...rest });
  };
  const cancel = (id: string) =>
    show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "a slip") { __typename } }`, { id });
  const remove = (id: string, key: string = randomUUID()) =>
    show.owner.client.ask(
      `mutation ($id: ID!, $k: String!) { deleteEvent(eventId: $id, idempotencyKey: $k) { __typename ... on DeletedEvent { id } } }`,
      { id, k: key },
    );
  const seen = `query ($id: ID!, $o: ID!, $f: EventFilter) { event(id: $id) { id priceTiers { price { amount } } } events(filter: $f) { totalCount } organization(id: $o) { events(first: 100) { nodes { id } } } }`;

  test("is seen by members alone, also once it is cancelled", async () => {
    const { createSeries: series } = await show.owner.client.ask(
      `mutation ($i: CreateSeriesInput!) { createSeries(input: $i) { ... on Series { id } } }`,
      { i: { organizationId: show.organizationId, name: "Drafts", idempotencyKey: randomUUID() } },
    );
    const word = `Slip${Date.now()}`;
    const id = await draft(word, { seriesId: series.id });
    await cancel(id);
    const variables = { id, o: show.organizationId, f: { status: "CANCELLED", text: word } };
    const dates = `query ($id: ID!) { series(id: $id) { events { totalCount } } }`;
    for (const client of [supergraph.client(), (await signUp(supergraph.client)).client]) {
      const answer = await client.ask(seen, variables);
      expect([answer.event, answer.events.totalCount]).toEqual([null, 0]);
      expect(answer.organization.events.nodes.map((node: Data) => node.id)).not.toContain(id);
      expect((await client.ask(dates, { id: series.id })).series.events.totalCount).toBe(0);
    }
    const own = await show.owner.client.ask(seen, variables);
    expect([own.event.id, own.events.totalCount]).toEqual([id, 1]);
    expect((await show.owner.client.ask(dates, { id: series.id })).series.events.totalCount).toBe(1);
    const wasOnSale = await onSale(word);
    await cancel(wasOnSale);
    expect((await find({ status: "CANCELLED", text: word })).nodes).toEqual([{ id: wasOnSale, name: word }]);
  });

  test("is deleted, once a key, by its managers", async () => {
    const [id, cancelled] = [await draft("Away"), await draft("Away")];
    await cancel(cancelled);
    const stranger = await signUp(supergraph.client);
    const asked = { id, k: randomUUID() };
    expect(
      await stranger.client.ask(
        `mutation ($id: ID!, $k: String!) { deleteEvent(eventId: $id, idempotencyKey: $k) { __typename } }`,
        asked,
      ),
    ).toEqual({ deleteEvent: { __typename: "NotFound" } });
    const key = randomUUID();
    for (const _ of ["first", "again"])
      expect(await remove(id, key)).toEqual({ deleteEvent: { __typename: "DeletedEvent", id } });
    expect(await remove(cancelled, key)).toEqual({ deleteEvent: { __typename: "IdempotencyKeyReused" } });
    expect(await remove(cancelled)).toEqual({ deleteEvent: { __typename: "DeletedEvent", id: cancelled } });
    expect(await remove(id)).toEqual({ deleteEvent: { __typename: "NotFound" } });
    expect(await remove("nonsense")).toEqual({ deleteEvent: { __typename: "NotFound" } });
    expect(await remove(show.eventId)).toEqual({ deleteEvent: { __typename: "EventNotDeletable" } });
    const gone = { id, o: show.organizationId, f: {} };
    expect((await show.owner.client.ask(seen, gone)).event).toBeNull();
  });

  test("is either published or deleted, if both are asked for at once", async () => {
    for (const _ of [1, 2, 3]) {
      const id = await draft("Race");
      const [deleted, published] = await Promise.all([
        remove(id),
        show.owner.client.ask(`mutation ($id: ID!) { publishEvent(eventId: $id) { __typename } }`, { id }),
      ]);
      expect([
        ["DeletedEvent", "NotFound"],
        ["EventNotDeletable", "Event"],
      ]).toContainEqual([deleted.deleteEvent.__typename, published.publishEvent.__typename]);
      const { event } = await show.owner.client.ask(seen, { id, o: show.organizationId, f: {} });
      expect(event === null).toBe(deleted.deleteEvent.__typename === "DeletedEvent");
    }
  });

  test("begins in a year that calendars have, and an older slip breaks no list", async () => {
    const refused = async (startsAt: string) =>
      (
        await show.owner.client.send(`mutation ($i: CreateEventInput!) { createEvent(input: $i) { __typename } }`, {
          i: {
            organizationId: show.organizationId,
            venueId: randomUUID(),
            name: "Odd",
            category: "OTHER",
            startsAt,
            idempotencyKey: randomUUID(),
            priceTiers: all(["Floor"]),
          },
        })
      ).errors?.[0]?.extensions.code;
    for (const startsAt of [
      "0000-06-01T00:00:00Z",
      "0099-06-01T00:00:00Z",
      "9999-12-31T23:59:59-12:00",
      "3000-01-01T00:00:00Z",
    ])
      expect([startsAt, await refused(startsAt)]).toEqual([startsAt, "BAD_USER_INPUT"]);
    const id = await draft("Odd");
    for (const at of ["0001-06-01 00:00:00+00 BC", "0099-06-01 00:00:00+00", "10000-01-01 00:00:00+00"]) {
      await supergraph.query("catalog", `update event set starts_at = $2::timestamptz where id = $1`, [id, at]);
      const answer = await show.owner.client.ask(
        `query ($o: ID!) { organization(id: $o) { events(first: 100) { nodes { id startsAt } } } }`,
        { o: show.organizationId },
      );
      const { startsAt } = answer.organization.events.nodes.find((node: Data) => node.id === id);
      expect(startsAt).toMatch(/^(1970-01-01|9999-12-31)T/);
    }
    await remove(id);
  });
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
