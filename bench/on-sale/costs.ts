// `npm run bench -- costs`: what one operation of an on-sale costs each process, and how its times are spread. The file that it writes,
// costs.json, is what `npm run bench -- on-sale` calculates with.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Client, type Data } from "../../local/client.ts";
import { withSystem } from "../../testkit/temporary-system.ts";
import { until } from "../../testkit/until.ts";
import { buy, openShow, PASSWORD, readOrder, signUp, type Person } from "../../local/fixtures.ts";
import type { System } from "../../local/system.ts";
import { accounts, cpuByProcess, openHall, sell } from "../orders/purchases.ts";
import { inSeconds, openQueue } from "../../test/queues.ts";
import { quantile } from "../statistics.ts";
import { OPERATIONS, type Operation } from "./model.ts";

export interface Cost {
  /** Of CPU, by process. */
  cpuMs: Record<string, number>;
  /** Of the time that it takes when nothing else is done, from the least to the most in equal steps. */
  quantilesMs: number[];
}

export interface Costs {
  machine: string;
  operations: Record<Operation, Cost>;
}

export const COSTS_FILE = new URL("./costs.json", import.meta.url);

const AT_ONCE = 16;
const SECONDS = 8;
/** Messages are taken together the more of them there are: a purchase is measured as one of many. */
const PURCHASE_SECONDS = 60;
const MOST_PURCHASES_A_MINUTE = 9_000;
const ALONE = 100;
const QUANTILES = 20;
const ACCOUNTS = 100;
const DRAW_SECONDS = 20;

export function benchCosts(): Promise<Record<string, unknown>> {
  return withSystem({ LOG_LEVEL: "info" }, async (system) => {
    const operations = await measure(system, OPERATIONS);
    const { cpuMsPerPurchase } = await sell(system, PURCHASE_SECONDS, MOST_PURCHASES_A_MINUTE);
    operations.purchase.cpuMs = cpuMsPerPurchase;
    const costs: Costs = { machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}`, operations };
    writeFileSync(COSTS_FILE, `${JSON.stringify(costs, undefined, 2)}\n`);
    return { ...costs };
  });
}

/** Without the CPU of a purchase. */
async function measure(system: System, wanted: readonly Operation[]): Promise<Costs["operations"]> {
  const eventId = await openHall(system);
  const connect = (token?: string) => connectClient(system.url, token);
  const tokens = await accounts(system, ACCOUNTS);
  // One for each that signs in at once: an account takes only so many tries of its password at a time.
  const people: Person[] = [];
  while (people.length < AT_ONCE) people.push(await signUp(connect));
  const [person] = people as [Person, ...Person[]];
  const { event } = await connect().ask(`query ($id: ID!) { event(id: $id) { venue { sections { id } } } }`, {
    id: eventId,
  });
  const sections: string[] = event.venue.sections.map(({ id }: Data) => id);
  let turn = 0;
  const nextSeats = () => [1, 2].map(() => `${eventId}.${1 + (turn++ % 15_000)}`);
  const client = () => connect(tokens[turn % tokens.length]!);

  const HOLD = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename ... on Hold { id } } }`;
  const hold = (who: ReturnType<typeof connect>, seatIds: string[]) =>
    who.ask(HOLD, { input: { eventId, seatIds, idempotencyKey: randomUUID() } });
  const taken = [1, 2].map((n) => `${eventId}.${15_000 + n}`);
  await hold(person.client, taken);
  const sessions: string[] = [];
  for (let n = 0; n < AT_ONCE; n++) sessions.push(await session());
  async function session(): Promise<string> {
    const input = { email: people[turn++ % people.length]!.email, password: PASSWORD };
    const { signIn } = await connect().ask(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Session { refreshToken } } }`,
      { input },
    );
    return signIn.refreshToken as string;
  }
  const { joining, serving } = await openQueues(system, tokens);
  // With the place given up again: an account has one place for each event. So this is more than a place alone.
  const JOIN = `mutation ($id: ID!) { joinQueue(eventId: $id) { ... on QueueEntry { id } } leaveQueue(eventId: $id) { __typename } }`;

  /** Of purchases, each account makes only a few: risk reviews buyers of more. */
  let bought = 0;

  const work: Record<Operation, () => Promise<unknown>> = {
    page: () =>
      connect().ask(
        `query ($id: ID!) { event(id: $id) { name startsAt venue { name city } priceTiers { name price { amount } } availability { available } } }`,
        { id: eventId },
      ),
    map: () =>
      connect().ask(
        `query ($id: ID!, $section: ID!) { event(id: $id) { seats(section: $section, first: 1000) { nodes { id status version } } } }`,
        { id: eventId, section: sections[turn++ % sections.length] },
      ),
    signIn: session,
    refresh: async () => {
      const token = sessions.pop() ?? (await session());
      const { refreshSession } = await connect().ask(
        `mutation ($t: String!) { refreshSession(refreshToken: $t) { ... on Session { refreshToken } } }`,
        { t: token },
      );
      sessions.push(refreshSession.refreshToken as string);
    },
    hold: async () => {
      const who = client();
      const { holdSeats } = await hold(who, nextSeats());
      await who.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: holdSeats.id });
    },
    refused: () => hold(client(), taken),
    purchase: async () => {
      const who = connect(tokens[Math.floor(bought++ / 2) % tokens.length]!);
      const { order } = await buy(who, eventId, nextSeats());
      while ((await readOrder(who, order.id)).status !== "CONFIRMED") await delay(50);
    },
    join: async () => {
      turn++;
      await client().ask(JOIN, { id: joining });
    },
    poll: async () => (await fetch(new URL(`/queues/${joining}.json`, system.url))).arrayBuffer(),
    enter: async () => {
      turn++;
      await enter(client(), serving);
    },
  };

  const begun = cpuByProcess(system);
  await delay(SECONDS * 1_000);
  const idle = cpuByProcess(system);
  /** What each process does by itself, in seconds of CPU a second. */
  const atRest = Object.fromEntries(Object.entries(idle).map(([name, cpu]) => [name, (cpu - begun[name]!) / SECONDS]));
  const measured = {} as Costs["operations"];
  for (const operation of wanted) {
    const times = await alone(work[operation], operation === "purchase" ? ALONE / 4 : ALONE);
    // Once to warm up.
    if (operation !== "purchase") await cpuOf(system, work[operation], atRest);
    measured[operation] = {
      cpuMs: operation === "purchase" ? {} : await cpuOf(system, work[operation], atRest),
      quantilesMs: Array.from({ length: QUANTILES + 1 }, (_, k) => round(quantile(times, k / QUANTILES))),
    };
    process.stderr.write(`${operation}: ${JSON.stringify(measured[operation].cpuMs)}\n`);
  }
  return measured;
}

async function enter(who: Client, eventId: string): Promise<void> {
  const query = `mutation ($id: ID!) { enterSale(eventId: $id) { __typename ... on Admission { token } } }`;
  const { enterSale } = await who.ask(query, { id: eventId });
  if (enterSale.__typename !== "Admission") throw new Error(`Not admitted: ${enterSale.__typename}`);
}

/** An event whose queue people join and leave, and one whose queue has called all of them. */
async function openQueues(system: System, tokens: string[]): Promise<{ joining: string; serving: string }> {
  const connect = (token?: string) => connectClient(system.url, token);
  const [one, other] = [await openShow(connect), await openShow(connect)];
  const joining = await openQueue(one.owner, one.eventId);
  const serving = await openQueue(other.owner, other.eventId, { drawAt: inSeconds(DRAW_SECONDS) });
  const join = `mutation ($id: ID!) { joinQueue(eventId: $id) { ... on QueueEntry { id } } }`;
  for (const token of tokens) await connect(token).ask(join, { id: serving });
  const query = `query ($id: ID!) { event(id: $id) { queue { serving } } }`;
  const served = async () => (await connect().ask(query, { id: serving })).event.queue.serving as number;
  await until(async () => (await served()) >= tokens.length, "all people may enter");
  return { joining, serving };
}

async function alone(work: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times;
}

/** By process, of one of many that are done side by side. */
async function cpuOf(
  system: System,
  work: () => Promise<unknown>,
  atRest: Record<string, number>,
): Promise<Record<string, number>> {
  const begun = performance.now();
  const deadline = begun + SECONDS * 1_000;
  const before = cpuByProcess(system);
  let count = 0;
  const people = Array.from({ length: AT_ONCE }, async () => {
    for (; performance.now() < deadline; count++) await work();
  });
  await Promise.all(people);
  const seconds = (performance.now() - begun) / 1_000;
  const each = Object.entries(cpuByProcess(system)).map(([name, cpu]) => {
    const own = cpu - before[name]! - atRest[name]! * seconds;
    return [name, round((own * 1_000) / count)] as const;
  });
  return Object.fromEntries(each.filter(([, ms]) => ms >= 0.01));
}

const round = (value: number) => Number(value.toFixed(3));
