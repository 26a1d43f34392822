// One run: a system of real processes, people who use it, and something that kills it part by part. Then it is left alone until
// it has come to rest, and judged.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Data } from "../../dev/client.ts";
import { emptyRedis, leftOvers, unfinished } from "../../dev/inspect.ts";
import { pidOf, processNames, withSystem } from "../../dev/passing-system.ts";
import { openShow, type Show } from "../../dev/scenes.ts";
import type { System } from "../../dev/system.ts";
import { ROOT } from "../../dev/topology.ts";
import { buyer, organizer, type World } from "./actors.ts";
import { judge } from "./checks.ts";
import { newHistory, type History } from "./history.ts";
import { createRandom, type Random } from "./random.ts";
import { ordersOf, takeSnapshot } from "./snapshot.ts";

const BUYERS = 20;
/** Everything ends soon, so that rest comes soon. */
const SHORT_TIMES = { ORDERS_PAYMENT_SECONDS: "12", ORDERS_ASSESSMENT_SECONDS: "5", ORDERS_REVIEW_SECONDS: "12" };
const HOLD_POLICY = { holdSeconds: 8, maxHoldSeconds: 20, avoidSingleSeats: false, companionsPerWheelchairPlace: 1 };
/** Longer than the lease on paying an order, which is the longest that anything is waited for. */
const REST_WITHIN_MS = 180_000;
const SETTLED = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED", "EXPIRED", "DECLINED"];

export interface RunOptions {
  seed: number;
  /** How many processes are killed. */
  kills: number;
  /** The longest that nothing is killed. */
  killEveryMs: number;
  say(line: string): void;
}

export interface RunResult {
  seed: number;
  kills: number;
  orders: number;
  byStatus: Record<string, number>;
  acknowledged: number;
  unanswered: number;
  restMs: number;
  violations: string[];
}

export function crashRun(options: RunOptions): Promise<RunResult> {
  return withSystem({ LOG_LEVEL: "error", ...SHORT_TIMES }, (system) => run(system, options));
}

async function run(system: System, { seed, kills, killEveryMs, say }: RunOptions): Promise<RunResult> {
  const random = createRandom(seed);
  const show = await openShow((token) => connectClient(system.url, token), {
    maxSeatsPerBuyer: 20,
    holdPolicy: HOLD_POLICY,
  });
  const history = newHistory();
  const over = new AbortController();
  const world: World = { url: system.url, show, history, over: over.signal };
  const people = Array.from({ length: BUYERS }, () => buyer(world, random.fork()));
  people.push(organizer(world, show.owner, random.fork()));
  await killAll(system, random.fork(), kills, killEveryMs, say);
  over.abort();
  await Promise.all(people);
  const begun = performance.now();
  await rest(system, show);
  const restMs = performance.now() - begun;
  const owner = connectClient(system.url, await tokenOf(system, show));
  const snapshot = await takeSnapshot(system, show, owner);
  const byStatus: Record<string, number> = {};
  for (const { status } of snapshot.orders) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const violations = judge({ history, snapshot });
  if (violations.length > 0) await keepEvidence(system, seed, { violations, snapshot, history }, say);
  return {
    seed,
    kills,
    orders: snapshot.orders.length,
    byStatus,
    ...answered(history),
    restMs: Math.round(restMs),
    violations,
  };
}

/** Whoever looks for the cause needs what was seen, what is left, and what the processes have said. */
async function keepEvidence(system: System, seed: number, evidence: object, say: RunOptions["say"]): Promise<void> {
  const folder = path.join(ROOT, ".data", "crash", `seed-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(system.dataDir, "logs"), path.join(folder, "logs"), { recursive: true });
  const all = { ...evidence, left: await leftOvers(system) };
  writeFileSync(path.join(folder, "evidence.json"), JSON.stringify(all, undefined, 2));
  say(`evidence: ${folder}`);
}

function answered({ attempts }: History): Pick<RunResult, "acknowledged" | "unanswered"> {
  const unanswered = attempts.filter(({ answer }) => answer === null).length;
  return { acknowledged: attempts.length - unanswered, unanswered };
}

async function killAll(
  system: System,
  random: Random,
  kills: number,
  everyMs: number,
  say: RunOptions["say"],
): Promise<void> {
  for (let killed = 0; killed < kills;) {
    await delay(random.below(everyMs));
    const victim = random.pick(processNames());
    if (victim === "redis" && random.chance(0.5)) await emptyRedis(system);
    try {
      process.kill(pidOf(system, victim), "SIGKILL");
      killed += 1;
      say(`${killed}: ${victim}`);
    } catch {
      // It is dead already, and not started again yet.
    }
  }
}

/** Waits until nothing is under way any more; whatever is then is for the checks to tell. */
async function rest(system: System, show: Show): Promise<void> {
  const deadline = performance.now() + REST_WITHIN_MS;
  for (let quiet = 0; quiet < 3 && performance.now() < deadline;) {
    await delay(500);
    quiet = (await isQuiet(system, show).catch(() => false)) ? quiet + 1 : 0;
  }
}

async function isQuiet(system: System, show: Show): Promise<boolean> {
  const owner = connectClient(system.url, await tokenOf(system, show));
  const orders = await ordersOf(owner, show.organizationId);
  const left = Object.values(await unfinished(system)).flatMap((one) => Object.entries(one));
  const { event } = await owner.ask(`query ($id: ID!) { event(id: $id) { availability { held } } }`, {
    id: show.eventId,
  });
  return (
    event.availability.held === 0 &&
    orders.every(({ status }) => SETTLED.includes(status)) &&
    left.every(([what, count]) => what === "dead" || count === 0)
  );
}

let tokens = new WeakMap<Show, { token: string; until: number }>();

/** An access token of the organizer's that is good for a while. */
async function tokenOf(system: System, show: Show): Promise<string> {
  const known = tokens.get(show);
  if (known && known.until > Date.now()) return known.token;
  const { signIn }: Data = await connectClient(system.url).ask(
    `mutation ($email: EmailAddress!) { signIn(input: { email: $email, password: "correct horse battery" }) { ... on Session { accessToken } } }`,
    { email: show.owner.email },
  );
  tokens = tokens.set(show, { token: signIn.accessToken, until: Date.now() + 300_000 });
  return signIn.accessToken as string;
}
