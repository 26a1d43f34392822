// One run: a system of real processes, people who use it, and something that kills and stops it part by part. Then it is left alone until
// it has come to rest, and judged.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient } from "../../local/client.ts";
import { emptyRedis, leftOvers } from "../../testkit/inspect.ts";
import { pidOf, processNames, withSystem } from "../../testkit/temporary-system.ts";
import type { Behaviour } from "../../local/stand-ins/provider.ts";
import type { System } from "../../local/system.ts";
import { ROOT } from "../../operations/topology.ts";
import { buyer } from "./buyers.ts";
import { judge } from "./checks.ts";
import { clerk } from "./clerk.ts";
import { HOLD_POLICY, openCrowdedShow, type CrowdedWorld } from "./crowd.ts";
import { acknowledged, newHistory, type Follower, type History, type Operation } from "./history.ts";
import { follower, leaver, stranger } from "./onlookers.ts";
import { organizer } from "./organizer.ts";
import { prepare } from "../../local/preparations.ts";
import { createRandom, type Random } from "../../testkit/random.ts";
import { recordChanges } from "./record-changes.ts";
import { rest, tokenOf } from "./rest.ts";
import { takeSnapshot, type Snapshot } from "./snapshot.ts";

const BUYERS = 20;
const FOLLOWERS = 3;
/** For those who follow to hear of the last changes. */
const HEARD_WITHIN_MS = 10_000;
/** Everything ends soon, so that rest comes soon. */
export const SHORT_TIMES = {
  ORDERS_PAYMENT_SECONDS: "12",
  ORDERS_ASSESSMENT_SECONDS: "5",
  ORDERS_REVIEW_SECONDS: "12",
};

export interface RunOptions {
  seed: number;
  /** How many processes are killed. */
  kills: number;
  /** The longest that nothing is killed. */
  killEveryMs: number;
  /** How long people use it at least. */
  atLeastMs?: number;
  restWithinMs?: number;
  say(line: string): void;
}

export interface UseOptions {
  seed: number;
  buyers?: number;
  /** What is done to the system while people use it. */
  harm(random: Random): Promise<unknown>;
  /** Addresses at which followers subscribe to the seats. */
  followedAt?: string[];
  restWithinMs?: number | undefined;
  say(line: string): void;
}

export interface UseResult {
  seed: number;
  orders: number;
  byStatus: Record<string, number>;
  /** What was done, such as exchanges, without what was refused. */
  done: Partial<Record<Operation, number>>;
  acknowledged: number;
  unanswered: number;
  restMs: number;
  violations: string[];
}

export interface RunResult extends UseResult {
  kills: number;
}

export function crashRun({
  seed,
  kills,
  killEveryMs,
  atLeastMs = 0,
  restWithinMs,
  say,
}: RunOptions): Promise<RunResult> {
  return withSystem({ LOG_LEVEL: "error", ...SHORT_TIMES }, async (system) => {
    const harm = (random: Random) => Promise.all([harmAll(system, random, kills, killEveryMs, say), delay(atLeastMs)]);
    return { kills, ...(await useAndJudge(system, { seed, harm, restWithinMs, say })) };
  });
}

/** Lets people use a system while it is harmed, waits until it has come to rest, and judges what they saw and what is left. */
export async function useAndJudge(
  system: System,
  {
    seed,
    buyers = BUYERS,
    harm,
    followedAt = Array<string>(FOLLOWERS).fill(system.url),
    restWithinMs,
    say,
  }: UseOptions,
): Promise<UseResult> {
  const random = createRandom(seed);
  const crowd = await prepare(() => openCrowdedShow(system));
  const { show } = crowd;
  const history = newHistory(HOLD_POLICY.holdSeconds * 1_000);
  await recordChanges(system);
  const over = new AbortController();
  const world: CrowdedWorld = { url: system.url, ...crowd, history, over: over.signal };
  const people = Array.from({ length: buyers }, () => buyer(world, random.fork()));
  people.push(organizer(world, show.owner, random.fork()), clerk(world, random.fork()));
  people.push(stranger(world, random.fork()), leaver(world));
  const atRest = new AbortController();
  const followers = followedAt.map((url) => follower({ ...world, url }, random.fork(), atRest.signal));
  await harm(random.fork());
  over.abort();
  await Promise.all(people);
  const begun = performance.now();
  await rest(system, show, restWithinMs);
  const restMs = performance.now() - begun;
  const owner = connectClient(system.url, await tokenOf(system, show));
  const snapshot = await takeSnapshot(system, show, owner);
  await followed(history, snapshot);
  atRest.abort();
  await Promise.all(followers);
  const byStatus: Record<string, number> = {};
  for (const { status } of snapshot.orders) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const violations = judge({ history, snapshot });
  if (violations.length > 0) await keepEvidence(system, seed, { violations, snapshot, history }, say);
  return {
    seed,
    orders: snapshot.orders.length,
    byStatus,
    done: doneIn(history),
    ...answered(history),
    restMs: Math.round(restMs),
    violations,
  };
}

/** Waits for the last changes to reach all followers; after the deadline they count as lost. */
async function followed({ followers }: History, { seats }: Snapshot): Promise<void> {
  const deadline = performance.now() + HEARD_WITHIN_MS;
  const hasHeard = ({ map, packedMap }: Follower) =>
    seats.every(({ id, version }) => map.get(id)?.version === version && packedMap.get(id)?.version === version);
  while (!followers.every(hasHeard) && performance.now() < deadline) await delay(50);
}

/** To find the cause: observations, stored data and logs of the processes. */
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

/** Types of results of operations; all others are refusals. */
const RESULTS = ["Hold", "Order", "Payment", "Ticket", "TicketOffer", "Drawer", "RiskAssessment"];

function doneIn(history: History): UseResult["done"] {
  const done: UseResult["done"] = {};
  for (const { operation } of history.attempts)
    done[operation] ??= acknowledged(history, operation).filter(({ answer }) =>
      RESULTS.includes(answer.__typename as string),
    ).length;
  return done;
}

/** What is done besides killing, and how often. */
const HARMS = [
  ["kill", 75],
  ["stop", 15],
  ["provider", 10],
] as const;
const MISBEHAVIOURS: Behaviour[] = [
  { failBefore: 3 },
  { failAfter: 3 },
  { slowMs: 1_500 },
  { webhookTimes: 0 },
  { webhookTimes: 5, webhookLateMs: 4_000 },
];
const GOOD_BEHAVIOUR: Behaviour = { failBefore: 0, failAfter: 0, slowMs: 0, webhookTimes: 2, webhookLateMs: 600 };

async function harmAll(
  system: System,
  random: Random,
  kills: number,
  everyMs: number,
  say: RunOptions["say"],
): Promise<void> {
  const stopped: Promise<void>[] = [];
  for (let killed = 0; killed < kills;) {
    await delay(random.below(everyMs));
    const harm = random.weighted(HARMS);
    if (harm === "provider") {
      const behaviour = random.pick(MISBEHAVIOURS);
      say(`the provider: ${JSON.stringify(behaviour)}`);
      await tellProvider(system, { ...GOOD_BEHAVIOUR, ...behaviour });
      continue;
    }
    const victim = random.pick(processNames());
    if (harm === "kill" && victim === "redis" && random.chance(0.5)) await emptyRedis(system);
    try {
      const pid = pidOf(system, victim);
      process.kill(pid, harm === "kill" ? "SIGKILL" : "SIGSTOP");
      if (harm === "stop") stopped.push(goOn(pid, 500 + random.below(5_500)));
      else killed += 1;
      say(harm === "kill" ? `${killed}: ${victim}` : `${victim} stands still`);
    } catch {
      // It is dead already, and not started again yet.
    }
  }
  await Promise.all(stopped);
  await tellProvider(system, GOOD_BEHAVIOUR);
}

async function goOn(pid: number, afterMs: number): Promise<void> {
  await delay(afterMs);
  try {
    process.kill(pid, "SIGCONT");
  } catch {
    // It was killed meanwhile.
  }
}

/** A provider that is dead just now behaves well when it is back. */
async function tellProvider({ env }: System, behaviour: Behaviour): Promise<void> {
  await fetch(`${env.PAYMENTS_PROVIDER_URL}/v1/test/behaviour`, {
    method: "POST",
    headers: { authorization: `Bearer ${env.PAYMENTS_PROVIDER_SECRET}`, "content-type": "application/json" },
    body: JSON.stringify(behaviour),
    signal: AbortSignal.timeout(2_000),
  }).catch(() => {});
}
