// `npm run bench -- on-sale`: how many cores an on-sale takes, calculated from the measured costs (costs.json) and tried out in the
// simulation: with what was calculated, and with half of it. docs/scale.md says what follows.
import { listedSubgraphs } from "../../operations/topology.ts";
import { readFileSync } from "node:fs";
import { COSTS_FILE, type Cost, type Costs } from "./costs.ts";
import { OPERATIONS, simulate, type OnSaleWork, type Outcome, type People, type Plan, type Visit } from "./model.ts";

const PEOPLE: People = {
  count: 1_000_000,
  halfArriveSeconds: 120,
  seats: 50_000,
  seatsPerBuyer: 2,
  tries: 8,
  thinkSeconds: 8,
  paySeconds: 90,
  abandon: 0.15,
  signIn: 0.02,
};

/** The same people, who join a queue until it is drawn ten minutes after the first of them came. */
const WITH_QUEUE: People = {
  ...PEOPLE,
  queue: { drawSeconds: 600, maxActive: 6_000, perSecond: 200, admissionSeconds: 600, comeShare: 0.7 },
};

/** Each has a PostgreSQL of its own. */
const SUBGRAPHS = listedSubgraphs().map(({ name }) => name);
/** Of what an operation costs, less than this of a subgraph is what it does by itself. */
const OWN_SHARE = 0.05;
/** How busy a core may be in the busiest second. */
const AIM = 0.6;
const UNLIMITED = 20_000;

/** `npm run bench -- fanout`: what a message costs the gateway for each who follows, and what each who follows takes. */
const FAN_OUT = { microsecondsPerMessage: 9.2, kilobytesPerFollower: 23, messagesPerSecond: 20 };

export async function benchOnSale(): Promise<Record<string, unknown>> {
  const { machine, operations } = JSON.parse(readFileSync(COSTS_FILE, "utf8")) as Costs;
  const missing = OPERATIONS.filter((name) => !(name in operations));
  if (missing.length > 0)
    throw new Error(`costs.json has no costs of ${missing.join(", ")}: run \`npm run bench -- costs\` first.`);
  const work = Object.fromEntries(OPERATIONS.map((name) => [name, workOf(operations[name])])) as OnSaleWork;
  const names = [...new Set(Object.values(work).flatMap(({ visits }) => visits.map(({ station }) => station)))];
  const unlimited: Plan = { cores: Object.fromEntries(names.map((name) => [name, UNLIMITED])) };
  const withoutQueue = capacity("without a queue", PEOPLE, work, unlimited);
  const withQueue = capacity("with a queue", WITH_QUEUE, work, unlimited);
  return { machine, people: PEOPLE, queue: WITH_QUEUE.queue, withoutQueue, withQueue };
}

/** What is needed, and how it is with that and with half of it. */
function capacity(what: string, people: People, work: OnSaleWork, unlimited: Plan): Record<string, unknown> {
  const demand = tried(`${what}, unlimited cores`, people, work, unlimited);
  const coresFor = (of: (busyCores: number) => number): Plan => ({
    cores: Object.fromEntries(
      Object.entries(demand.stations).map(([station, { busyCores }]) => [station, Math.max(1, of(busyCores))]),
    ),
  });
  const planned = coresFor((busyCores) => Math.ceil(busyCores / AIM));
  const half = coresFor((busyCores) => Math.floor(Math.ceil(busyCores / AIM) / 2));
  return {
    cores: planned.cores,
    planned: tried(`${what}, as planned`, people, work, planned),
    half: tried(`${what}, half of the cores`, people, work, half),
    fanOut: fanOutOf(demand.followers),
  };
}

function tried(what: string, people: People, work: OnSaleWork, plan: Plan): Outcome {
  const begun = performance.now();
  const outcome = simulate(people, work, plan);
  process.stderr.write(
    `${what}, in ${Math.round((performance.now() - begun) / 1_000)} s: ${JSON.stringify(outcome)}\n`,
  );
  return outcome;
}

/** The gateway before and after the subgraphs; each of them before its PostgreSQL. */
function workOf({ cpuMs, quantilesMs }: Cost): OnSaleWork["page"] {
  const all = SUBGRAPHS.reduce((sum, name) => sum + (cpuMs[name] ?? 0), 0);
  const own = SUBGRAPHS.filter((name) => (cpuMs[name] ?? 0) >= OWN_SHARE * all);
  const ofOwn = own.reduce((sum, name) => sum + cpuMs[name]!, 0);
  const inside = own.flatMap((name): Visit[] => [
    { station: name, ms: cpuMs[name]! },
    { station: `PostgreSQL of ${name}`, ms: ((cpuMs.postgres ?? 0) * cpuMs[name]!) / ofOwn },
  ]);
  const gateway = { station: "gateway", ms: (cpuMs.gateway ?? 0) / 2 };
  const middle = quantilesMs.slice(1, -1);
  const mean = middle.reduce((sum, ms) => sum + ms, 0) / middle.length;
  return { visits: [gateway, ...inside, gateway], spread: middle.map((ms) => ms / mean) };
}

/** Every follower gets every merged change. */
function fanOutOf(followers: number): Record<string, number> {
  const { microsecondsPerMessage, kilobytesPerFollower, messagesPerSecond } = FAN_OUT;
  return {
    followers,
    cores: Math.ceil((followers * messagesPerSecond * microsecondsPerMessage) / 1e6 / AIM),
    gigabytes: Math.ceil((followers * kilobytesPerFollower) / 1e6),
  };
}
