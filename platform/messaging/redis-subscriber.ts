// A group reads the streams of its publishers in Redis. Only entries signed by their publisher are delivered. Other entries stay
// unacknowledged, and the publisher's relay is notified to check its stream: it publishes unacknowledged messages again. Other messages are
// not delayed.
import type { JSONWebKeySet } from "jose";
import type { Logger } from "../telemetry/logger.ts";
import { connectRedis, type RedisConnection } from "../redis/redis.ts";
import { CHECK_STREAM, wakeChannel } from "./redis-channels.ts";
import { createBatchReader, streamName, type BatchReader, type StreamEntry } from "./signed-batches.ts";
import type { Delivery, SubscribeOptions, Subscription } from "./transport.ts";

/** Messages read together and handled in one transaction: a commit costs more than most handlers. */
const READ_COUNT = 100;
const BLOCK_MS = 2_000;
/** A read without an answer for this long closes the connection: the server is partitioned. */
const SILENT_MS = 5_000;
/** An entry that another process has not acknowledged for this long is claimed. */
const CLAIM_IDLE_MS = 5_000;
const CLAIM_EVERY_MS = 2_000;
const NEW = ">";

export interface RedisSubscriberOptions extends SubscribeOptions {
  redisUrl: string;
  redisPrefix: string;
  trustedKeys: JSONWebKeySet;
  unsignedUntil?: Date | undefined;
  logger: Logger;
}

interface Reading {
  redis: RedisConnection;
  stream: string;
  batches: BatchReader;
  /** The entry after which to read; "0": first the pending entries of this process. */
  from: string;
  claimAt: number;
  isAcknowledged: boolean;
}

export function subscribeInRedis(options: RedisSubscriberOptions): Subscription {
  const { group, instance, publishers, redisUrl, redisPrefix, logger, onRefused } = options;
  // A command queued until Redis returns would wait forever after its connection is closed.
  const { promise: stopping, reject: endWaiting } = Promise.withResolvers<never>();
  stopping.catch(() => {});
  const counting = connectRedis(redisUrl, logger, "fails fast");
  const readings = new Map(publishers.map((publisher) => [publisher, open(publisher)]));

  /** At the latest on stop. */
  async function answered<T>(redis: RedisConnection, work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => redis.disconnect(true), SILENT_MS);
    try {
      return await Promise.race([work, stopping]);
    } finally {
      clearTimeout(timer);
    }
  }

  function open(publisher: string): Reading {
    const stream = streamName(redisPrefix, publisher);
    const redis = connectRedis(redisUrl, logger, "waits");
    const batches = createBatchReader({
      ...options,
      prefix: redisPrefix,
      publisher,
      range: (first, last) => answered(redis, redis.xrange(stream, first, last)) as Promise<StreamEntry[]>,
      onRefused: (id) => onRefused(publisher, id),
    });
    return { redis, stream, batches, from: "0", claimAt: 0, isAcknowledged: true };
  }

  const begin = async ({ redis, stream }: Reading) => {
    await answered(redis, redis.xgroup("CREATE", stream, group, "0", "MKSTREAM")).catch((error: Error) => {
      if (!error.message.includes("BUSYGROUP")) throw error;
    });
  };

  async function readSome(publisher: string, reading: Reading): Promise<{ deliveries: Delivery[]; isIdle: boolean }> {
    const { redis, stream, batches } = reading;
    if (Date.now() - reading.claimAt > CLAIM_EVERY_MS) {
      reading.claimAt = Date.now();
      const claimed = (await answered(
        redis,
        redis.xautoclaim(stream, group, instance, CLAIM_IDLE_MS, "0", "COUNT", READ_COUNT),
      )) as [string, unknown[]];
      if (claimed[1].length > 0) reading.from = "0";
    }
    const { from } = reading;
    const reply = (await answered(
      redis,
      redis.xreadgroup("GROUP", group, instance, "COUNT", READ_COUNT, "BLOCK", BLOCK_MS, "STREAMS", stream, from),
    )) as [string, StreamEntry[]][] | null;
    const entries = reply?.[0]?.[1] ?? [];
    const texts = await batches.read(entries);
    const deliveries = entries.flatMap(([id], index) =>
      texts[index] === undefined ? [] : [{ id, text: texts[index] }],
    );
    // A refused entry must not be acknowledged: it stays pending until the relay has deleted the stream.
    if (deliveries.length < entries.length)
      void counting.publish(wakeChannel(redisPrefix, publisher), CHECK_STREAM).catch(() => {});
    // Refused entries stay pending: the next read starts after them.
    if (from !== NEW) reading.from = entries.at(-1)?.[0] ?? NEW;
    return { deliveries, isIdle: entries.length === 0 };
  }

  return {
    begin: (publisher) => begin(readings.get(publisher)!),
    read: async (publisher) => {
      const reading = readings.get(publisher)!;
      if (!reading.isAcknowledged) reading.from = "0";
      reading.isAcknowledged = false;
      try {
        const found = await readSome(publisher, reading);
        reading.isAcknowledged = found.deliveries.length === 0;
        return found;
      } catch (error) {
        if (!/NOGROUP/.test(String(error))) throw error;
        await begin(reading);
        return { deliveries: [], isIdle: false };
      }
    },
    ack: async (publisher, ids) => {
      const reading = readings.get(publisher)!;
      await answered(reading.redis, reading.redis.xack(reading.stream, group, ...ids));
      reading.isAcknowledged = true;
    },
    lag: async () => {
      let waiting = 0;
      for (const { stream } of readings.values()) {
        if ((await counting.exists(stream)) === 0) continue;
        const groups = (await counting.xinfo("GROUPS", stream)) as unknown[][];
        for (const fields of groups) {
          const at = (name: string) => fields[fields.indexOf(name) + 1];
          if (at("name") === group) waiting += Number(at("pending") ?? 0) + Number(at("lag") ?? 1);
        }
      }
      return waiting;
    },
    stop: () => {
      endWaiting(new Error("stopped"));
      // A blocked read must not delay the stop: unacknowledged entries are read again.
      for (const { redis } of readings.values()) redis.disconnect();
      counting.disconnect();
    },
  };
}
