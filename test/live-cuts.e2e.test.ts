// The live seat map while everything is cut: connections of two hundred subscribers, and Redis with all it knew.
import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { Client, Data } from "../local/client.ts";
import { freePorts } from "../local/servers/ports.ts";
import { startRedis, type EmbeddedRedis } from "../local/servers/redis.ts";
import { allSeats, holdSeats, openShow, signUp, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { createRandom, seedOfRun } from "../testkit/random.ts";
import { until } from "../testkit/until.ts";
import { ROOT } from "../operations/topology.ts";

const SUBSCRIBERS = 200;
const CUTS = 1_000;
const LIVE = `subscription ($id: ID!, $after: String) {
  seatsChanged(eventId: $id, after: $after) { seats { id status version } cursor reset }
}`;

let folder: string;
let port: number;
let redis: EmbeddedRedis;
let supergraph: TestSupergraph;
let subscribers: Subscriber[] = [];
const startOwnRedis = () =>
  startRedis({ dir: path.join(folder, "redis"), port, cache: path.join(ROOT, ".data", "cache", "redis") });
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "boxoffice-redis-"));
  port = (await freePorts(1))[0]!;
  redis = await startOwnRedis();
  supergraph = await startSupergraph({ REDIS_URL: redis.url });
});
afterAll(async () => {
  for (const subscriber of subscribers) subscriber.stop();
  await supergraph.stop();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Believed {
  status: string;
  version: number;
}

interface Subscriber {
  /** What it believes of each seat: of all that it was told, the newest version. */
  seats: Map<string, Believed>;
  /** Ends the connection without a word, as a dead network does; it comes back where it stood. False if there is none. */
  cut(): boolean;
  stop(): void;
}

function subscribe(url: string, show: Show, readAnew: () => Promise<Data[]>): Subscriber {
  let cursor: string | undefined;
  let socket: WebSocket | undefined;
  let stopped = false;
  let dispose = () => {};
  const subscriber: Subscriber = {
    seats: new Map(),
    cut: () => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.terminate();
      return true;
    },
    stop: () => {
      stopped = true;
      dispose();
    },
  };
  const learn = (seats: Data[]) => {
    for (const { id, status, version } of seats) {
      if (version >= (subscriber.seats.get(id)?.version ?? 0)) subscriber.seats.set(id, { status, version });
    }
  };
  const connect = () => {
    const told = new Map<string, number>();
    const client = createClient({
      url: url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      on: {
        connected: (connected) => {
          socket = connected as WebSocket;
        },
        closed: () => {
          if (!stopped) connect();
        },
      },
    });
    dispose = () => void client.dispose();
    client.subscribe<Data>(
      { query: LIVE, variables: { id: show.eventId, after: cursor } },
      {
        next: ({ data }) => {
          if (!data) return;
          const { seats, reset, cursor: stands } = data.seatsChanged;
          for (const { id, version } of seats) {
            expect(version).toBeGreaterThanOrEqual(told.get(id) ?? 0);
            told.set(id, version);
          }
          learn(seats);
          if (cursor === undefined || reset) void readAnew().then(learn);
          cursor = stands;
        },
        error: () => {},
        complete: () => {},
      },
    );
  };
  connect();
  return subscriber;
}

test("200 subscribers whose connections are cut 1,000 times, and Redis once, end with exactly what the seats are", async () => {
  const show = await openShow(supergraph.client, { maxSeatsPerBuyer: 1_000 });
  const anybody = supergraph.client();
  const readAnew = () => allSeats(anybody, show.eventId);
  subscribers = Array.from({ length: SUBSCRIBERS }, () => subscribe(supergraph.url, show, readAnew));
  const everybody = (what: string, condition: (subscriber: Subscriber) => boolean) =>
    until(() => subscribers.every(condition), what, 120_000);
  await everybody("everybody knows the seats", ({ seats }) => seats.size > 0);

  const numbered = show.seats.filter((seat) => seat.row !== null).map((seat) => seat.id);
  const buyers = await Promise.all(Array.from({ length: 4 }, () => signUp(supergraph.client)));
  let selling = true;
  let changes = 0;
  const sell = async (client: Client, from: number) => {
    for (let turn = 0; selling; turn++) {
      const at = (from * 5 + turn) % 20;
      const hold = await holdSeats(client, show.eventId, [numbered[at]!]);
      if (hold.__typename !== "Hold") continue;
      changes++;
      await client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: hold.id });
    }
  };
  const sales = buyers.map(({ client }, index) => sell(client, index));
  const random = createRandom(seedOfRun());
  let cuts = 0;
  const cutSome = async (upTo: number) => {
    while (cuts < upTo) {
      for (let some = 0; some < 20; some++) if (random.pick(subscribers).cut()) cuts++;
      const before = changes;
      await until(() => changes > before, "a seat changes");
    }
  };
  await cutSome(CUTS / 3);
  process.kill(redis.pid, "SIGKILL");
  rmSync(path.join(folder, "redis"), { recursive: true, force: true });
  await cutSome(CUTS / 2);
  redis = await startOwnRedis();
  await cutSome(CUTS);
  selling = false;
  await Promise.all(sales);
  await holdSeats(buyers[0]!.client, show.eventId, numbered.slice(0, 7));
  const truth = await readAnew();
  await everybody("everybody knows what the seats are", ({ seats }) =>
    truth.every(({ id, status, version }) => seats.get(id)?.status === status && seats.get(id)?.version === version),
  );
});
