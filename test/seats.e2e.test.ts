import { startSupergraph, type TestSupergraph } from "../dev/supergraph.ts";
import { allSeats, createEvent, holdBestAvailable, holdSeats, openShow, publishEvent, signUp } from "../dev/scenes.ts";

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

test("a hold that has run out keeps nothing", async () => {
  const show = await openShow(supergraph.client);
  const [first, second] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const hold = await holdSeats(first.client, show.eventId, [show.seats[3].id]);
  await supergraph.advance(901);
  expect(await holdSeats(second.client, show.eventId, [show.seats[3].id])).toMatchObject({ __typename: "Hold" });
  expect(await first.client.ask(`query ($id: ID!) { hold(id: $id) { status } }`, { id: hold.id })).toEqual({
    hold: { status: "EXPIRED" },
  });
});
