// `npm run bench -- orders`: whole purchases in two systems in turn, this version and an earlier one, everything on this machine. Last
// PostgreSQL is killed while purchases are under way, and the statements of a purchase are counted.
import { connectClient } from "../../local/client.ts";
import { withEarlierVersion } from "../../testkit/earlier-version.ts";
import { processNames, withSystem } from "../../testkit/temporary-system.ts";
import { buy, readOrder, type Person, signUp } from "../../local/fixtures.ts";
import type { System } from "../../local/system.ts";
import { setTimeout as delay } from "node:timers/promises";
import { sideBySide } from "../side-by-side.ts";
import { median } from "../statistics.ts";
import { sellThroughKill } from "./killed-postgres.ts";
import { countersOf, countStatementsFromNextStart, durabilityOf, statementsOf } from "./postgres-counters.ts";
import { openHall, seatPairs, sell, type Sold } from "./purchases.ts";

/** The last version that handled each message, command and timer by itself. */
const BEFORE = "63e8deb8beb03831b020fef07421b4aa91205706";
/** As an operator's: with the access log. */
const ENV = { LOG_LEVEL: "info" };
const SECONDS = 30;
/** More than either has reached: so many accounts are made. */
const MOST_A_MINUTE = { before: 6_000, now: 16_000 };
/** Not ours: a real provider is elsewhere, and Redis is counted apart. */
export const APART = ["provider", "redis"];
const LONE_PURCHASES = 40;
const LOOK_EVERY_MS = 5;

interface Figures {
  ordersPerMinute: number;
  /** Of our processes and PostgreSQL. */
  cpuMsPerPurchase: number;
  providerMs: number;
  redisMs: number;
  postgresMs: number;
  confirmedP50Ms: number;
  confirmedP99Ms: number;
  walKbPerPurchase: number;
  fsyncsPerPurchase: number;
  commitsPerPurchase: number;
  oversold: number;
  /** Purchases that ended otherwise. */
  other: number;
}

export function benchOrders(rounds: number): Promise<Record<string, unknown>> {
  return withEarlierVersion(BEFORE, (root) =>
    withSystem(
      ENV,
      (earlier) =>
        withSystem(ENV, async (system) => {
          const { before, now } = await sideBySide(rounds, {
            before: () => measure(earlier, MOST_A_MINUTE.before),
            now: () => measure(system, MOST_A_MINUTE.now),
          });
          const lone = { before: await buyAlone(earlier), now: await buyAlone(system) };
          const durability = await durabilityOf(system);
          await countStatementsFromNextStart(system);
          const survived = await sellThroughKill(system);
          const { statements } = await countStatements(system);
          return {
            ...now,
            oversold: now.oversold + survived.oversold,
            ordersVsBefore: now.ordersPerMinute / before.ordersPerMinute,
            cpuVsBefore: now.cpuMsPerPurchase / before.cpuMsPerPurchase,
            statementsPerPurchase: statements,
            loneMs: lone.now,
            loneVsBefore: lone.now / lone.before,
            killed: survived,
            durability,
            before,
          };
        }),
      { rootOf: () => root },
    ),
  );
}

async function measure(system: System, mostAMinute: number): Promise<Figures> {
  const { counted, sold } = await count(system, mostAMinute, () => countersOf(system));
  const each = (value: number) => value / sold.purchases;
  const cpu = sold.cpuMsPerPurchase;
  const ours = processNames().filter((name) => !APART.includes(name));
  return {
    ordersPerMinute: sold.ordersPerMinute,
    cpuMsPerPurchase: ours.reduce((total, name) => total + cpu[name]!, 0),
    providerMs: cpu.provider!,
    redisMs: cpu.redis!,
    postgresMs: cpu.postgres!,
    confirmedP50Ms: sold.p50Ms.confirmed,
    confirmedP99Ms: sold.p99Ms.confirmed,
    walKbPerPurchase: each(counted.walBytes) / 1_024,
    fsyncsPerPurchase: each(counted.fsyncs),
    commitsPerPurchase: each(counted.commits),
    oversold: sold.oversold,
    other: Object.values(sold.other).reduce((total, one) => total + one, 0),
  };
}

async function countStatements(system: System): Promise<{ statements: number }> {
  const read = async () => ({ statements: await statementsOf(system) });
  const { counted, sold } = await count(system, MOST_A_MINUTE.now, read);
  return { statements: counted.statements / sold.purchases };
}

/** Runs purchases and returns the increase of each counter during the measured time. */
async function count<Counters extends { [Name in keyof Counters]: number }>(
  system: System,
  mostAMinute: number,
  read: () => Promise<Counters>,
): Promise<{ counted: Counters; sold: Sold }> {
  let counted: Counters | undefined;
  const sold = await sell(system, SECONDS, mostAMinute, async () => {
    const before = await read();
    return async () => {
      const after = await read();
      counted = Object.fromEntries(
        Object.keys(after).map((name) => [name, after[name as keyof Counters] - before[name as keyof Counters]]),
      ) as Counters;
    };
  });
  return { counted: counted!, sold };
}

/** What one purchase takes from holding seats to having tickets when nobody else buys: the median, in ms. */
async function buyAlone(system: System): Promise<number> {
  const connect = (token?: string) => connectClient(system.url, token);
  const eventId = await openHall(system);
  const pairs = seatPairs(eventId);
  const times: number[] = [];
  let person: Person | undefined;
  for (let turn = 0; turn < LONE_PURCHASES; turn++) {
    if (turn % 2 === 0) person = await signUp(connect, "Buyer");
    const begun = performance.now();
    const { order } = await buy(person!.client, eventId, pairs[turn]!);
    while ((await readOrder(person!.client, order.id)).status !== "CONFIRMED") await delay(LOOK_EVERY_MS);
    times.push(performance.now() - begun);
  }
  return median(times);
}
