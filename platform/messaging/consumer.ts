// Hears other subgraphs' messages: inbox rows and handlers in one transaction, acknowledged after the commit.
// At least once on the wire, once in effect. A handler that fails parks its message in PostgreSQL, where it is tried
// again with back-off and, after the last try, kept as a dead letter for a person: nothing waits behind it, nothing is lost.
// Only what its publisher has signed is handled. Anything else stays unacknowledged, and the publisher's relay is asked to check its
// stream: it publishes again what was not acknowledged. Other messages do not wait for that.
import { setTimeout as delay } from "node:timers/promises";
import type { JSONWebKeySet } from "jose";
import { envelopeSchema, type Envelope } from "../contracts.ts";
import type { Database } from "../database.ts";
import type { Backfill } from "./backfill.ts";
import { createAlarm, whileDue } from "../due.ts";
import { park, retryParked, takeMessages, untilNextRetry } from "./inbox.ts";
import type { Ranges } from "./inbox-ranges.ts";
import type { Reaction } from "./reactions.ts";
import { connectRedis, type RedisConnection } from "../redis.ts";
import { CHECK_STREAM, wakeChannel } from "./relay.ts";
import { createBatchReader, streamName, type StreamEntry } from "./signed-batches.ts";
import { row, sql } from "../sql.ts";
import type { Logger } from "../logger.ts";

export interface Consumer {
  /** Messages in the streams that this group has not finished with, parked ones that will be tried again included. */
  lag(): Promise<number>;
  /** Whether each stream that it hears was read a moment ago, and what was there taken. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

export interface ConsumerOptions {
  subgraph: string;
  /** Distinguishes this process from its replicas. */
  instance: string;
  reactions: Reaction[];
  database: Database;
  redisUrl: string;
  redisPrefix: string;
  trustedKeys: JSONWebKeySet;
  unsignedUntil?: Date | undefined;
  logger: Logger;
  /** Called once for each entry of a stream that its publisher did not sign. */
  onRefused?: (publisher: string) => void;
  /** For a group that comes later than its publishers' first messages. */
  backfill?: Backfill;
}

/** Messages that are read together, and whose effects are one transaction: a commit costs more than most effects. */
const READ_COUNT = 100;
const BLOCK_MS = 2_000;
/** A connection on which a read is not answered for so long is given up: the server was cut off. */
const SILENT_MS = 5_000;
/** An entry that another process took and has not finished for so long is taken over. */
const CLAIM_IDLE_MS = 5_000;
const CLAIM_EVERY_MS = 2_000;
const RETRY_MS = 100;
/** A stream is read every two seconds if nothing comes, and messages that are taken together are one transaction of a few. */
const RUNNING_WITHIN_MS = 10_000;
export function startConsumer({
  subgraph,
  instance,
  reactions,
  database,
  redisUrl,
  redisPrefix,
  trustedKeys,
  unsignedUntil,
  logger,
  onRefused = () => {},
  backfill,
}: ConsumerOptions): Consumer {
  const publishers = [...new Set(reactions.map((reaction) => reaction.publisher))];
  let stopped = false;
  // A command that waits for Redis to come back would wait for ever once its connection is given up.
  const { promise: stopping, reject: endWaiting } = Promise.withResolvers<never>();
  stopping.catch(() => {});
  /** By a stop at the latest. */
  async function answered<T>(redis: RedisConnection, work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => redis.disconnect(true), SILENT_MS);
    try {
      return await Promise.race([work, stopping]);
    } finally {
      clearTimeout(timer);
    }
  }
  const retries = createAlarm();
  const doneAt = new Map<string, number>();
  const loops = publishers.map((publisher) => listen(publisher));
  loops.push(retrying());
  const connections: RedisConnection[] = [];
  const counting = connectRedis(redisUrl, logger, "fails fast");
  connections.push(counting);

  async function listen(publisher: string): Promise<void> {
    const stream = streamName(redisPrefix, publisher);
    const redis = connectRedis(redisUrl, logger, "waits");
    const itsReactions = reactions.filter((reaction) => reaction.publisher === publisher);
    const passed: Ranges = new Map();
    const reader = createBatchReader({
      prefix: redisPrefix,
      publisher,
      trustedKeys,
      unsignedUntil,
      range: (first, last) => answered(redis, redis.xrange(stream, first, last)) as Promise<StreamEntry[]>,
      onRefused: (entry) => {
        logger.error({ publisher, entry }, "consumer: an entry that its publisher did not sign was refused");
        onRefused(publisher);
      },
    });
    // A blocked read must not delay the stop: the connection is cut, and what was not acknowledged is read again.
    queueMicrotask(() => connections.push(redis));
    let isBackfilled = backfill === undefined;
    let from = "0"; // first what this consumer took before and did not finish
    let claimAt = 0;
    while (!stopped) {
      try {
        if (!isBackfilled) {
          // From here on nothing leaves the stream before this group has taken it.
          await createGroup(redis, stream).catch((error: Error) => {
            if (!error.message.includes("BUSYGROUP")) throw error;
          });
          const found = await backfill!.read(publisher, (page) => takeOrPark(itsReactions, page, passed));
          doneAt.set(publisher, performance.now());
          isBackfilled = found === "ended";
          if (found === "wait") await delay(RETRY_MS);
          continue;
        }
        if (Date.now() - claimAt > CLAIM_EVERY_MS) {
          claimAt = Date.now();
          const claimed = (await answered(
            redis,
            redis.xautoclaim(stream, subgraph, instance, CLAIM_IDLE_MS, "0", "COUNT", READ_COUNT),
          )) as [string, unknown[]];
          if (claimed[1].length > 0) from = "0";
        }
        const reply = (await answered(
          redis,
          redis.xreadgroup(
            "GROUP",
            subgraph,
            instance,
            "COUNT",
            READ_COUNT,
            "BLOCK",
            BLOCK_MS,
            "STREAMS",
            stream,
            from,
          ),
        )) as [string, StreamEntry[]][] | null;
        const entries = reply?.[0]?.[1] ?? [];
        if (entries.length === 0) {
          from = ">";
          doneAt.set(publisher, performance.now());
        }
        const texts = await reader.read(entries);
        const good = entries.flatMap(([id], index) => (texts[index] === undefined ? [] : [{ id, text: texts[index] }]));
        // A refused entry must not count as taken: it stays unacknowledged until the relay has deleted the stream.
        if (good.length < entries.length)
          void counting.publish(wakeChannel(redisPrefix, publisher), CHECK_STREAM).catch(() => {});
        if (good.length > 0) {
          if (stopped) return;
          const envelopes = good.flatMap(({ text }) => envelopesOf(publisher, text));
          if (envelopes.length > 0) await takeOrPark(itsReactions, envelopes, passed);
          await answered(redis, redis.xack(stream, subgraph, ...good.map(({ id }) => id)));
          doneAt.set(publisher, performance.now());
        }
        // Refused entries stay pending: the next read starts after them.
        if (from !== ">" && entries.length > 0) from = entries.at(-1)![0];
      } catch (error) {
        if (stopped) return;
        if (/NOGROUP/.test(String(error))) await createGroup(redis, stream).catch(() => delay(RETRY_MS));
        else {
          logger.debug({ error: String(error) }, "consumer: will try again");
          await delay(RETRY_MS);
        }
        from = "0";
      }
    }
  }

  const createGroup = (redis: RedisConnection, stream: string) =>
    answered(redis, redis.xgroup("CREATE", stream, subgraph, "0", "MKSTREAM"));

  function envelopesOf(publisher: string, text: string): Envelope[] {
    // The version before sets a stream's end by an entry without a message.
    if (text === "") return [];
    const parsed = envelopeSchema.safeParse(safeJson(text));
    if (parsed.success && parsed.data.name.startsWith(`${publisher}.`)) return [parsed.data];
    logger.error({ publisher }, "consumer: an entry that is no envelope, or has another publisher's name, was skipped");
    return [];
  }

  /** If the batch fails, each half by itself, until the message that can't be taken is alone: it is parked, and keeps no other back. */
  async function takeOrPark(itsReactions: Reaction[], envelopes: Envelope[], passed: Ranges): Promise<void> {
    try {
      await takeMessages(database, itsReactions, envelopes, passed);
    } catch (error) {
      if (envelopes.length === 1) return parkAway(envelopes[0]!, error);
      const half = Math.ceil(envelopes.length / 2);
      await takeOrPark(itsReactions, envelopes.slice(0, half), passed);
      await takeOrPark(itsReactions, envelopes.slice(half), passed);
    }
  }

  async function parkAway(envelope: Envelope, error: unknown): Promise<void> {
    const { messageId, name } = envelope;
    logger.warn({ messageId, name, err: error }, "consumer: parked a message");
    await park(database, envelope, error);
    retries.ring();
  }

  function retrying(): Promise<void> {
    const work = () => retryParked(database, reactions, logger);
    return whileDue(database, retries, () => stopped, { work, next: untilNextRetry });
  }

  async function lag(): Promise<number> {
    const parked = await row<{ n: number }>(
      database.read(),
      sql`select count(*)::int as n from parked_message where retry_at is not null`,
    );
    let waiting = parked?.n ?? 0;
    for (const publisher of publishers) {
      const stream = streamName(redisPrefix, publisher);
      if ((await counting.exists(stream)) === 0) continue;
      const groups = (await counting.xinfo("GROUPS", stream)) as unknown[][];
      for (const fields of groups) {
        const at = (name: string) => fields[fields.indexOf(name) + 1];
        if (at("name") === subgraph) waiting += Number(at("pending") ?? 0) + Number(at("lag") ?? 1);
      }
    }
    return waiting;
  }

  return {
    lag,
    isRunning: () =>
      publishers.every((publisher) => performance.now() - (doneAt.get(publisher) ?? -Infinity) < RUNNING_WITHIN_MS),
    stop: async () => {
      stopped = true;
      endWaiting(new Error("stopped"));
      retries.ring();
      for (const redis of connections) redis.disconnect();
      await Promise.all(loops);
    },
  };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
