// Those who mean no good, in a process of their own for each kind: `start` and `stop` come as messages, and what came of it is the answer.
import { constants, setPriority } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { CONNECTIONS, SLOW, type SlowHostile } from "./connections.ts";
import { FLOODS, type FloodTarget } from "./floods.ts";
import type { Hostile, Target } from "./hostile.ts";
import { OPERATIONS } from "./operations.ts";
import { REQUESTS } from "./requests.ts";

/** Of the list, so many a second. */
const HOSTILE_PER_SECOND = 40;
const SLOW_CONNECTIONS = 100;
/**
 * What an attacker may send at once to catch up. On a busy machine this process gets its turn late; attackers elsewhere would not, and
 * what they send comes evenly. The report says which share was sent.
 */
const CATCH_UP_MS = 20;

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
  /** Of each flood, how often what came back. */
  floods: Record<string, Record<string, number>>;
  /** The smallest share of a flood, or of the list, that was sent in time. */
  sentShare: number;
}

const [kind, url, eventId, accounts] = process.argv.slice(2) as ["hostile" | "floods", string, string, string];
const floodTarget: FloodTarget = { url, eventId, ...(JSON.parse(accounts) as Omit<FloodTarget, "url" | "eventId">) };
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
  const attack: Attack = { ways: ALL.length + SLOW.length, refusals: [], slow: [], floods: {}, sentShare: 0 };
  const running: Promise<unknown>[] = [];
  /** @returns which share of what was due was sent */
  const every = async (perSecond: number, act: (count: number) => void): Promise<number> => {
    const begun = performance.now();
    let count = 0;
    for (let missed = 0, due = 0; !over.aborted; await delay(5)) {
      due = ((performance.now() - begun) / 1_000) * perSecond;
      missed = Math.max(missed, due - count - Math.max(1, (CATCH_UP_MS / 1_000) * perSecond));
      for (; count < due - missed; count++) act(count);
    }
    return count / (((performance.now() - begun) / 1_000) * perSecond);
  };
  if (kind === "hostile") {
    for (let at = 0; at < SLOW_CONNECTIONS; at++)
      running.push(outlast(SLOW[at % SLOW.length]!).then((refusal) => attack.slow.push(refusal)));
    attack.sentShare = await every(HOSTILE_PER_SECOND, (count) =>
      running.push(hurt(ALL[count % ALL.length]!).then((refusal) => attack.refusals.push(refusal))),
    );
  } else {
    const shares = FLOODS.map(({ name, perSecond, send }) => {
      const counts: Record<string, number> = (attack.floods[name] = {});
      return every(perSecond, (count) =>
        running.push(
          send(floodTarget, count)
            .catch((error: unknown) => (error as Error).message)
            .then((outcome) => (counts[outcome] = (counts[outcome] ?? 0) + 1)),
        ),
      );
    });
    attack.sentShare = Math.min(...(await Promise.all(shares)));
  }
  for (const { end } of FLOODS) end?.();
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
