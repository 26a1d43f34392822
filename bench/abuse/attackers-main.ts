// Those who mean no good, in a process of their own: `start` and `stop` come as messages, and what came of it is the answer.
import { constants, setPriority } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { request } from "undici";
import { CONNECTIONS, SLOW, type SlowHostile } from "./connections.ts";
import type { Hostile, Target } from "./hostile.ts";
import { OPERATIONS } from "./operations.ts";
import { REQUESTS } from "./requests.ts";

/** Of the list, so many a second. */
const HOSTILE_PER_SECOND = 40;
/** From one address, which may send 1,200 a minute. */
const FLOOD_PER_SECOND = 200;
const SLOW_CONNECTIONS = 100;

const ALL: readonly Hostile[] = [...OPERATIONS, ...REQUESTS, ...CONNECTIONS];

export interface Refusal {
  name: string;
  deserved: string;
  got: string;
  ms: number;
}

export interface Attack {
  ways: number;
  refusals: Refusal[];
  /** Each with how long it lived beyond what it was given. */
  slow: (Refusal & { overdueMs: number })[];
  /** Of the flood, how often which status came back. */
  flood: Record<string, number>;
}

const [url, eventId] = process.argv.slice(2) as [string, string];
let addresses = 0;
const address = () => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
const target: Target = { url, eventId, address };

async function hurt({ name, deserves, attack }: Hostile): Promise<Refusal> {
  const begun = performance.now();
  const got = await attack(target).catch((error: unknown) => `${(error as Error).name}: ${(error as Error).message}`);
  return { name, deserved: deserves, got, ms: performance.now() - begun };
}

async function outlast(one: SlowHostile): Promise<Attack["slow"][number]> {
  const refusal = await hurt(one);
  return { ...refusal, overdueMs: refusal.ms - one.seconds * 1_000 };
}

async function attackUntil(over: AbortSignal): Promise<Attack> {
  const attack: Attack = { ways: ALL.length + SLOW.length, refusals: [], slow: [], flood: {} };
  const running: Promise<unknown>[] = [];
  for (let at = 0; at < SLOW_CONNECTIONS; at++)
    running.push(outlast(SLOW[at % SLOW.length]!).then((refusal) => attack.slow.push(refusal)));
  const flood = async () => {
    const { statusCode, body } = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": "203.0.113.1" },
      body: JSON.stringify({ query: "{ events { totalCount } }" }),
    });
    await body.dump();
    attack.flood[statusCode] = (attack.flood[statusCode] ?? 0) + 1;
  };
  const every = async (perSecond: number, act: (count: number) => void) => {
    const begun = performance.now();
    for (let count = 0; !over.aborted; await delay(5))
      for (; count < ((performance.now() - begun) / 1_000) * perSecond; count++) act(count);
  };
  await Promise.all([
    every(HOSTILE_PER_SECOND, (count) =>
      running.push(hurt(ALL[count % ALL.length]!).then((refusal) => attack.refusals.push(refusal))),
    ),
    every(FLOOD_PER_SECOND, () =>
      running.push(
        flood().catch((error: unknown) => (attack.flood[String(error)] = (attack.flood[String(error)] ?? 0) + 1)),
      ),
    ),
  ]);
  await Promise.all(running);
  return attack;
}

let over = new AbortController();
process.on("message", (word) => {
  if (word === "stop") return over.abort();
  over = new AbortController();
  void attackUntil(over.signal).then((attack) => process.send!(attack));
});
// They would not be on this machine: what they take of it counts for as little as can be.
setPriority(constants.priority.PRIORITY_LOW);
process.send!("ready");
