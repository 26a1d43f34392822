import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  createVenue,
  holdBestAvailable,
  holdSeats,
  openShow,
  publishEvent,
  signUp,
} from "../local/fixtures.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const LIVE = `subscription ($id: ID!, $after: String) {
  seatsChanged(eventId: $id, after: $after) { event { id name } seats { id status version section { name } } availability { available held sold } cursor reset }
}`;

test("a published event has its seats when the mutation answers", async () => {
  const show = await openShow(supergraph.client);
  expect(show.seats).toHaveLength(25);
  expect(show.seats[0]).toMatchObject({
    row: "1",
    number: "1",
    status: "AVAILABLE",
    wheelchair: true,
    price: { amount: 4500, currency: "EUR" },
    section: { name: "Parkett" },
  });
  expect(show.seats[24]).toMatchObject({ row: null, number: null, section: { name: "Floor" } });
  const { event } = await supergraph
    .client()
    .ask(
      `query ($id: ID!) { event(id: $id) { status availability { total available held sold blocked tiers { priceTier { name } available } } } }`,
      { id: show.eventId },
    );
  expect(event).toEqual({
    status: "ON_SALE",
    availability: {
      total: 25,
      available: 25,
      held: 0,
      sold: 0,
      blocked: 0,
      tiers: [
        { priceTier: { name: "Kategorie I" }, available: 20 },
        { priceTier: { name: "Standing" }, available: 5 },
      ],
    },
  });
});

test("a held seat is not to be had, until its hold is released", async () => {
  const show = await openShow(supergraph.client);
  const [first, second] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const pair = [show.seats[3].id, show.seats[4].id];
  const hold = await holdSeats(first.client, show.eventId, pair);
  expect(hold).toMatchObject({ __typename: "Hold", status: "ACTIVE", total: { amount: 9000, currency: "EUR" } });
  // What was answered when it was made is what is read of it later.
  const { hold: read } = await first.client.ask(
    `query ($id: ID!) { hold(id: $id) { __typename id status expiresAt total { amount currency } seats { id row number status version section { name } } } }`,
    { id: hold.id },
  );
  expect(read).toEqual(hold);
  expect(await holdSeats(second.client, show.eventId, [show.seats[4].id, show.seats[5].id])).toMatchObject({
    __typename: "SeatsUnavailable",
    seats: [{ id: pair[1] }],
  });
  await first.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: hold.id });
  expect(await holdSeats(second.client, show.eventId, [show.seats[4].id, show.seats[5].id])).toMatchObject({
    __typename: "Hold",
  });
});

test("the live map begins at once and tells every change", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const feed = supergraph.client().subscribe(LIVE, { id: show.eventId });
  const [first] = await feed.until((messages) => messages.length === 1);
  expect(first.seatsChanged).toMatchObject({
    event: { id: show.eventId, name: "Concert" },
    seats: [],
    availability: { available: 25 },
    reset: false,
  });
  const hold = await holdBestAvailable(buyer.client, show.eventId, 2);
  expect(hold.seats.map((seat: { number: string }) => seat.number)).toEqual(["4", "5"]);
  const messages = await feed.until((all) => all.length === 2);
  expect(messages[1].seatsChanged).toMatchObject({
    availability: { available: 23, held: 2 },
    seats: hold.seats.map(({ id, version }: { id: string; version: number }) => ({ id, status: "HELD", version })),
  });
  feed.stop();
  const resumed = supergraph.client().subscribe(LIVE, { id: show.eventId, after: first.seatsChanged.cursor });
  const [again] = await resumed.until((all) => all.length === 1);
  expect(again.seatsChanged.seats).toHaveLength(2);
});

test("a draft shows no seats, and only its organization sees it", async () => {
  const show = await openShow(supergraph.client);
  const draft = await createEvent(show.owner.client, show.organizationId, show.venueId, [
    { name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] },
  ]);
  expect(await allSeats(show.owner.client, draft)).toEqual([]);
  expect(await supergraph.client().ask(`query ($id: ID!) { event(id: $id) { id } }`, { id: draft })).toEqual({
    event: null,
  });
  await publishEvent(show.owner.client, draft);
  expect(await allSeats(supergraph.client(), draft)).toHaveLength(25);
});

test("a hold lasts as long as its event says, and 15 minutes if it says nothing", async () => {
  for (const [given, seconds] of [
    [{}, 900],
    [{ holdPolicy: { holdSeconds: 120 } }, 120],
  ] as const) {
    const show = await openShow(supergraph.client, given);
    const buyer = await signUp(supergraph.client);
    const before = Date.now();
    const hold = await holdSeats(buyer.client, show.eventId, [show.seats[3].id]);
    const lasts = (Date.parse(hold.expiresAt) - before) / 1000;
    expect(lasts).toBeGreaterThan(seconds - 2);
    expect(lasts).toBeLessThan(seconds + 2 + (Date.now() - before) / 1000);
  }
});

test("an expired hold keeps nothing", async () => {
  const show = await openShow(supergraph.client);
  const [first, second] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const hold = await holdSeats(first.client, show.eventId, [show.seats[3].id]);
  await supergraph.advance(901);
  expect(await holdSeats(second.client, show.eventId, [show.seats[3].id])).toMatchObject({ __typename: "Hold" });
  expect(await first.client.ask(`query ($id: ID!) { hold(id: $id) { status } }`, { id: hold.id })).toEqual({
    hold: { status: "EXPIRED" },
  });
});

test("a hold can be extended for as long as the event allows, and not once it has ended", async () => {
  await supergraph.advance(2_000);
  const policy = { holdPolicy: { holdSeconds: 600, maxHoldSeconds: 900 } };
  const show = await openShow(supergraph.client, policy);
  const [buyer, stranger] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[3].id]);
  const extend = async (client = buyer.client) =>
    (
      await client.ask(
        `mutation ($id: ID!) { extendHold(holdId: $id) { __typename ... on Hold { status expiresAt extendableUntil } ... on Error { message } } }`,
        { id: hold.id },
      )
    ).extendHold;
  const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1_000;
  const once = await extend();
  expect(once).toMatchObject({ __typename: "Hold", status: "ACTIVE" });
  expect(seconds(hold.expiresAt, once.extendableUntil)).toBeCloseTo(300, 0);
  expect(seconds(hold.expiresAt, once.expiresAt)).toBeGreaterThan(0);
  await supergraph.advance(2_500);
  const last = await extend();
  expect(last.expiresAt).toBe(once.extendableUntil);
  expect(await extend()).toEqual(last);
  expect(await extend(stranger.client)).toMatchObject({ __typename: "NotFound" });
  await supergraph.advance(2_901);
  expect(await extend()).toMatchObject({ __typename: "HoldNotActive" });
});

test("where an event avoids single seats nobody may leave one alone, until the organizer allows it", async () => {
  const show = await openShow(supergraph.client, { holdPolicy: { avoidSingleSeats: true } });
  const buyer = await signUp(supergraph.client);
  // Row 2 has seats 1 to 5, an aisle, and 6 to 10.
  const row = show.seats.filter((seat) => seat.row === "2").map((seat) => seat.id);
  expect(await holdSeats(buyer.client, show.eventId, [row[1]])).toMatchObject({ __typename: "SeatLeftAlone" });
  expect(await holdSeats(buyer.client, show.eventId, [row[0], row[1]])).toMatchObject({ __typename: "Hold" });
  expect(await holdSeats(buyer.client, show.eventId, [row[3], row[4]])).toMatchObject({ __typename: "Hold" });
  const { event } = await show.owner.client.ask(
    `query ($id: ID!) { event(id: $id) { version holdPolicy { avoidSingleSeats } } }`,
    {
      id: show.eventId,
    },
  );
  expect(event.holdPolicy).toEqual({ avoidSingleSeats: true });
  await show.owner.client.ask(`mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { __typename } }`, {
    input: { eventId: show.eventId, expectedVersion: event.version, holdPolicy: { avoidSingleSeats: false } },
  });
  await supergraph.settle();
  expect(await holdSeats(buyer.client, show.eventId, [row[6]])).toMatchObject({ __typename: "Hold" });
});

test("with a wheelchair place come as many others as the event allows, side by side", async () => {
  const owner = await signUp(supergraph.client);
  const organizationId = await createOrganization(owner.client);
  const venueId = await createVenue(owner.client, organizationId, [
    { name: "Parkett", kind: "SEATED", rows: [{ label: "1", seats: 10, wheelchair: [4, 5] }] },
  ]);
  const tiers = [{ name: "All", price: { amount: 1_000, currency: "EUR" }, sections: ["Parkett"] }];
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers, {
    holdPolicy: { companionsPerWheelchairPlace: 1 },
  });
  await publishEvent(owner.client, eventId);
  const seats = await allSeats(owner.client, eventId);
  const buyer = await signUp(supergraph.client);
  expect(await holdSeats(buyer.client, eventId, [seats[2].id, seats[3].id, seats[1].id])).toMatchObject({
    __typename: "TooManyCompanions",
    message: expect.any(String),
  });
  expect(await holdBestAvailable(buyer.client, eventId, 2)).toMatchObject({
    seats: [{ number: "6" }, { number: "7" }],
  });
  expect(await holdBestAvailable(buyer.client, eventId, 2, { wheelchairPlaces: 1 })).toMatchObject({
    seats: [{ number: "3" }, { number: "4" }],
  });
  expect(await holdBestAvailable(buyer.client, eventId, 4, { wheelchairPlaces: 4 })).toMatchObject({
    __typename: "SeatsUnavailable",
  });
});

test("seats that are set aside are sold to those who have the key, and come back to the channel", async () => {
  const show = await openShow(supergraph.client);
  const [fan, other] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const aside = show.seats.filter((seat) => seat.row === "2").map((seat) => seat.id);
  const set = async (client: typeof fan.client, seatIds: string[]) =>
    client.send(
      `mutation ($input: SetSeatsAsideInput!) { setSeatsAside(input: $input) { __typename ... on SalesChannel { name key seatCount } } }`,
      { input: { eventId: show.eventId, channel: "Fan club", seatIds } },
    );
  expect((await set(fan.client, aside)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const { setSeatsAside: channel } = (await set(show.owner.client, aside)).data;
  expect(channel).toEqual({ __typename: "SalesChannel", name: "Fan club", key: expect.any(String), seatCount: 10 });
  expect((await set(show.owner.client, aside)).data.setSeatsAside).toEqual(channel);
  const CHANNELS = `query ($id: ID!) { event(id: $id) { salesChannels { key } availability { blocked held available } } }`;
  expect((await other.client.ask(CHANNELS, { id: show.eventId })).event).toEqual({
    salesChannels: null,
    availability: { blocked: 10, held: 0, available: 15 },
  });
  const hold = async (buyer: typeof fan, channelKey: string | null, seatIds: string[]) =>
    (
      await buyer.client.ask(
        `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename ... on Hold { id } ... on Error { message } } }`,
        { input: { eventId: show.eventId, seatIds, channelKey, idempotencyKey: crypto.randomUUID() } },
      )
    ).holdSeats;
  expect(await hold(other, null, [aside[0]])).toMatchObject({ __typename: "SeatsUnavailable" });
  expect(await hold(other, "guessed", [aside[0]])).toMatchObject({ __typename: "NotFound" });
  const held = await hold(fan, channel.key, [aside[0], aside[1], show.seats[3].id]);
  expect(held).toMatchObject({ __typename: "Hold" });
  expect(await holdBestAvailable(fan.client, show.eventId, 2, { channelKey: channel.key })).toMatchObject({
    seats: [{ row: "2" }, { row: "2" }],
  });
  await fan.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: held.id });
  expect((await show.owner.client.ask(CHANNELS, { id: show.eventId })).event).toEqual({
    salesChannels: [{ key: channel.key }],
    availability: { blocked: 8, held: 2, available: 15 },
  });
  expect(await hold(other, null, [aside[0]])).toMatchObject({ __typename: "SeatsUnavailable" });
  // Time gives them back to the channel too, before anybody sweeps.
  await supergraph.advance(4_000);
  const seats = await allSeats(other.client, show.eventId);
  expect(seats.filter((seat) => aside.includes(seat.id)).every((seat) => seat.status === "BLOCKED")).toBe(true);
  const unblocked = await show.owner.client.ask(
    `mutation ($e: ID!, $s: [ID!]!) { unblockSeats(eventId: $e, seatIds: $s) { __typename } }`,
    { e: show.eventId, s: [aside[9]] },
  );
  expect(unblocked.unblockSeats.__typename).toBe("BlockedSeats");
  expect(await hold(other, null, [aside[9]])).toMatchObject({ __typename: "Hold" });
});
