// Publishes the outbox to a transport, in the order of its ids, by one active relay per database. Nothing is written for a message that
// is published: the last one there says where to go on, and a message's number is always the same, so a crash at any moment, or a
// transport that comes back older or empty, only means publishing again from there.
// A stream that holds an entry which this subgraph did not sign, or lacks one that is still to be taken, is deleted, and what was not
// acknowledged is published again.
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
import { LARGEST_BATCH, type Transport } from "./transport.ts";

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
  consumers: readonly string[];
  /** For looking; the relay has a connection of its own for what it does. */
  database: Database;
  databaseUrl: string;
  otherDatabasePassword?: string | undefined;
  transport: Transport;
  signer: Signer;
  logger: Logger;
  /** Hears the name of each message that has come to Redis. */
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
/** Pause after a batch while there are many messages, so that the next one has more: a batch costs one signature, and one transaction of each consumer. */
const GATHER_MS = 50;
/** Fewer in about RECENT_MS are published at once: somebody may wait for each. */
const MANY = 10;
const RECENT_MS = 250;
/** For a transaction in progress that may have written messages before those that are committed. */
const BLOCKED_MS = 4;
const MOST_BLOCKED_MS = 250;
const PROGRESS_MS = 1_000;
/** Entries kept in the stream beyond what every group has acknowledged, for whoever looks on. */
const KEEP = 1_000;
const RELAY_LOCK = 4_711_002;
/** Used every POLL_MS, the session is idle for so long only if its process, or Redis, is away. */
const LOCK_FREE_AFTER_MS = 5_000;
const RUNNING_WITHIN_MS = 10_000;
/**
 * An intruder in Redis can ask for checks without end, and a check reads all that is still to be taken: at most a tenth of the time is
 * spent on them.
 */
const CHECK_EVERY_MS = 2_000;
const CHECK_SHARE = 0.1;

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
  let session: Session | undefined;
  let active = false;
  let stopped = false;
  let paused = false;
  /** Messages of late: each counts less the older it is. */
  let recent = { count: 0, at: 0 };
  let kicked = false;
  let wake: (() => void) | undefined;
  let end: (Position & { isEmpty?: boolean }) | undefined; // of the stream; undefined: ask Redis first
  let verified = 0; // what this relay has itself published or verified, up to this number
  let progressAt = 0;
  let recordedAt: number | undefined; // every group has acknowledged up to this number, and it is remembered
  let isDoubted = false;
  let checkAt = -Infinity; // not before
  let doneAt = -Infinity;

  const wakeUp = () => {
    kicked = true;
    wake?.();
    // Only the relay that holds the lock publishes: a commit in another process reaches it through this notification.
    if (!active) stream.wake();
  };
  const unhook = onPublished(subgraph, wakeUp);
  stream.listen((what) => {
    if (what === "doubted") isDoubted = true;
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
    // The server frees the lock of a relay that it does not hear of any more, so that another one can publish.
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

  /** Where to go on: where the stream ends, or, if it is lost or was tampered with, what all groups have acknowledged. */
  async function findEnd({ client, ask, progress }: Session): Promise<Position & { isEmpty?: boolean }> {
    const least = await progress.least();
    const last = await stream.last();
    if (last === undefined) return { ...least, isEmpty: true };
    const isWholeStream = last.seq > NUMBERED_FROM && (await isWhole(last.seq));
    const id = isWholeStream ? await findPublished(ask, least, last.text) : undefined;
    if (id !== undefined) return { seq: last.seq, id };
    logger.error(
      { stream: stream.name },
      "relay: the stream differs from the outbox; it is deleted, and unacknowledged messages are published again",
    );
    // This service has signed what its database does not know: it was restored to an earlier state.
    if (isWholeStream) {
      await renewOrigin(client);
      await progress.renumberAfter(last.seq);
    }
    await stream.delete();
    reach("stream deleted, not published again");
    return { ...(await progress.least()), isEmpty: true };
  }

  /** The outbox id of a message of the stream, if it is the outbox's. */
  async function findPublished(ask: Ask, least: Position, text: string): Promise<number | undefined> {
    const { messageId, name, key, body } = JSON.parse(text) as Envelope;
    const number = numberOf(messageId);
    const [found] = await ask<{ id: string }>(
      "find published",
      sql`select id from outbox where id between ${number?.id ?? least.id} and ${number?.id ?? Number.MAX_SAFE_INTEGER}
            and message_id = ${messageId}::uuid and name = ${name} and key = ${key} and body = ${JSON.stringify(body)}::jsonb limit 1`,
    );
    return found && Number(found.id);
  }

  /** After a lost connection only what is new is verified. A consumer that finds an older entry changed asks for a check of all. */
  async function isWhole(last: number): Promise<boolean> {
    const begunAt = performance.now();
    const isCheck = isDoubted && begunAt > checkAt;
    if (isCheck) isDoubted = false;
    const isGood = await stream.isWhole(last, isCheck ? 0 : verified);
    const endedAt = performance.now();
    if (isCheck) checkAt = endedAt + Math.max(CHECK_EVERY_MS, (endedAt - begunAt) / CHECK_SHARE);
    verified = isGood ? last : 0;
    return isGood;
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
    // Redis changed under us (it restarted between two commands): look again where it stands.
    end = found === expected ? { seq: expected, id: messages.at(-1)!.id } : undefined;
    if (end) {
      const now = performance.now();
      recent = { count: recent.count * Math.exp((recent.at - now) / RECENT_MS) + messages.length, at: now };
      verified = expected;
      for (const { name } of messages) hear?.(name);
    }
    return messages.length < BATCH ? "some" : "full";
  }

  /** Remembers how far each group has come, and trims what all of them have taken. */
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
            if (isDoubted && performance.now() > checkAt) end = undefined;
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

  /** Only the one that publishes knows where the stream ends; the others ask. */
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
      await session?.client.end().catch(() => {});
      stream.stop();
    },
  };
}
