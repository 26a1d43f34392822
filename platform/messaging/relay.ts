// Publishes the outbox to a transport, in the order of its ids, by one active relay per database. Publishing writes nothing to the
// database: the last message in the stream determines the next one, and numbers are stable. So after a crash at any moment, or if a
// transport returns older or empty, the relay publishes again from there. The relay deletes a stream with an entry that this subgraph did
// not sign, or with a missing entry that is not acknowledged. It then publishes unacknowledged messages again.
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { onPublished } from "./outbox.ts";
import type { Envelope } from "../core/contracts.ts";
import type { Database } from "../postgres/database.ts";
import type { Logger } from "../telemetry/logger.ts";
import { clientConfig, giveUpWhenSilent, STATEMENT_TIMEOUT_MS } from "../postgres/postgres-login.ts";
import { reach } from "../core/fault-points.ts";
import type { Signer } from "../identity/identity.ts";
import { numberOf } from "./message-ids.ts";
import { identifyOutbox, renewOrigin } from "../postgres/outbox-origin.ts";
import { createOutboxReader, type Ask, type OutboxReader } from "./outbox-reader.ts";
import { createProgress, NUMBERED_FROM, type Position, type Progress } from "./progress.ts";
import { row, rows, sql } from "../postgres/sql.ts";
import { createStreamCheck, findPublished } from "./stream-check.ts";
import { LARGEST_BATCH, type Transport } from "./transport.ts";

export interface Relay {
  /** Whichever process publishes. */
  waiting(): Promise<Waiting>;
  /** Whether it has got through a moment ago, be it that another process publishes. */
  isRunning(): boolean;
  /** Pauses publishing until `resume`, for tests of behaviour without messages. */
  pause(): Promise<void>;
  resume(): void;
  stop(): Promise<void>;
}

export interface Waiting {
  /** Number of messages that are not in Redis yet. */
  messages: number;
  /** Age of the oldest of them; 0 for none. */
  seconds: number;
}

export interface RelayOptions {
  subgraph: string;
  /** Consumer groups of its messages, whose common progress is stored. */
  consumers: readonly string[];
  /** For queries; the relay has its own connection for publishing. */
  database: Database;
  databaseUrl: string;
  otherDatabasePassword?: string | undefined;
  transport: Transport;
  signer: Signer;
  logger: Logger;
  /** Called with the name of each message published to Redis. */
  onPublished?: (name: string) => void;
}

interface Session {
  client: pg.Client;
  ask: Ask;
  reader: OutboxReader;
  progress: Progress;
}

const BATCH = LARGEST_BATCH;
/** A net under the notifications of commits. */
const POLL_MS = 3_000;
/** Pause after a batch under load, so that the next one is larger: a batch costs one signature, and one transaction of each consumer. */
const GATHER_MS = 50;
/** Fewer messages within about RECENT_MS are published at once, for low latency. */
const MANY = 10;
const RECENT_MS = 250;
/** Wait for a transaction in progress that may have written earlier messages. */
const BLOCKED_MS = 4;
const MOST_BLOCKED_MS = 250;
const PROGRESS_MS = 1_000;
/** Extra entries kept in the stream after all groups have acknowledged them, for observers. */
const KEEP = 1_000;
const RELAY_LOCK = 4_711_002;
/** The session is used every POLL_MS, so it is idle for this long only if its process or Redis is down. */
const LOCK_FREE_AFTER_MS = 5_000;
const RUNNING_WITHIN_MS = 10_000;

export function startRelay({
  subgraph,
  consumers,
  database,
  databaseUrl,
  otherDatabasePassword,
  transport,
  signer,
  logger,
  onPublished: hear,
}: RelayOptions): Relay {
  const stream = transport.publish({ publisher: subgraph, consumers, signer });
  const check = createStreamCheck(stream);
  let session: Session | undefined;
  let active = false;
  let stopped = false;
  let paused = false;
  /** Recent messages, weighted by age. */
  let recent = { count: 0, at: 0 };
  let kicked = false;
  let wake: (() => void) | undefined;
  let end: (Position & { isEmpty?: boolean }) | undefined; // of the stream; undefined: read it from Redis first
  let progressAt = 0;
  let recordedAt: number | undefined; // every group has acknowledged up to this number, and it is stored
  let doneAt = -Infinity;

  const wakeUp = () => {
    kicked = true;
    wake?.();
    // Only the relay with the lock publishes: this notification reports commits of other processes.
    if (!active) stream.wake();
  };
  const unhook = onPublished(subgraph, wakeUp);
  stream.listen((what) => {
    if (what === "doubted") check.doubt();
    if (what === "back") end = undefined;
    kicked = true;
    wake?.();
  });

  async function connect(): Promise<Session> {
    const client = new pg.Client(clientConfig({ url: databaseUrl, otherPassword: otherDatabasePassword }));
    const ask: Ask = async (name, { text, values }) => (await client.query({ name, text, values })).rows;
    const reader = createOutboxReader(ask);
    const fresh: Session = { client, ask, reader, progress: createProgress(ask, reader, consumers) };
    client.on("error", () => {
      if (session === fresh) session = undefined;
      active = false;
    });
    await client.connect();
    giveUpWhenSilent(client);
    session = fresh;
    // The server releases the lock of an unresponsive relay, so that another one can publish.
    await client.query(
      `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; set idle_session_timeout = ${LOCK_FREE_AFTER_MS}`,
    );
    await identifyOutbox(client);
    return fresh;
  }

  async function becomeActive({ ask }: Session): Promise<boolean> {
    if (active) return true;
    const [found] = await ask<{ locked: boolean }>("lock", sql`select pg_try_advisory_lock(${RELAY_LOCK}) as locked`);
    active = found!.locked;
    end = undefined;
    return active;
  }

  /** Start position: the end of the stream, or, if it is lost or was tampered with, the acknowledged position of all groups. */
  async function findEnd({ client, ask, progress }: Session): Promise<Position & { isEmpty?: boolean }> {
    const least = await progress.least();
    const last = await stream.last();
    if (last === undefined) return { ...least, isEmpty: true };
    const isWholeStream = last.seq > NUMBERED_FROM && (await check.isWhole(last.seq));
    const id = isWholeStream ? await findPublished(ask, least, last.text) : undefined;
    if (id !== undefined) return { seq: last.seq, id };
    logger.error(
      { stream: stream.name },
      "relay: the stream differs from the outbox; it is deleted, and unacknowledged messages are published again",
    );
    // This service signed entries that its database lacks: the database was restored to an earlier state.
    if (isWholeStream) {
      await renewOrigin(client);
      await progress.renumberAfter(last.seq);
    }
    await stream.delete();
    reach("stream deleted, not published again");
    return { ...(await progress.least()), isEmpty: true };
  }

  /** Publishes one batch. */
  async function publishBatch(current: Session): Promise<"nothing" | "blocked" | "some" | "full"> {
    end ??= await findEnd(current);
    const before = end;
    const { messages, isBlocked } = await current.reader.read(before.id, BATCH);
    if (messages.length === 0) return isBlocked ? "blocked" : "nothing";
    const texts = messages.map(({ id: _, ...message }, index) => {
      const after = index === 0 ? before.id : messages[index - 1]!.id;
      return JSON.stringify({ ...message, seq: before.seq + 1 + index, after } satisfies Envelope);
    });
    reach("messages read, not published");
    const expected = before.seq + messages.length;
    const found = await stream.append(before.isEmpty ? 0 : before.seq, before.seq + 1, texts);
    reach("messages published, not remembered");
    // Redis restarted between two commands: read the end of the stream again.
    end = found === expected ? { seq: expected, id: messages.at(-1)!.id } : undefined;
    if (end) {
      const now = performance.now();
      recent = { count: recent.count * Math.exp((recent.at - now) / RECENT_MS) + messages.length, at: now };
      check.trust(expected);
      for (const { name } of messages) hear?.(name);
    }
    return messages.length < BATCH ? "some" : "full";
  }

  /** Stores the progress of each group, and trims entries that all of them have acknowledged. */
  async function recordProgress({ progress }: Session): Promise<void> {
    if (end === undefined || end.isEmpty || Date.now() - progressAt < PROGRESS_MS) return;
    progressAt = Date.now();
    if (recordedAt === end.seq) return;
    const acknowledged = await stream.acknowledged(end.seq);
    await progress.record(new Map([...acknowledged].filter(([group]) => consumers.includes(group))), end);
    // A group that Redis has lost comes back only with one of its processes.
    const { seq: least } = await progress.least();
    if (acknowledged.size > 0) await stream.trim(Math.max(0, Math.min(least, ...acknowledged.values()) - KEEP));
    if (consumers.every((group) => acknowledged.get(group) === end!.seq)) recordedAt = end.seq;
  }

  async function run(): Promise<void> {
    let blockedMs = BLOCKED_MS;
    while (!stopped) {
      kicked = false;
      let published: Awaited<ReturnType<typeof publishBatch>> = "nothing";
      try {
        if (!paused && stream.isThere()) {
          const current = session ?? (await connect());
          if (await becomeActive(current)) {
            if (check.isDue()) end = undefined;
            published = await publishBatch(current);
            await recordProgress(current);
          }
          doneAt = performance.now();
        }
      } catch (error) {
        end = undefined;
        logger.debug({ error: (error as Error).message }, "relay: will try again");
        await delay(100);
      }
      if (stopped || published === "full") continue;
      blockedMs = published === "blocked" ? Math.min(2 * blockedMs, MOST_BLOCKED_MS) : BLOCKED_MS;
      if (published === "blocked") await delay(blockedMs);
      else if (published === "some" && recent.count > MANY) await delay(GATHER_MS);
      else if (published === "nothing" && !kicked) await sleep();
    }
  }

  async function sleep(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = undefined;
  }
  let running = run();

  async function waiting(): Promise<Waiting> {
    const found = await row<Waiting>(
      database.read(),
      sql`select count(*)::int as messages, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as seconds
          from outbox where id > ${await publishedTo()}`,
    );
    return found!;
  }

  /** Only the publishing relay knows the end of the stream; other relays query it. */
  async function publishedTo(): Promise<number> {
    if (end) return end.id;
    const last = await stream.last().catch(() => undefined);
    const numbered = last && /"messageId":"([^"]+)"/.exec(last.text);
    const number = numbered && numberOf(numbered[1]!);
    if (number) return number.id;
    const ask: Ask = (_, statement) => rows(database.read(), statement);
    return (await createProgress(ask, createOutboxReader(ask), consumers).least()).id;
  }

  return {
    waiting,
    isRunning: () => performance.now() - doneAt < RUNNING_WITHIN_MS,
    pause: async () => {
      paused = true;
      // Work in progress is complete when the loop waits again.
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
      await session?.client.end().catch(() => {});
      stream.stop();
    },
  };
}
