// Publishes the outbox to a Redis Stream, in commit order, by one active relay per database.
// The stream's entry ids are the messages' own numbers, so Redis refuses what it already has and says by its last id what it lacks:
// a crash between numbering and XADD, or a Redis that comes back older or empty, only means publishing again from there.
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { connectListener, connectRedis, type RedisConnection } from "./redis.ts";
import { onPublished } from "./outbox.ts";
import type { Envelope } from "./contracts.ts";
import type { Database } from "./database.ts";
import type { Logger } from "./logger.ts";
import { clientConfig, giveUpWhenSilent, STATEMENT_TIMEOUT_MS } from "./postgres-login.ts";
import { reach } from "./fault-points.ts";
import { row, sql } from "./sql.ts";

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
  /** For looking; the relay has a connection of its own for what it does. */
  database: Database;
  databaseUrl: string;
  otherDatabasePassword?: string | undefined;
  redisUrl: string;
  redisPrefix: string;
  logger: Logger;
  /** Hears the name of each message that has come to Redis. */
  onPublished?: (name: string) => void;
}

const BATCH = 500;
const POLL_MS = 200;
const PROGRESS_MS = 1_000;
/** Entries kept in the stream beyond what every group has acknowledged, for whoever looks on. */
const KEEP = 1_000;
const RELAY_LOCK = 4_711_002;
/** Asked every POLL_MS, the session is idle for so long only if its process, or Redis, is away. */
const LOCK_FREE_AFTER_MS = 5_000;
const RUNNING_WITHIN_MS = 10_000;

/** Appends entries if the stream still ends where the caller believes; answers where it ends now. */
const APPEND = `
local last = 0
if redis.call('EXISTS', KEYS[1]) == 1 then
  local info = redis.call('XINFO', 'STREAM', KEYS[1])
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then last = tonumber(string.match(info[i + 1], '^(%d+)')) end
  end
end
if last ~= tonumber(ARGV[1]) then return last end
for i = 2, #ARGV, 2 do
  redis.call('XADD', KEYS[1], ARGV[i] .. '-0', 'message', ARGV[i + 1])
  last = tonumber(ARGV[i])
end
return last
`;

type StreamRedis = RedisConnection & { appendMessages(key: string, ...args: (string | number)[]): Promise<number> };

export function streamName(prefix: string, publisher: string): string {
  return `${prefix}:stream:${publisher}`;
}

export function startRelay({
  subgraph,
  database,
  databaseUrl,
  otherDatabasePassword,
  redisUrl,
  redisPrefix,
  logger,
  onPublished: hear,
}: RelayOptions): Relay {
  const stream = streamName(redisPrefix, subgraph);
  const redis = connectRedis(redisUrl, logger, "fails fast") as StreamRedis;
  redis.defineCommand("appendMessages", { numberOfKeys: 1, lua: APPEND });
  const wakeChannel = `${redisPrefix}:wake:${subgraph}`;
  const ears = connectListener(redisUrl, logger);
  let client: pg.Client | undefined;
  let active = false;
  let stopped = false;
  let paused = false;
  let kicked = false;
  let wake: (() => void) | undefined;
  let streamEnd: number | undefined; // undefined: ask Redis first
  let progressAt = 0;
  let doneAt = -Infinity;

  const kick = () => {
    kicked = true;
    wake?.();
    // Only the relay that holds the lock publishes: a commit in another process reaches it through this hint.
    if (!active && redis.status === "ready") void redis.publish(wakeChannel, "").catch(() => {});
  };
  const unhook = onPublished(subgraph, kick);
  ears.on("message", () => {
    kicked = true;
    wake?.();
  });
  void ears.subscribe(wakeChannel).catch(() => {});
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
    if (active) streamEnd = undefined;
    return active;
  }

  /** Where to go on: what the stream has, or, if Redis lost it, what all known groups have acknowledged. */
  async function findStreamEnd(db: pg.Client): Promise<number> {
    const end = await redis.appendMessages(stream, -1);
    if (end > 0) return end;
    const { rows } = await db.query("select coalesce(min(acked_seq), 0) as acked from outbox_progress");
    const acked = Number(rows[0].acked);
    if (acked > 0) await redis.xadd(stream, `${acked}-0`, "message", "");
    return acked;
  }

  /** Numbers what is committed and publishes one batch; says how many it published. */
  async function publishBatch(db: pg.Client): Promise<number> {
    streamEnd ??= await findStreamEnd(db);
    await db.query({
      name: "number",
      text: `with fresh as (select id, row_number() over (order by id) as n from outbox where pub_seq is null order by id limit ${BATCH}),
                  top as (select coalesce(max(pub_seq), 0) as n from outbox)
             update outbox set pub_seq = top.n + fresh.n from fresh, top where outbox.id = fresh.id`,
    });
    const { rows } = await db.query({
      name: "pending",
      text: `select pub_seq, message_id, name, key, body, correlation_id from outbox where pub_seq > $1 order by pub_seq limit ${BATCH}`,
      values: [streamEnd],
    });
    if (rows.length === 0) return 0;
    const entries = rows.flatMap((row) => {
      const envelope: Envelope = {
        messageId: row.message_id,
        name: row.name,
        key: row.key,
        body: row.body,
        correlationId: row.correlation_id,
        seq: Number(row.pub_seq),
      };
      return [row.pub_seq as string, JSON.stringify(envelope)];
    });
    reach("messages numbered, not published");
    const end = await redis.appendMessages(stream, streamEnd, ...entries);
    reach("messages published, not remembered");
    const expected = Number(rows.at(-1).pub_seq);
    // Redis changed under us (it restarted between two commands): look again where it stands.
    streamEnd = end === expected ? expected : undefined;
    if (end === expected) for (const { name } of rows) hear?.(name as string);
    return rows.length;
  }

  /** Remembers how far each group has come, and trims what all of them have taken. */
  async function recordProgress(db: pg.Client): Promise<void> {
    if (Date.now() - progressAt < PROGRESS_MS) return;
    progressAt = Date.now();
    if ((await redis.exists(stream)) === 0) return;
    const groups = (await redis.xinfo("GROUPS", stream)) as unknown[][];
    const acked: number[] = [];
    for (const fields of groups) {
      const info = Object.fromEntries(pairs(fields)) as Record<string, string>;
      const pending = (await redis.xpending(stream, String(info.name))) as [number, string | null, ...unknown[]];
      const seq = pending[1] ? sequence(pending[1]) - 1 : sequence(String(info["last-delivered-id"]));
      acked.push(seq);
      await db.query(
        `insert into outbox_progress values ($1, $2) on conflict (consumer_group)
         do update set acked_seq = excluded.acked_seq where outbox_progress.acked_seq < excluded.acked_seq`,
        [String(info.name), seq],
      );
    }
    if (acked.length > 0) await redis.xtrim(stream, "MINID", "~", Math.max(0, Math.min(...acked) - KEEP));
  }

  async function run(): Promise<void> {
    while (!stopped) {
      kicked = false;
      let published = 0;
      try {
        if (!paused && redis.status === "ready") {
          const db = client ?? (await connect());
          if (await becomeActive(db)) {
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
    const end = streamEnd ?? (await redis.appendMessages(stream, -1).catch(() => Number.MAX_SAFE_INTEGER));
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

function sequence(entryId: string): number {
  return Number(entryId.split("-")[0]);
}

function pairs(fields: unknown[]): [string, unknown][] {
  const result: [string, unknown][] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) result.push([String(fields[i]), fields[i + 1]]);
  return result;
}
