// Forged messages and notifications, as an intruder writes them who may do everything in Redis and has no signing key.
import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { streamName } from "../platform/messaging/signed-batches.ts";
import type { Env } from "../operations/environment.ts";

async function asIntruder(env: Env, work: (redis: Redis, prefix: string) => Promise<unknown>): Promise<void> {
  const redis = new Redis(env.REDIS_URL!);
  try {
    await work(redis, env.REDIS_PREFIX!);
  } finally {
    redis.disconnect();
  }
}

/** Writes a message into its publisher's stream. */
export function forgeMessage(env: Env, name: string, key: string, body: Record<string, unknown>): Promise<void> {
  const message = { messageId: randomUUID(), name, key, body, correlationId: null, seq: 1 };
  const publisher = name.slice(0, name.indexOf("."));
  return asIntruder(env, (redis, prefix) =>
    redis.xadd(streamName(prefix, publisher), "*", "message", JSON.stringify(message)),
  );
}

/** Publishes a notification about each of `about` on every topic that has a listener. */
export function forgeHints(env: Env, about: string[]): Promise<void> {
  return asIntruder(env, async (redis, prefix) => {
    for (const channel of (await redis.pubsub("CHANNELS", `${prefix}:hint:*`)) as string[])
      for (const one of about) await redis.publish(channel, one);
  });
}
