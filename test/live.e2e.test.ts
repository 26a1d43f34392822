// The live seat map, whichever process serves it and whatever is lost on the way.
import { connectClient, type Client, type Data } from "../local/client.ts";
import { allSeats, holdSeats, openShow, signUp, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const LIVE = `subscription ($id: ID!, $after: String) {
  seatsChanged(eventId: $id, after: $after) { event { name } seats { id status version section { name } priceTier { name } } availability { available held } cursor reset }
}`;
const release = (client: Client, id: string) =>
  client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id });

/** State of a subscriber after these messages: the newest version of each seat. */
function known(messages: Data[]): Map<string, { status: string; version: number }> {
  const seats = new Map<string, { status: string; version: number }>();
  for (const { seatsChanged } of messages) {
    for (const { id, status, version } of seatsChanged.seats) {
      expect(version).toBeGreaterThanOrEqual(seats.get(id)?.version ?? 0);
      seats.set(id, { status, version });
    }
  }
  return seats;
}

/** Whether what was heard, over what the seats were at first, is what the seats are. */
async function agrees(show: Show, messages: Data[]): Promise<boolean> {
  const received = known(messages);
  const first = new Map(show.seats.map((seat) => [seat.id, seat]));
  return (await allSeats(supergraph.client(), show.eventId)).every(({ id, status, version }) => {
    const believed = received.get(id) ?? first.get(id);
    return believed?.status === status && believed?.version === version;
  });
}

test("two gateways side by side tell the same, with the fields of other subgraphs", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const other = connectClient((await supergraph.startAnotherGateway()).url);
  const feeds = [
    supergraph.client().subscribe(LIVE, { id: show.eventId }),
    other.subscribe(LIVE, { id: show.eventId }),
  ];
  await Promise.all(feeds.map((feed) => feed.until((messages) => messages.length === 1)));
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[3].id, show.seats[4].id]);
  await Promise.all(
    feeds.map((feed) => feed.until((messages) => messages.at(-1).seatsChanged.availability.held === 2)),
  );
  await release(buyer.client, hold.id);
  const [one, two] = await Promise.all(
    feeds.map((feed) =>
      feed.until((messages) => messages.length > 1 && messages.at(-1).seatsChanged.availability.held === 0),
    ),
  );
  expect(one!.at(-1)).toEqual(two!.at(-1));
  expect(one!.at(-1).seatsChanged).toMatchObject({
    event: { name: "Concert" },
    seats: [{ status: "AVAILABLE", section: { name: "Parkett" }, priceTier: { name: "Kategorie I" } }, {}],
  });
  expect(await agrees(show, one!)).toBe(true);
  await other.close();
});

test("a late subscriber of a shared feed gets its state at once", async () => {
  const show = await openShow(supergraph.client);
  const [early, late] = [supergraph.client().subscribe(LIVE, { id: show.eventId }), supergraph.client()];
  await early.until((messages) => messages.length === 1);
  await late.subscribe(LIVE, { id: show.eventId }).until((messages) => messages.length === 1);
});

test("a subscriber that was away resumes without a gap, and has to start again if the cursor is too old", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const first = supergraph.client().subscribe(LIVE, { id: show.eventId });
  const [begin] = await first.until((messages) => messages.length === 1);
  first.stop();
  for (let index = 2; index < 8; index++) await holdSeats(buyer.client, show.eventId, [show.seats[index].id]);
  const after = begin.seatsChanged.cursor;
  const [missed] = await supergraph
    .client()
    .subscribe(LIVE, { id: show.eventId, after })
    .until((messages) => messages.length === 1);
  expect(missed.seatsChanged.reset).toBe(false);
  expect(missed.seatsChanged.seats.map(({ id }: Data) => id)).toEqual(show.seats.slice(2, 8).map(({ id }) => id));
  await supergraph.query("seating", "delete from seat_change");
  const [again] = await supergraph
    .client()
    .subscribe(LIVE, { id: show.eventId, after })
    .until((messages) => messages.length === 1);
  expect(again.seatsChanged).toMatchObject({ reset: true, seats: [] });
});

test("while many buy, a subscriber gets few messages and ends with the state of the seats", async () => {
  const show = await openShow(supergraph.client);
  const buyers = await Promise.all(Array.from({ length: 5 }, () => signUp(supergraph.client)));
  const feed = supergraph.client().subscribe(LIVE, { id: show.eventId });
  const begun = Date.now();
  await feed.until((messages) => messages.length === 1);
  await Promise.all(
    buyers.map(async ({ client }, index) => {
      for (let round = 0; round < 8; round++) {
        const hold = await holdSeats(client, show.eventId, [show.seats[(index * 3 + round) % 25].id]);
        if (hold.__typename === "Hold" && round % 2 === 0) await release(client, hold.id);
      }
    }),
  );
  // The last message may be on its way still; if one were left out, the wait for the next would fail.
  for (;;) {
    const received = feed.messages.length;
    if (await agrees(show, feed.messages)) break;
    await feed.until((messages) => messages.length > received);
  }
  // The first one, and at most one in 50 ms: much less than there were changes.
  expect(feed.messages.length).toBeLessThanOrEqual(2 + (Date.now() - begun) / 50);
});

test("an event that is not on sale, and a cursor that is none, are refused", async () => {
  const show = await openShow(supergraph.client);
  for (const [variables, code] of [
    [{ id: "nonsense" }, "NOT_FOUND"],
    [{ id: show.eventId, after: "nonsense" }, "BAD_USER_INPUT"],
  ] as const) {
    const feed = supergraph.client().subscribe(LIVE, variables);
    await feed.until((messages) => messages.length > 0 || feed.ended !== undefined).catch(() => {});
    expect(JSON.stringify([feed.messages, feed.ended])).toContain(code);
  }
});
