// Publishes the outbox to a Redis Stream, in commit order, by one active relay per database.
// The stream's entry ids are the messages' own numbers, so Redis refuses what it already has and says by its last id what it lacks:
// a crash between numbering and XADD, or a Redis that comes back older or empty, only means publishing again from there.
// A stream that holds an entry which this subgraph did not sign, or lacks one that is still to be taken, is deleted, and what was not
// acknowledged is published again.
import { setTimeout as delay } from "node:timers/promises";
import type { JSONWebKeySet } from "jose";
import pg from "pg";
import { connectListener, connectRedis } from "./redis.ts";
import { onPublished } from "./outbox.ts";
import type { Envelope } from "./contracts.ts";
import type { Database } from "./database.ts";
import type { Logger } from "./logger.ts";
import { clientConfig, giveUpWhenSilent, STATEMENT_TIMEOUT_MS } from "./postgres-login.ts";
import { reach } from "./fault-points.ts";
import type { Signer } from "./identity.ts";
import { LARGEST_BATCH } from "./signed-batches.ts";
import { row, sql } from "./sql.ts";
import { openStream } from "./stream.ts";

export interface Relay {
  /** Whichever process publishes. */
  waiting(): Promise<Waiting>;
  /** Whether it has got through a moment ago, be it that another process publishes. */
  isRunning(): boolean;
  /** Nothing is published until `resume`: for tests that show what must not depend on messages. */
  pause(): Promise<void>;
  resume(): void;
  stop(): Promise<void>;
}

export interface Waiting {
  /** That are not in Redis yet. */
  messages: number;
  /** For how long the oldest of them has waited; 0 for none. */
  seconds: number;
}

export interface RelayOptions {
  subgraph: string;
  /** Subgraphs that hear its messages: what all of them have acknowledged is remembered. */
  heardBy: readonly string[];
  /** For looking; the relay has a connection of its own for what it does. */
  database: Database;
  databaseUrl: string;
  otherDatabasePassword?: string | undefined;
  redisUrl: string;
  redisPrefix: string;
  signer: Signer;
  trustedKeys: JSONWebKeySet;
  unsignedUntil?: Date | undefined;
  logger: Logger;
  /** Hears the name of each message that has come to Redis. */
  onPublished?: (name: string) => void;
}

const BATCH = LARGEST_BATCH;
/** A net under the hints of commits. */
const POLL_MS = 1_000;
/** Pause after a batch that is not full, so that the next one has more messages: a batch costs one signature, whatever its size. */
const GATHER_MS = 50;
const PROGRESS_MS = 1_000;
/** Entries kept in the stream beyond what every group has acknowledged, for whoever looks on. */
const KEEP = 1_000;
const RELAY_LOCK = 4_711_002;
/** Asked every POLL_MS, the session is idle for so long only if its process, or Redis, is away. */
const LOCK_FREE_AFTER_MS = 5_000;
const RUNNING_WITHIN_MS = 10_000;
/**
 * An intruder in Redis can ask for checks without end, and a check reads all that is still to be taken: at most a tenth of the time is
 * spent on them.
 */
const CHECK_EVERY_MS = 2_000;
const CHECK_SHARE = 0.1;

/** Where a publisher's relays hear that there is something to publish. */
export function wakeChannel(prefix: string, publisher: string): string {
  return `${prefix}:wake:${publisher}`;
}

/** Sent there by a consumer that has refused an entry of the stream. If it is forged, it costs one check. */
export const CHECK_STREAM = "check";

export function startRelay({
  subgraph,
  heardBy,
  database,
  databaseUrl,
  otherDatabasePassword,
  redisUrl,
  redisPrefix,
  signer,
  trustedKeys,
  unsignedUntil,
  logger,
  onPublished: hear,
}: RelayOptions): Relay {
  const redis = connectRedis(redisUrl, logger, "fails fast");
  const stream = openStream({
    redis,
    prefix: redisPrefix,
    publisher: subgraph,
    heardBy,
    signer,
    trustedKeys,
    unsignedUntil,
  });
  const channel = wakeChannel(redisPrefix, subgraph);
  const ears = connectListener(redisUrl, logger);
  let client: pg.Client | undefined;
  let active = false;
  let stopped = false;
  let paused = false;
  let kicked = false;
  let wake: (() => void) | undefined;
  let streamEnd: number | undefined; // undefined: ask Redis first
  let verified = 0; // what this relay has itself published or verified, up to this number
  let progressAt = 0;
  let isDoubted = false;
  let checkAt = -Infinity; // not before
  let doneAt = -Infinity;

  const kick = () => {
    kicked = true;
    wake?.();
    // Only the relay that holds the lock publishes: a commit in another process reaches it through this hint.
    if (!active && redis.status === "ready") void redis.publish(channel, "").catch(() => {});
  };
  const unhook = onPublished(subgraph, kick);
  ears.on("message", (_, what) => {
    if (what === CHECK_STREAM) isDoubted = true;
    kicked = true;
    wake?.();
  });
  void ears.subscribe(channel).catch(() => {});
  redis.on("ready", () => {
    streamEnd = undefined;
    kicked = true;
    wake?.();
  });

  let connecting: Promise<pg.Client> | undefined;
  function connect(): Promise<pg.Client> {
    connecting ??= openClient().finally(() => (connecting = undefined));
    return connecting;
  }

  async function openClient(): Promise<pg.Client> {
    const fresh = new pg.Client(clientConfig({ url: databaseUrl, otherPassword: otherDatabasePassword }));
    fresh.on("error", () => {
      if (client === fresh) client = undefined;
      active = false;
    });
    await fresh.connect();
    giveUpWhenSilent(fresh);
    // The server frees the lock of a relay that it does not hear of any more, so that another one can publish.
    await fresh.query(
      `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; set idle_session_timeout = ${LOCK_FREE_AFTER_MS}`,
    );
    client = fresh;
    return fresh;
  }

  async function becomeActive(db: pg.Client): Promise<boolean> {
    if (active) return true;
    const { rows } = await db.query("select pg_try_advisory_lock($1) as locked", [RELAY_LOCK]);
    active = rows[0].locked;
    if (!active) return false;
    streamEnd = undefined;
    // Whoever can write to Redis can make groups there.
    await db.query("delete from outbox_progress where consumer_group <> all($1)", [heardBy]);
    return true;
  }

  /** Where to go on: where the stream ends, or, if it is lost or was tampered with, what all known groups have acknowledged. */
  async function findStreamEnd(db: pg.Client): Promise<number> {
    const end = await stream.end();
    const { rows } = await db.query(
      `select coalesce(max(pub_seq), 0) as numbered, (select coalesce(min(acked_seq), 0) from outbox_progress) as acked from outbox`,
    );
    const numbered = Number(rows[0].numbered);
    if (end > 0) {
      if (end <= numbered && (await isWhole(end))) return end;
      logger.error(
        { stream: stream.name },
        "relay: the stream is not what was published; it is deleted, and what was not acknowledged published again",
      );
      await stream.delete();
      reach("stream deleted, not published again");
    }
    const acked = Math.min(Number(rows[0].acked), numbered);
    // An entry without a message sets the stream's last id: otherwise an empty stream would count as ending at 0.
    if (acked > 0 && (await stream.append(0, acked, [""])) !== acked)
      throw new Error("The stream was begun by somebody else.");
    return acked;
  }

  /** After a lost connection only what is new is verified. A consumer that finds an older entry changed asks for a check of all. */
  async function isWhole(end: number): Promise<boolean> {
    const begunAt = performance.now();
    const isCheck = isDoubted && begunAt > checkAt;
    if (isCheck) isDoubted = false;
    const isGood = await stream.isWhole(end, isCheck ? 0 : verified);
    const endedAt = performance.now();
    if (isCheck) checkAt = endedAt + Math.max(CHECK_EVERY_MS, (endedAt - begunAt) / CHECK_SHARE);
    verified = isGood ? end : 0;
    return isGood;
  }

  /** Numbers what is committed and publishes one batch; says how many it published. */
  async function publishBatch(db: pg.Client): Promise<number> {
    // Everything that was numbered before is in the stream then.
    const isLevel = streamEnd !== undefined;
    streamEnd ??= await findStreamEnd(db);
    const numbered = await db.query({
      name: "number",
      text: `with fresh as (select id, row_number() over (order by id) as n from outbox where pub_seq is null order by id limit ${BATCH}),
                  top as (select coalesce(max(pub_seq), 0) as n from outbox),
                  numbered as (
                    update outbox set pub_seq = top.n + fresh.n from fresh, top where outbox.id = fresh.id
                    returning pub_seq, message_id, name, key, body, correlation_id)
             select * from numbered order by pub_seq`,
    });
    const { rows } = isLevel
      ? numbered
      : await db.query({
          name: "pending",
          text: `select pub_seq, message_id, name, key, body, correlation_id from outbox where pub_seq > $1 order by pub_seq limit ${BATCH}`,
          values: [streamEnd],
        });
    if (rows.length === 0) return 0;
    const texts = rows.map((row) => {
      const envelope: Envelope = {
        messageId: row.message_id,
        name: row.name,
        key: row.key,
        body: row.body,
        correlationId: row.correlation_id,
        seq: Number(row.pub_seq),
      };
      return JSON.stringify(envelope);
    });
    reach("messages numbered, not published");
    const end = await stream.append(streamEnd, Number(rows[0].pub_seq), texts);
    reach("messages published, not remembered");
    const expected = Number(rows.at(-1).pub_seq);
    // Redis changed under us (it restarted between two commands): look again where it stands.
    streamEnd = end === expected ? expected : undefined;
    if (end === expected) {
      verified = expected;
      for (const { name } of rows) hear?.(name as string);
    }
    return rows.length;
  }

  /** Remembers how far each group has come, and trims what all of them have taken. */
  async function recordProgress(db: pg.Client): Promise<void> {
    if (streamEnd === undefined || Date.now() - progressAt < PROGRESS_MS) return;
    progressAt = Date.now();
    const acked = await stream.acknowledged(streamEnd);
    for (const group of heardBy) {
      const seq = acked.get(group);
      if (seq === undefined) continue;
      await db.query(
        `insert into outbox_progress values ($1, $2) on conflict (consumer_group)
         do update set acked_seq = excluded.acked_seq where outbox_progress.acked_seq < excluded.acked_seq`,
        [group, seq],
      );
    }
    if (acked.size > 0) await stream.trim(Math.max(0, Math.min(...acked.values()) - KEEP));
  }

  async function run(): Promise<void> {
    while (!stopped) {
      kicked = false;
      let published = 0;
      try {
        if (!paused && redis.status === "ready") {
          const db = client ?? (await connect());
          if (await becomeActive(db)) {
            if (isDoubted && performance.now() > checkAt) streamEnd = undefined;
            published = await publishBatch(db);
            await recordProgress(db);
          }
          doneAt = performance.now();
        }
      } catch (error) {
        streamEnd = undefined;
        logger.debug({ error: (error as Error).message }, "relay: will try again");
        await delay(100);
      }
      if (published > 0 && published < BATCH && !stopped) await delay(GATHER_MS);
      if (published < BATCH && !kicked && !stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, POLL_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
    }
  }
  let running = run();

  async function waiting(): Promise<Waiting> {
    // Only the one that publishes knows where the stream ends; the others ask. While Redis is away nothing is numbered.
    const end = streamEnd ?? (await stream.end().catch(() => Number.MAX_SAFE_INTEGER));
    const found = await row<Waiting>(
      database.read(),
      sql`select count(*)::int as messages, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as seconds
          from outbox where pub_seq is null or pub_seq > ${end}`,
    );
    return found!;
  }

  return {
    waiting,
    isRunning: () => performance.now() - doneAt < RUNNING_WITHIN_MS,
    pause: async () => {
      paused = true;
      // What the loop has begun is done once it has come round to waiting again.
      stopped = true;
      wake?.();
      await running;
    },
    resume: () => {
      paused = false;
      stopped = false;
      running = run();
    },
    stop: async () => {
      stopped = true;
      unhook();
      wake?.();
      await running;
      await client?.end().catch(() => {});
      redis.disconnect();
      ears.disconnect();
    },
  };
}
