// Packed seat maps while connections are cut and followers come back too late: each ends with exactly what the API says of each seat.
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { SEAT_STATES, unpackChanges, unpackStates, unpackVersions } from "../domain/seat-map/packing.ts";
import type { Data } from "../local/client.ts";
import { allSeats, openShow, signUp, type Show } from "../local/fixtures.ts";
import { createRandom, seedOfRun } from "../testkit/random.ts";
import { tradeSeats } from "../testkit/seat-trade.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const FOLLOWERS = 40;
const CUTS = 300;
/** Of so many cuts, one is followed by an absence that is longer than the log. */
const LONG_ABSENCES = 10;

let supergraph: TestSupergraph;
let show: Show;
let followers: Follower[] = [];
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 1_000 });
});
afterAll(async () => {
  for (const follower of followers) follower.stop();
  await supergraph.stop();
});

const LIVE = `subscription ($id: ID!, $after: String) { seatsChanged(eventId: $id, after: $after) { packed cursor reset } }`;
const STATES = `query ($id: ID!) { event(id: $id) { seatMap { states { cursor packed versions } } } }`;

interface Follower {
  codes: Uint8Array;
  versions: Uint32Array;
  resets: number;
  isReady: boolean;
  /** Ends the connection without a word. False if there is none. */
  cut(awayMs: number): boolean;
  stop(): void;
}

/** As docs/seat-map.md describes: without `after` first, then the states; of each seat the higher version wins. */
function follow(url: string, readStates: () => Promise<Data>): Follower {
  let cursor: string | undefined;
  let socket: WebSocket | undefined;
  let [isStopped, awayMs, connection] = [false, 0, 0];
  let dispose = () => {};
  const seats = show.seats.length;
  const follower: Follower = {
    codes: new Uint8Array(seats),
    versions: new Uint32Array(seats),
    resets: 0,
    isReady: false,
    cut: (away) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      awayMs = away;
      socket.terminate();
      return true;
    },
    stop: () => {
      isStopped = true;
      dispose();
    },
  };
  const learn = (index: number, code: number, version: number) => {
    if (version <= follower.versions[index]!) return;
    follower.codes[index] = code;
    follower.versions[index] = version;
  };
  const readAnew = async () => {
    const states = await readStates();
    const [codes, versions] = [unpackStates(states.packed, seats), unpackVersions(states.versions, seats)];
    codes.forEach((code, index) => learn(index, code, versions[index]!));
    follower.isReady = true;
  };
  const onFailure = (error: Error) => {
    if (!isStopped) throw error;
  };
  const connect = () => {
    if (isStopped) return;
    const own = ++connection;
    const client = createClient({
      url: url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      on: {
        connected: (connected) => (socket = connected as WebSocket),
        closed: () => {
          if (!isStopped && own === connection) setTimeout(connect, awayMs).unref();
        },
      },
    });
    dispose = () => void client.dispose();
    client.subscribe<Data>(
      { query: LIVE, variables: { id: show.eventId, after: cursor } },
      {
        next: ({ data }) => {
          if (!data) return;
          const { packed, cursor: now, reset } = data.seatsChanged;
          for (const { index, code, version } of unpackChanges(packed)) learn(index, code, version);
          if (reset) follower.resets += 1;
          // The connection that is cut at the end may have asked.
          if (reset || !follower.isReady) void readAnew().catch(onFailure);
          cursor = now;
        },
        error: () => {},
        complete: () => {},
      },
    );
  };
  connect();
  return follower;
}

test(`${FOLLOWERS} packed maps that are cut ${CUTS} times end with the state and version of every seat`, async () => {
  const random = createRandom(seedOfRun());
  const anybody = supergraph.client();
  const readStates = async () => (await anybody.ask(STATES, { id: show.eventId })).event.seatMap.states as Data;
  followers = Array.from({ length: FOLLOWERS }, () => follow(supergraph.url, readStates));
  await until(() => followers.every(({ isReady }) => isReady), "all maps are there", 120_000);
  const buyers = await Promise.all([1, 2, 3].map(() => signUp(supergraph.client)));
  let [isOver, changes] = [false, 0];
  const trading = buyers.map(({ client }) =>
    tradeSeats(show, client, { random, isOver: () => isOver, onChange: () => void (changes += 1) }),
  );
  for (let cuts = 0; cuts < CUTS;) {
    for (let some = 0; some < 15; some++) {
      const isLong = random.below(LONG_ABSENCES) === 0;
      if (random.pick(followers).cut(isLong ? 3_000 : 0)) cuts += 1;
    }
    // What all connected followers have got: the log of an hour is a second here.
    await supergraph.query(
      "seating",
      "delete from seat_change where event_id = $1 and changed_at < now() - interval '2 s'",
      [show.eventId],
    );
    const before = changes;
    await until(() => changes > before, "a seat changes");
  }
  await until(() => followers.some(({ resets }) => resets > 0), "a follower came back too late", 120_000);
  isOver = true;
  await Promise.all(trading);
  const truth = (await allSeats(anybody, show.eventId)).map(({ status, version }) => [status, version]);
  await until(
    () =>
      followers.every(({ codes, versions }) =>
        truth.every(([status, version], index) => SEAT_STATES[codes[index]!] === status && versions[index] === version),
      ),
    "all maps are what the API says",
    60_000,
  );
  expect(new Set(truth.map(([status]) => status)).size).toBeGreaterThan(1);
});

test("a follower that begins at the cursor of the states needs no versions: later messages win", async () => {
  const random = createRandom(seedOfRun());
  const client = supergraph.client();
  const { event } = await client.ask(STATES, { id: show.eventId });
  const { cursor, packed } = event.seatMap.states;
  const codes = unpackStates(packed, show.seats.length);
  let isOver = false;
  const { client: buyer } = await signUp(supergraph.client);
  const trading = tradeSeats(show, buyer, { random, isOver: () => isOver });
  const feed = client.subscribe(LIVE, { id: show.eventId, after: cursor });
  await feed.until((messages) => messages.length > 20, 120_000);
  isOver = true;
  await trading;
  const truth = (await allSeats(client, show.eventId)).map(({ status }) => status as string);
  await until(() => {
    for (const { seatsChanged } of feed.messages)
      for (const { index, code } of unpackChanges(seatsChanged.packed)) codes[index] = code;
    return truth.every((status, index) => SEAT_STATES[codes[index]!] === status);
  }, "the map is what the API says");
  feed.stop();
  await client.close();
});
