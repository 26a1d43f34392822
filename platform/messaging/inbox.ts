// The inbox: the record of a message and its effects are one transaction, so that each takes effect once. A failing message is parked and
// retried with backoff; after the last attempt it is a dead letter.
import type { Envelope } from "../core/contracts.ts";
import { savepoint, type Database, type Tx } from "../postgres/database.ts";
import { reach } from "../core/fault-points.ts";
import type { Logger } from "../telemetry/logger.ts";
import { addTo, notTaken, remember, sizeOf, type Ranges } from "./inbox-ranges.ts";
import { isHeard, react, type MessageHandler } from "./handlers.ts";
import { row, rows, sql } from "../postgres/sql.ts";

export const MAX_ATTEMPTS = 8;
/** Ranges of messages without a handler that are not stored yet: a crash leaves at most this many gaps. */
const MOST_PASSED = 100;

/** Seconds to wait after the nth failed try: 0.2, 0.4, 0.8 … at most 30. */
export function backOffSeconds(attempts: number): number {
  return Math.min(30, 0.1 * 2 ** attempts);
}

/**
 * Handles messages, with their effects, in one transaction. A second delivery has no effect. Messages of one type are handled together, in
 * their order; types in the order of their first messages. `passed` contains messages without a handler: they are stored with these, and
 * removed from it.
 */
export async function consumeBatch(
  database: Database,
  handlers: MessageHandler[],
  envelopes: Envelope[],
  passed: Ranges = new Map(),
): Promise<void> {
  const received = envelopes.filter((envelope) => isHeard(handlers, envelope));
  for (const envelope of envelopes) if (!isHeard(handlers, envelope)) addTo(passed, envelope);
  if (received.length === 0 && sizeOf(passed) < MOST_PASSED) return;
  for (const { name } of received) reach(`message heard, not taken: ${name}`);
  await database.transaction((tx) => takeInside(tx, handlers, received, passed));
  passed.clear();
  for (const { name } of received) reach(`message taken, not acknowledged: ${name}`);
}

async function takeInside(tx: Tx, handlers: MessageHandler[], received: Envelope[], passed: Ranges): Promise<void> {
  const fresh = await notTaken(tx, received);
  await react(tx, handlers, fresh);
  await remember(tx, structuredClone(passed), fresh);
}

/** If the batch fails, its halves are handled separately, until the failing message is alone: it is parked, and blocks no other. */
export async function takeOrPark(
  database: Database,
  handlers: MessageHandler[],
  envelopes: Envelope[],
  passed: Ranges,
  deadLetter: (envelope: Envelope, error: unknown) => Promise<void>,
): Promise<void> {
  try {
    await consumeBatch(database, handlers, envelopes, passed);
  } catch (error) {
    if (envelopes.length === 1) return deadLetter(envelopes[0]!, error);
    const half = Math.ceil(envelopes.length / 2);
    await takeOrPark(database, handlers, envelopes.slice(0, half), passed, deadLetter);
    await takeOrPark(database, handlers, envelopes.slice(half), passed, deadLetter);
  }
}

export async function park(database: Database, envelope: Envelope, error: unknown): Promise<void> {
  await database.transaction((tx) =>
    rows(
      tx,
      sql`insert into parked_message (message_id, name, envelope, attempts, last_error, retry_at)
          values (${envelope.messageId}, ${envelope.name}, ${JSON.stringify(envelope)}, 1, ${describe(error)}, now() + ${`${backOffSeconds(1)} s`}::interval)
          on conflict (message_id) do nothing`,
    ),
  );
}

function describe(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
}

/** Retries the parked messages that are due; returns their number. */
export async function retryParked(database: Database, handlers: MessageHandler[], logger: Logger): Promise<number> {
  let tried = 0;
  for (;;) {
    const more = await database.transaction(async (tx) => {
      const parked = await row<{ messageId: string; envelope: Envelope; attempts: number }>(
        tx,
        sql`select message_id, envelope, attempts from parked_message where retry_at <= now() order by retry_at limit 1 for update skip locked`,
      );
      if (!parked) return false;
      try {
        await savepoint(tx, () => takeInside(tx, handlers, [parked.envelope], new Map()));
        await rows(tx, sql`delete from parked_message where message_id = ${parked.messageId}`);
      } catch (error) {
        await postpone(tx, parked, error, logger);
      }
      return true;
    });
    if (!more) return tried;
    tried++;
  }
}

/** Time until the next retry. */
export const untilNextRetry = () => sql`select min(retry_at) - clock_timestamp() from parked_message`;

async function postpone(
  tx: Tx,
  parked: { messageId: string; attempts: number },
  error: unknown,
  logger: Logger,
): Promise<void> {
  const attempts = parked.attempts + 1;
  const dead = attempts >= MAX_ATTEMPTS;
  if (dead)
    logger.error(
      { messageId: parked.messageId, err: error },
      "dead letter: the message failed all retries, see `npm run dead-letters`",
    );
  await rows(
    tx,
    sql`update parked_message set attempts = ${attempts}, last_error = ${describe(error)},
          retry_at = case when ${dead} then null else now() + ${`${backOffSeconds(attempts)} s`}::interval end
        where message_id = ${parked.messageId}`,
  );
}
