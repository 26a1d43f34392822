// `npm run bench -- trade`: what an ordinary hold and an ordinary purchase cost, at one price and of one event, in two systems in turn: this
// version and the last one before halls, several prices, times, questions, counters and exchanges. Statements are those of lone purchases.
import { setTimeout as delay } from "node:timers/promises";
import { connectClient } from "../local/client.ts";
import { buy, signUp } from "../local/fixtures.ts";
import { prepare } from "../local/preparations.ts";
import type { System } from "../local/system.ts";
import { withEarlierVersion } from "../testkit/earlier-version.ts";
import { pidOf, processNames, withSystem } from "../testkit/temporary-system.ts";
import { until } from "../testkit/until.ts";
import { APART } from "./orders/orders.ts";
import { countStatementsFromNextStart, statementsOf } from "./orders/postgres-counters.ts";
import { openHall, seatPairs, sell } from "./orders/purchases.ts";
import { openSale, serve } from "./seats-http.ts";
import { intervalOfMedian, median } from "./statistics.ts";

const BEFORE = "4f72a71eca42635a7c06babd42cbbec518aba115";
/** As an operator's: with the access log. */
const ENV = { LOG_LEVEL: "info" };
const SECONDS = 10;
/** More than either reaches: so many accounts are made. */
const MOST_A_MINUTE = 15_000;
const SETTLED_WITHIN_MS = 60_000;
const LONE_PURCHASES = 20;
const CONFIRMED_AFTER_MS = 500;
/** Until the work that follows purchases is done. */
const QUIET_MS = 5_000;

/** ms of CPU, of our processes and PostgreSQL. */
interface Round {
  hold: number;
  purchase: number;
}

export function benchTrade(rounds: number): Promise<Record<string, unknown>> {
  return withEarlierVersion(BEFORE, (root) =>
    withSystem(ENV, (earlier) => withSystem(ENV, (system) => compare(rounds, earlier, system)), { rootOf: () => root }),
  );
}

async function compare(rounds: number, earlier: System, system: System): Promise<Record<string, unknown>> {
  const systems = { before: earlier, now: system };
  const ratios: Round[] = [];
  const all: Record<keyof typeof systems, Round[]> = { before: [], now: [] };
  for (let round = 0; round <= rounds; round++) {
    // The first of a round may find the machine warmer or colder: they take turns.
    const order = round % 2 === 0 ? (["before", "now"] as const) : (["now", "before"] as const);
    const found = {} as Record<keyof typeof systems, Round>;
    for (const version of order) found[version] = await measure(systems[version]);
    process.stdout.write(`${round === 0 ? "warm-up" : `round ${round}`}  ${JSON.stringify(found)}\n`);
    if (round === 0) continue;
    for (const version of order) all[version].push(found[version]);
    ratios.push({
      hold: found.now.hold / found.before.hold,
      purchase: found.now.purchase / found.before.purchase,
    });
  }
  const statements = { before: await statementsAlone(earlier), now: await statementsAlone(system) };
  const of = (figures: Round[], figure: keyof Round) => figures.map((one) => one[figure]);
  return {
    cpuPerHold: { ...intervalOfMedian(of(ratios, "hold")), beforeMs: median(of(all.before, "hold")) },
    cpuPerPurchase: { ...intervalOfMedian(of(ratios, "purchase")), beforeMs: median(of(all.before, "purchase")) },
    statementsPerLonePurchase: statements,
  };
}

async function measure(system: System): Promise<Round> {
  // With new buyers, because access tokens do not last for all rounds.
  const sale = await openSale(system);
  const { cpuMicros } = await serve(
    sale,
    system.url,
    sale.buyers.map(({ client }) => client.token!),
  );
  const { cpuMsPerPurchase } = await sell(system, SECONDS, MOST_A_MINUTE);
  const ours = processNames().filter((name) => !APART.includes(name));
  return {
    hold: Object.values(cpuMicros).reduce((sum, micros) => sum + micros, 0) / 1_000,
    purchase: ours.reduce((sum, name) => sum + cpuMsPerPurchase[name]!, 0),
  };
}

/** Of one purchase when nobody else buys, with what the system does by itself in that time. */
async function statementsAlone(system: System): Promise<number> {
  await countStatementsFromNextStart(system);
  process.kill(pidOf(system, "postgres"), "SIGKILL");
  await until(() => statementsOf(system).then(Boolean, () => false), "PostgreSQL counts statements", SETTLED_WITHIN_MS);
  const { eventId, buyers } = await prepare(async () => ({
    eventId: await openHall(system),
    buyers: await Promise.all(
      Array.from({ length: LONE_PURCHASES }, () => signUp((token) => connectClient(system.url, token), "Buyer")),
    ),
  }));
  const pairs = seatPairs(eventId);
  await delay(QUIET_MS);
  const before = await statementsOf(system);
  for (const { client } of buyers) {
    await buy(client, eventId, pairs.pop()!);
    // Nobody looks at it, because that would be counted.
    await delay(CONFIRMED_AFTER_MS);
  }
  await delay(QUIET_MS);
  return (await statementsOf(system)) / LONE_PURCHASES - before / LONE_PURCHASES;
}
