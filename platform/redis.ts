// Connections to Redis. Redis holds nothing that is not also in PostgreSQL: it may be gone, or come back empty, at any time.
import { Redis, type RedisOptions } from "ioredis";
import type { Logger } from "./logger.ts";

const FOREVER: RedisOptions = {
  maxRetriesPerRequest: null,
  retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
  enableOfflineQueue: true,
};

/** Fails fast while Redis is away, so that whoever calls can go on without it. */
const FAIL_FAST: RedisOptions = {
  maxRetriesPerRequest: 0,
  commandTimeout: 3_000,
  enableOfflineQueue: false,
  retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
};

export function connectRedis(url: string, logger: Logger, mode: "waits" | "fails fast"): Redis {
  const redis = new Redis(url, mode === "waits" ? FOREVER : FAIL_FAST);
  redis.on("error", (error: Error) => logger.debug({ error: error.message }, "redis connection"));
  return redis;
}
