// `npm run bench -- endurance`: a system of real processes under mixed load for ten minutes, with a subgraph killed every 30
// seconds. First the rate is looked for that keeps p99 under 200 ms; then four fifths of it are kept up. Every answer must be
// right or a clear error, the gateway must live, and its heap must not grow.
import { listedSubgraphs } from "../operations/topology.ts";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "undici";
import { connectClient, type Data } from "../local/client.ts";
import { pidOf, withSystem } from "../testkit/temporary-system.ts";
import { openShow, signUp, type Person, type Show } from "../local/fixtures.ts";
import type { System } from "../local/system.ts";
import { quantile } from "./statistics.ts";

const MINUTES = 10;
const KILL_EVERY_MS = 30_000;
const VICTIMS = listedSubgraphs().map(({ name }) => name);
const BUYERS = 40;
const WATCHERS = 200;
const FIRST_RATE = 100;
const RATE_STEP = 1.25;
const PROBE_SECONDS = 8;
const P99_LIMIT_MS = 200;
const SHARE_OF_HIGHEST = 0.8;
/** What a client may be told when a part of the system is gone. */
const CLEAR = new Set(["UNAVAILABLE", "TIMEOUT"]);

interface Answer {
  data?: Data;
  errors?: { message: string; extensions: { code: string } }[];
}

interface Kind {
  query: string;
  variables(): Record<string, unknown>;
  isSignedIn: boolean;
  /** Whether an answer without errors is right. */
  isRight(data: Data): boolean;
}

function mix(show: Show): Kind[] {
  const event = { id: show.eventId };
  const browse: Kind = {
    query:
      "query Browse { events(first: 10) { totalCount nodes { id name venue { name } availability { available } } } }",
    variables: () => ({}),
    isSignedIn: false,
    isRight: (data) => data.events.totalCount >= 1,
  };
  const look: Kind = {
    query:
      "query Look($id: ID!) { event(id: $id) { id name organization { name } seats(first: 50) { nodes { id status section { name } } } } }",
    variables: () => event,
    isSignedIn: false,
    isRight: (data) => data.event.id === show.eventId,
  };
  const me: Kind = {
    query: "query Me { me { id displayName orders(first: 5) { nodes { id status } } } }",
    variables: () => ({}),
    isSignedIn: true,
    isRight: (data) => data.me !== null,
  };
  const hold: Kind = {
    query: `mutation Hold($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }`,
    variables: () => {
      const seat = show.seats[Math.floor(Math.random() * show.seats.length)] as { id: string };
      return { input: { eventId: show.eventId, seatIds: [seat.id], idempotencyKey: randomUUID() } };
    },
    isSignedIn: true,
    isRight: (data) => typeof data.holdSeats.__typename === "string",
  };
  return [browse, browse, browse, look, look, look, me, hold];
}

interface Tally {
  right: number;
  clear: number;
  wrong: string[];
  times: number[];
}

const newTally = (): Tally => ({ right: 0, clear: 0, wrong: [], times: [] });

export function benchEndurance(): Promise<Record<string, unknown>> {
  return withSystem({ LOG_LEVEL: "info" }, endure);
}

async function endure(system: System): Promise<Record<string, unknown>> {
  const connect = (token?: string) => connectClient(system.url, token);
  const show = await openShow(connect);
  const buyers: Person[] = [];
  while (buyers.length < BUYERS) buyers.push(await signUp(connect, "Buyer"));
  const tokens = new Map<Person, string>();
  const signInAll = async () => {
    for (const buyer of buyers) tokens.set(buyer, (await sessionOf(system.url, buyer)) ?? tokens.get(buyer) ?? "");
  };
  await signInAll();
  // Access tokens live ten minutes.
  const refresh = setInterval(() => void signInAll().catch(() => {}), 4 * 60_000);
  const kinds = mix(show);
  const { origin, pathname } = new URL(system.url);
  const pool = new Pool(origin, { connections: 128 });

  async function one(tally: Tally): Promise<void> {
    const kind = kinds[Math.floor(Math.random() * kinds.length)]!;
    const buyer = buyers[Math.floor(Math.random() * buyers.length)]!;
    const authorization = kind.isSignedIn ? { authorization: `Bearer ${tokens.get(buyer)}` } : {};
    const begun = performance.now();
    try {
      const response = await pool.request({
        method: "POST",
        path: pathname,
        headers: { "content-type": "application/json", ...authorization },
        body: JSON.stringify({ query: kind.query, variables: kind.variables() }),
      });
      const { data, errors } = (await response.body.json()) as Answer;
      if (errors?.every(({ extensions }) => CLEAR.has(extensions.code))) tally.clear += 1;
      else if (!errors && data && kind.isRight(data)) tally.right += 1;
      else tally.wrong.push(JSON.stringify({ status: response.statusCode, errors, data }).slice(0, 300));
    } catch (error) {
      tally.wrong.push(String(error));
    }
    tally.times.push(performance.now() - begun);
  }

  /** So many a second, whether or not those before have been answered. */
  async function load(rate: number, seconds: number, tally = newTally()): Promise<Tally> {
    const running = new Set<Promise<void>>();
    const begun = performance.now();
    for (let sent = 0; performance.now() - begun < seconds * 1_000;) {
      const due = Math.floor(((performance.now() - begun) / 1_000) * rate);
      for (; sent < due; sent++) {
        const asked = one(tally).finally(() => running.delete(asked));
        running.add(asked);
      }
      await delay(5);
    }
    await Promise.all(running);
    return tally;
  }

  const watchers = Array.from({ length: WATCHERS }, () =>
    connect().subscribe(`subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor } }`, { id: show.eventId }),
  );
  await load(FIRST_RATE, PROBE_SECONDS);
  let highest = FIRST_RATE;
  for (let rate = FIRST_RATE; rate < 20_000; rate *= RATE_STEP) {
    const { times } = await load(rate, PROBE_SECONDS);
    if (quantile(times, 0.99) > P99_LIMIT_MS) break;
    highest = rate;
  }

  const pid = (name: string) => pidOf(system, name);
  const gateway = pid("gateway");
  const heaps: number[][] = [];
  const look = setInterval(() => {
    const minute = (heaps[Math.floor((performance.now() - begun) / 60_000)] ??= []);
    void heapOf(system.url).then((bytes) => bytes && minute.push(bytes));
  }, 1_000);
  let killed = 0;
  const kill = setInterval(() => {
    process.kill(pid(VICTIMS[killed % VICTIMS.length]!), "SIGKILL");
    killed += 1;
  }, KILL_EVERY_MS);
  const begun = performance.now();
  const tally = await load(highest * SHARE_OF_HIGHEST, MINUTES * 60);
  for (const timer of [look, kill, refresh]) clearInterval(timer);
  for (const watcher of watchers) watcher.stop();
  await pool.destroy();
  // The least of a minute is what a collection has left.
  const after = (minute: number) => Math.min(...(heaps[minute] ?? []));
  return {
    highestRate: Math.round(highest),
    rate: Math.round(highest * SHARE_OF_HIGHEST),
    answers: tally.times.length,
    right: tally.right,
    clearErrors: tally.clear,
    wrong: tally.wrong.length,
    wrongExamples: tally.wrong.slice(0, 3),
    p50Ms: Math.round(quantile(tally.times, 0.5)),
    p99Ms: Math.round(quantile(tally.times, 0.99)),
    killed,
    gatewayLives: pid("gateway") === gateway,
    heapGrowth: Number((after(MINUTES - 1) / after(1)).toFixed(2)),
  };
}

async function sessionOf(url: string, { email }: Person): Promise<string | undefined> {
  const { data } = await connectClient(url).send(
    `mutation ($email: EmailAddress!) { signIn(input: { email: $email, password: "correct horse battery" }) { ... on Session { accessToken } } }`,
    { email },
  );
  return data?.signIn?.accessToken;
}

async function heapOf(url: string): Promise<number | undefined> {
  try {
    const metrics = await (await fetch(new URL("/metrics", url), { signal: AbortSignal.timeout(900) })).text();
    return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1]);
  } catch {
    return undefined;
  }
}
