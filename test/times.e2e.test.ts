// Publishing is not selling: events are announced, go on sale and stop at their times, and may be hidden from strangers.
import { randomUUID } from "node:crypto";
import type { Client, Data, Feed } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  publishEvent,
  readOrder,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
let show: Show;
let owner: Client;
let buyer: Person;
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  owner = show.owner.client;
  buyer = await signUp(supergraph.client);
});
afterAll(() => supergraph.stop());

const TIERS = [
  { name: "Stalls", price: { amount: 4_500, currency: "EUR" }, sections: ["Parkett"] },
  { name: "Floor", price: { amount: 2_500, currency: "EUR" }, sections: ["Floor"] },
];
const [HOUR, DAY] = [3_600, 86_400];
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

async function published(rest: Record<string, unknown>): Promise<{ id: string; seats: Data[] }> {
  const id = await createEvent(owner, show.organizationId, show.venueId, TIERS, rest);
  await publishEvent(owner, id);
  return { id, seats: await allSeats(owner, id) };
}

const read = async (client: Client, id: string, fields: string, accessCode?: string): Promise<Data | null> =>
  (
    await client.ask(`query ($id: ID!, $code: String) { event(id: $id, accessCode: $code) { ${fields} } }`, {
      id,
      code: accessCode,
    })
  ).event;
const statusOf = async (id: string) => (await read(supergraph.client(), id, "status"))!.status as string;
const listed = async (client: Client, filter: object): Promise<string[]> =>
  (
    await client.ask(`query ($f: EventFilter) { events(filter: $f, first: 100) { nodes { id } } }`, { f: filter })
  ).events.nodes.map(({ id }: Data) => id as string);
const change = async (
  mutation: string,
  type: string,
  input: Record<string, unknown>,
  fields: string,
  client = owner,
): Promise<Data> =>
  (
    await client.ask(
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ... on Error { message } ${fields} } }`,
      { input },
    )
  ).result;
const hold = (client: Client, eventId: string, seatId: string, rest: object = {}) =>
  change(
    "holdSeats",
    "HoldSeatsInput",
    { eventId, seatIds: [seatId], idempotencyKey: randomUUID(), ...rest },
    "... on Hold { id } ... on EventNotOnSale { salesStartAt salesEndAt }",
    client,
  );

test("an event is announced, the box office sells first, the sale opens and closes by itself, and holds made in time are paid", async () => {
  const [salesStartAt, salesEndAt] = [inSeconds(2 * DAY), inSeconds(4 * DAY)];
  const doorsAt = inSeconds(30 * DAY - HOUR);
  const name = `Aida ${randomUUID().slice(0, 8)}`;
  const { id, seats } = await published({ name, startsAt: inSeconds(30 * DAY), doorsAt, salesStartAt, salesEndAt });
  const anybody = supergraph.client();
  expect(await read(anybody, id, "status doorsAt salesStartAt salesEndAt availability { available }")).toEqual({
    status: "ANNOUNCED",
    doorsAt,
    salesStartAt,
    salesEndAt,
    availability: { available: 25 },
  });
  expect(await listed(anybody, { text: name })).toEqual([]);
  expect(await listed(anybody, { text: name, status: "ANNOUNCED", salesStartBefore: inSeconds(3 * DAY) })).toEqual([
    id,
  ]);
  expect(await listed(anybody, { text: name, status: "ANNOUNCED", salesStartAfter: inSeconds(3 * DAY) })).toEqual([]);
  expect(await hold(buyer.client, id, seats[0].id)).toEqual({
    __typename: "EventNotOnSale",
    message: `Sales start at ${salesStartAt}: try again then, with a new key.`,
    salesStartAt,
    salesEndAt: null,
  });
  const channel = { eventId: id, channel: "Box office", salesTimes: { startAt: null, endAt: null } };
  const boxOffice = await change(
    "setSalesChannel",
    "SetSalesChannelInput",
    channel,
    "... on SalesChannel { key seatCount salesTimes { startAt endAt } }",
  );
  expect(boxOffice).toMatchObject({ seatCount: 0, salesTimes: { startAt: null, endAt: null } });
  const channelKey = boxOffice.key as string;
  expect((await hold(buyer.client, id, seats[1].id, { channelKey })).__typename).toBe("Hold");

  try {
    await supergraph.advance(2 * DAY + 60);
    // Nothing has run in between: the next request is right.
    expect(await statusOf(id)).toBe("ON_SALE");
    expect(await listed(anybody, { text: name })).toEqual([id]);
    const [held, ordered] = [
      await holdSeats(buyer.client, id, [seats[2].id]),
      await placeOrder(buyer.client, (await holdSeats(buyer.client, id, [seats[3].id])).id),
    ];
    const [event] = await supergraph.query("catalog", "select version from event where id = $1", [id]);
    const stopped = { eventId: id, expectedVersion: event!.version, salesEndAt: inSeconds(2 * DAY + 30) };
    const closed = await change("updateEvent", "UpdateEventInput", stopped, "... on Event { status version }");
    expect(closed.status).toBe("SALES_ENDED");
    expect(await hold(buyer.client, id, seats[4].id)).toMatchObject({
      __typename: "EventNotOnSale",
      message: expect.stringMatching(/^Sales ended at /),
      salesEndAt: stopped.salesEndAt,
    });
    // Holds and orders that were made in time stay valid.
    const late = await placeOrder(buyer.client, held.id);
    for (const { id: orderId } of [ordered, late])
      expect(await payOrder(buyer.client, orderId)).toMatchObject({ __typename: "Payment" });
    await supergraph.settle();
    for (const { id: orderId } of [ordered, late])
      expect((await readOrder(buyer.client, orderId)).status).toBe("CONFIRMED");
    // Calendars that are mailed with tickets show it, too.
    const [facts] = await supergraph.query("orders", "select doors_at from event_facts where event_id = $1", [id]);
    expect(new Date(facts!.doors_at).toISOString()).toBe(doorsAt);
    const again = { eventId: id, expectedVersion: closed.version, salesEndAt };
    expect(await change("updateEvent", "UpdateEventInput", again, "... on Event { status }")).toMatchObject({
      status: "ON_SALE",
    });
    expect((await hold(buyer.client, id, seats[4].id)).__typename).toBe("Hold");
    await supergraph.advance(4 * DAY + 60);
    expect(await statusOf(id)).toBe("SALES_ENDED");
    expect(await listed(anybody, { text: name, status: "SALES_ENDED" })).toEqual([id]);
    expect((await hold(buyer.client, id, seats[5].id)).__typename).toBe("EventNotOnSale");
    expect((await hold(buyer.client, id, seats[5].id, { channelKey })).__typename).toBe("Hold");
    const { calendar } = (await read(anybody, id, "calendar"))!;
    expect(calendar.replaceAll(/\r\n[ \t]/g, "")).toContain("DESCRIPTION:Doors open: ");
  } finally {
    await supergraph.advance(0);
  }
});

test("while seating is away the organizer's change is kept, and holds when it is back", async () => {
  const { id, seats } = await published({});
  await supergraph.pause("seating");
  try {
    const stop = { eventId: id, expectedVersion: 2, salesEndAt: inSeconds(-HOUR) };
    expect(await change("updateEvent", "UpdateEventInput", stop, "... on Event { status }")).toMatchObject({
      status: "SALES_ENDED",
    });
  } finally {
    await supergraph.resume("seating");
  }
  await supergraph.settle();
  expect((await hold(buyer.client, id, seats[0].id)).__typename).toBe("EventNotOnSale");
});

async function isRefused(feed: Feed): Promise<void> {
  await until(async () => feed.ended !== undefined, "the subscription has ended");
  expect(JSON.stringify([feed.ended, feed.messages.at(-1)])).toContain("NOT_FOUND");
}

const LIVE = `subscription ($id: ID!, $code: String) { seatsChanged(eventId: $id, accessCode: $code) { event { name } seats { id status } } }`;

test("a private event is invisible for strangers, over HTTP and WebSocket, until they have its code", async () => {
  const name = `Secret ${randomUUID().slice(0, 8)}`;
  const { id, seats } = await published({ name, visibility: "PRIVATE" });
  const { accessCode } = (await read(owner, id, "accessCode"))!;
  const stranger = await signUp(supergraph.client);
  const socket = (code?: string) => stranger.client.subscribe(LIVE, { id, code });
  const ALL = "name calendar seats { nodes { id } } availability { total } priceTiers { price { amount } }";
  for (const client of [supergraph.client(), stranger.client]) {
    expect(await read(client, id, ALL)).toBeNull();
    expect(await read(client, id, ALL, `${accessCode.slice(1)}x`)).toBeNull();
    expect(await read(client, id, `seat(id: "${seats[0].id}") { status }`)).toBeNull();
    for (const filter of [{ text: name }, { organizationId: show.organizationId }, { status: "ON_SALE" }])
      expect(await listed(client, filter)).not.toContain(id);
    const { organization } = await client.ask(
      `query ($id: ID!) { organization(id: $id) { events(first: 100) { nodes { id } totalCount } } }`,
      { id: show.organizationId },
    );
    if (organization?.events) expect(organization.events.nodes.map((event: Data) => event.id)).not.toContain(id);
  }
  // The same on the socket that subscriptions use.
  const query = stranger.client.subscribe(`query ($id: ID!) { event(id: $id) { name } }`, { id });
  expect(await query.until((messages) => messages.length === 1)).toEqual([{ event: null }]);
  for (const code of [undefined, "x".repeat(24)]) {
    await isRefused(socket(code));
  }
  for (const wrong of [{}, { accessCode: "x".repeat(24) }, { promoCode: "GUESS" }])
    expect(await hold(stranger.client, id, seats[0].id, wrong)).toMatchObject({ __typename: "NotFound" });
  const best = { eventId: id, quantity: 2, idempotencyKey: randomUUID() };
  expect(await change("holdBestAvailable", "HoldBestAvailableInput", best, "", stranger.client)).toMatchObject({
    __typename: "NotFound",
  });

  const shown = (await read(supergraph.client(), id, ALL, accessCode))!;
  expect(shown).toMatchObject({ name, availability: { total: 25 } });
  expect(shown.seats.nodes).toHaveLength(25);
  const feed = socket(accessCode);
  await feed.until((messages) => messages.length === 1);
  const held = await hold(stranger.client, id, seats[0].id, { accessCode });
  expect(held.__typename).toBe("Hold");
  const [, next] = await feed.until((messages) => messages.length === 2);
  expect(next).toMatchObject({ seatsChanged: { event: { name }, seats: [{ id: seats[0].id, status: "HELD" }] } });
  // Who has an order sees its event there.
  const order = await placeOrder(stranger.client, held.id);
  const own = await stranger.client.ask(`query ($id: ID!) { order(id: $id) { event { name } } }`, { id: order.id });
  expect(own.order.event).toEqual({ name });
  expect(await read(stranger.client, id, "name")).toBeNull();

  const renewed = { eventId: id, expectedVersion: 2, renewAccessCode: true };
  const { accessCode: code } = await change("updateEvent", "UpdateEventInput", renewed, "... on Event { accessCode }");
  await isRefused(feed);
  expect(await hold(stranger.client, id, seats[1].id, { accessCode })).toMatchObject({ __typename: "NotFound" });
  expect((await hold(stranger.client, id, seats[1].id, { accessCode: code })).__typename).toBe("Hold");
});

test("an unlisted event is in no list, and found by its ID", async () => {
  const name = `Quiet ${randomUUID().slice(0, 8)}`;
  const { id, seats } = await published({ name, visibility: "UNLISTED" });
  expect(await listed(supergraph.client(), { text: name })).toEqual([]);
  expect(await read(supergraph.client(), id, "name")).toEqual({ name });
  expect((await hold(buyer.client, id, seats[0].id)).__typename).toBe("Hold");
  const { organization } = await owner.ask(
    `query ($id: ID!) { organization(id: $id) { events(first: 100) { nodes { id } } } }`,
    { id: show.organizationId },
  );
  expect(organization.events.nodes.map((event: Data) => event.id)).toContain(id);
});

test("dates of a series go on sale at one time, and keep it when they are moved, with doors and end of sales", async () => {
  const [startsAt, doorsAt, salesEndAt] = [
    "2090-10-28T18:00:00.000Z",
    "2090-10-28T17:00:00.000Z",
    "2090-10-27T18:00:00.000Z",
  ];
  const eventId = await createEvent(owner, show.organizationId, show.venueId, TIERS, { startsAt, doorsAt, salesEndAt });
  const copy = { eventId, startsAt: ["2090-11-04T19:00:00.000Z"], newSeries: "Norma", idempotencyKey: randomUUID() };
  const { events } = await change(
    "copyEvent",
    "CopyEventInput",
    copy,
    "... on CopiedEvents { events { series { id } } }",
  );
  const seriesId = events[0].series.id as string;
  const salesStartAt = inSeconds(DAY);
  const update = { seriesId, salesStartAt, moveBy: { days: 1 }, idempotencyKey: randomUUID() };
  await change("updateSeries", "UpdateSeriesInput", update, "... on SeriesChange { id }");
  await owner.ask(
    `mutation ($s: ID!, $k: String!) { publishSeries(seriesId: $s, idempotencyKey: $k) { __typename } }`,
    {
      s: seriesId,
      k: randomUUID(),
    },
  );
  await supergraph.settle();
  const moved = { seriesId, moveBy: { minutes: 30 }, idempotencyKey: randomUUID() };
  await change("updateSeries", "UpdateSeriesInput", moved, "... on SeriesChange { id }");
  await supergraph.settle();
  const { series } = await supergraph
    .client()
    .ask(
      `query ($id: ID!) { series(id: $id) { events { nodes { status startsAt doorsAt salesStartAt salesEndAt } } } }`,
      { id: seriesId },
    );
  expect(series.events.nodes).toEqual([
    {
      status: "ANNOUNCED",
      // By the clock of the venue, which was put back in between.
      startsAt: "2090-10-29T19:30:00.000Z",
      doorsAt: "2090-10-29T18:30:00.000Z",
      salesStartAt,
      salesEndAt: "2090-10-28T19:30:00.000Z",
    },
    {
      status: "ANNOUNCED",
      startsAt: "2090-11-05T19:30:00.000Z",
      doorsAt: "2090-11-05T18:30:00.000Z",
      salesStartAt,
      salesEndAt: "2090-11-04T19:30:00.000Z",
    },
  ]);
});
