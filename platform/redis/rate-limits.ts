// Rate limits, counted over all processes in Redis. A process counts locally and synchronizes every 100 ms, so a request costs no round
// trip. With n processes, a client can exceed the limit by what they admit in 100 ms. Exact limits query Redis each time. While Redis is
// down each process counts alone. Sliding windows: the count of the previous window is weighted by its remaining share.
import { LRUCache } from "lru-cache";
import type { Logger } from "../telemetry/logger.ts";
import { connectRedis, isUsable } from "./redis.ts";

export interface RateLimit {
  /** Part of the key in Redis. */
  name: string;
  /** How much is allowed in a window. */
  limit: number;
  windowSeconds: number;
}

export interface RateLimits {
  /** Counts `amount` unless that exceeds the limit. @returns 0, or the seconds until a retry */
  take(limit: RateLimit, who: string, amount?: number): number;
  /** The same, but exact across processes. */
  takeExactly(limit: RateLimit, who: string, amount?: number): Promise<number>;
  /** Whether all processes count together. */
  areShared(): boolean;
  stop(): Promise<void>;
}

interface Count {
  window: number;
  /** Known counts of all processes in this window and the previous one. */
  current: number;
  previous: number;
  /** Counted here and not synchronized yet. */
  pending: number;
}

const TELL_EVERY_MS = 100;
const COUNTS_KEPT = 100_000;

/** KEYS: this window, the previous one. ARGV: amount, limit (negative: no limit), lifetime in ms, weight of the previous window. */
const COUNT = `
local current = tonumber(redis.call('get', KEYS[1]) or '0')
local previous = tonumber(redis.call('get', KEYS[2]) or '0')
local limit = tonumber(ARGV[2])
if limit >= 0 and current + previous * tonumber(ARGV[4]) + tonumber(ARGV[1]) > limit then return {-1, current, previous} end
current = redis.call('incrby', KEYS[1], ARGV[1])
redis.call('pexpire', KEYS[1], ARGV[3])
return {0, current, previous}`;

/** Key of the counts of all processes with this name: `detail` is the subject and the window. */
export function rateKey(prefix: string, process: string, detail: string): string {
  return `${prefix}:rate:${process}:${detail}`;
}

export function createRateLimits(options: {
  /** Absent: this process counts alone. */
  redisUrl: string | undefined;
  prefix: string;
  /** The name of the process: those with the same name count together. */
  process: string;
  logger: Logger;
  now?: () => number;
}): RateLimits {
  const { prefix, process, logger, now = Date.now } = options;
  const redis = options.redisUrl ? connectRedis(options.redisUrl, logger, "fails fast") : undefined;
  const counts = new LRUCache<string, Count>({ max: COUNTS_KEPT });
  const untold = new Map<string, { limit: RateLimit; who: string }>();
  let timer: NodeJS.Timeout | undefined;

  function countOf(limit: RateLimit, who: string): Count {
    const key = `${limit.name}:${who}`;
    const window = windowOf(limit);
    const known = counts.get(key);
    if (known?.window === window) return known;
    const previous = known?.window === window - 1 ? known.current + known.pending : 0;
    const count = { window, current: 0, previous, pending: 0 };
    counts.set(key, count);
    return count;
  }

  const windowOf = ({ windowSeconds }: RateLimit) => Math.floor(now() / (windowSeconds * 1_000));
  /** How much of the window before is still in sight. */
  const shareOfPrevious = ({ windowSeconds }: RateLimit) =>
    1 - (now() % (windowSeconds * 1_000)) / (windowSeconds * 1_000);
  // The braces (hash tag) keep both windows of a client on one node of a cluster.
  const keyOf = ({ name }: RateLimit, who: string, window: number) =>
    rateKey(prefix, process, `{${name}:${who}}:${window}`);

  function secondsToWait(limit: RateLimit, { current, pending, previous }: Count, amount: number): number {
    const counted = current + pending + previous * shareOfPrevious(limit);
    if (counted + amount <= limit.limit) return 0;
    const untilNext = shareOfPrevious(limit) * limit.windowSeconds;
    if (current + pending + amount > limit.limit) return Math.max(1, Math.ceil(untilNext));
    const excess = counted + amount - limit.limit;
    return Math.max(1, Math.ceil((excess / previous) * limit.windowSeconds));
  }

  async function ask(limit: RateLimit, who: string, amount: number, bound: number): Promise<[number, number, number]> {
    const window = windowOf(limit);
    const keys = [keyOf(limit, who, window), keyOf(limit, who, window - 1)];
    const lifetimeMs = 2_000 * limit.windowSeconds;
    return (await redis!.eval(COUNT, 2, ...keys, amount, bound, lifetimeMs, shareOfPrevious(limit))) as [
      number,
      number,
      number,
    ];
  }

  async function tell(limit: RateLimit, who: string): Promise<void> {
    const count = countOf(limit, who);
    const amount = count.pending;
    // Added locally at once: Redis only matters for other processes.
    count.pending = 0;
    count.current += amount;
    if (redis?.status !== "ready" || amount === 0) return;
    try {
      const [, current, previous] = await ask(limit, who, amount, -1);
      count.current = Math.max(current, count.current);
      count.previous = Math.max(previous, count.previous);
    } catch {
      // Redis is down: this process counts alone.
    }
  }

  function tellSoon(limit: RateLimit, who: string): void {
    untold.set(`${limit.name}:${who}`, { limit, who });
    timer ??= setTimeout(() => {
      timer = undefined;
      const all = [...untold.values()];
      untold.clear();
      for (const one of all) void tell(one.limit, one.who);
    }, TELL_EVERY_MS).unref();
  }

  function take(limit: RateLimit, who: string, amount = 1): number {
    const count = countOf(limit, who);
    const wait = secondsToWait(limit, count, amount);
    if (wait > 0) return wait;
    count.pending += amount;
    tellSoon(limit, who);
    return 0;
  }

  return {
    take,
    takeExactly: async (limit, who, amount = 1) => {
      if (redis?.status !== "ready") return take(limit, who, amount);
      try {
        const [refused, current, previous] = await ask(limit, who, amount, limit.limit);
        return refused === 0 ? 0 : secondsToWait(limit, { window: 0, current, previous, pending: 0 }, amount) || 1;
      } catch {
        return take(limit, who, amount);
      }
    },
    areShared: () => redis !== undefined && isUsable(redis),
    stop: async () => {
      clearTimeout(timer);
      redis?.disconnect();
    },
  };
}
