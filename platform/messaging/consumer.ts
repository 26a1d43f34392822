// Consumes other subgraphs' messages: inbox rows and handlers in one transaction, acknowledged after the commit. At least once on the wire,
// once in effect. A message whose handler fails is parked in PostgreSQL and retried with backoff; after the last attempt it is a dead
// letter. It does not block later messages, and is not lost.
import { setTimeout as delay } from "node:timers/promises";
import { envelopeSchema, type Envelope } from "../core/contracts.ts";
import type { Database } from "../postgres/database.ts";
import type { Backfill } from "./backfill.ts";
import { createAlarm, whileDue } from "../jobs/due.ts";
import { park, retryParked, takeOrPark, untilNextRetry } from "./inbox.ts";
import type { Ranges } from "./inbox-ranges.ts";
import type { MessageHandler } from "./handlers.ts";
import { row, sql } from "../postgres/sql.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { Transport } from "./transport.ts";

export interface Consumer {
  /** Messages in the streams that this group has not handled, including parked ones. */
  lag(): Promise<number>;
  /** Whether each of its streams was read recently, and its messages handled. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

export interface ConsumerOptions {
  subgraph: string;
  /** Distinguishes this process from its replicas. */
  instance: string;
  handlers: MessageHandler[];
  database: Database;
  transport: Transport;
  logger: Logger;
  /** Called once for each stream entry without a valid signature. */
  onRefused?: (publisher: string) => void;
  /** For a group that is newer than its publishers' first messages. */
  backfill?: Backfill;
}

const RETRY_MS = 100;
/** A stream is read at least every two seconds, and messages that are handled together are one short transaction. */
const RUNNING_WITHIN_MS = 10_000;
export function startConsumer({
  subgraph,
  instance,
  handlers,
  database,
  transport,
  logger,
  onRefused = () => {},
  backfill,
}: ConsumerOptions): Consumer {
  const publishers = [...new Set(handlers.map((handler) => handler.publisher))];
  let stopped = false;
  const subscription = transport.subscribe({
    group: subgraph,
    instance,
    publishers,
    onRefused: (publisher, entry) => {
      logger.error({ publisher, entry }, "consumer: an entry without a valid signature of its publisher was refused");
      onRefused(publisher);
    },
  });
  const retries = createAlarm();
  const doneAt = new Map<string, number>();
  const loops = publishers.map((publisher) => listen(publisher));
  loops.push(retrying());

  async function listen(publisher: string): Promise<void> {
    const itsHandlers = handlers.filter((handler) => handler.publisher === publisher);
    const passed: Ranges = new Map();
    let isBackfilled = backfill === undefined;
    while (!stopped) {
      try {
        if (!isBackfilled) {
          // From now on the stream keeps messages until this group has acknowledged them.
          await subscription.begin(publisher);
          const found = await backfill!.read(publisher, (page) => take(itsHandlers, page, passed));
          doneAt.set(publisher, performance.now());
          isBackfilled = found === "ended";
          if (found === "wait") await delay(RETRY_MS);
          continue;
        }
        const { deliveries, isIdle } = await subscription.read(publisher);
        if (stopped) return;
        if (deliveries.length > 0) {
          const envelopes = deliveries.flatMap(({ text }) => envelopesOf(publisher, text));
          if (envelopes.length > 0) await take(itsHandlers, envelopes, passed);
          await subscription.ack(
            publisher,
            deliveries.map(({ id }) => id),
          );
        }
        if (deliveries.length > 0 || isIdle) doneAt.set(publisher, performance.now());
      } catch (error) {
        if (stopped) return;
        logger.debug({ error: String(error) }, "consumer: will try again");
        await delay(RETRY_MS);
      }
    }
  }

  function envelopesOf(publisher: string, text: string): Envelope[] {
    // The version before sets a stream's end by an entry without a message.
    if (text === "") return [];
    const parsed = envelopeSchema.safeParse(safeJson(text));
    if (parsed.success && parsed.data.name.startsWith(`${publisher}.`)) return [parsed.data];
    logger.error({ publisher }, "consumer: an entry was skipped: it is not an envelope, or names another publisher");
    return [];
  }

  const take = (itsHandlers: MessageHandler[], envelopes: Envelope[], passed: Ranges) =>
    takeOrPark(database, itsHandlers, envelopes, passed, parkMessage);

  async function parkMessage(envelope: Envelope, error: unknown): Promise<void> {
    const { messageId, name } = envelope;
    logger.warn({ messageId, name, err: error }, "consumer: a message failed; it is parked and will be retried");
    await park(database, envelope, error);
    retries.ring();
  }

  function retrying(): Promise<void> {
    const work = () => retryParked(database, handlers, logger);
    return whileDue(database, retries, () => stopped, { work, next: untilNextRetry });
  }

  async function lag(): Promise<number> {
    const parked = await row<{ n: number }>(
      database.read(),
      sql`select count(*)::int as n from parked_message where retry_at is not null`,
    );
    return (parked?.n ?? 0) + (await subscription.lag());
  }

  return {
    lag,
    isRunning: () =>
      publishers.every((publisher) => performance.now() - (doneAt.get(publisher) ?? -Infinity) < RUNNING_WITHIN_MS),
    stop: async () => {
      stopped = true;
      subscription.stop();
      retries.ring();
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
