// Whether a stream still is what this publisher wrote from its outbox: an intruder in Redis, a loss or a restore may have changed either.
import type { Envelope } from "../core/contracts.ts";
import { sql } from "../postgres/sql.ts";
import { numberOf } from "./message-ids.ts";
import type { Ask } from "./outbox-reader.ts";
import type { Position } from "./progress.ts";
import type { Publishing } from "./transport.ts";

export interface StreamCheck {
  /** A consumer has found an older entry changed: requests a full check. */
  doubt(): void;
  /** Whether a full check is requested, and its time has come. */
  isDue(): boolean;
  /** Whether the stream is good up to its last number. After a lost connection only new entries are verified. */
  isWhole(last: number): Promise<boolean>;
  /** The entries up to this number were published just now. */
  trust(last: number): void;
}

/**
 * An intruder in Redis can request checks without end, and a check reads all unacknowledged entries: checks take at most a tenth of the
 * time.
 */
const CHECK_EVERY_MS = 2_000;
const CHECK_SHARE = 0.1;

export function createStreamCheck(stream: Publishing): StreamCheck {
  let verified = 0; // entries up to this number were published or verified here
  let isDoubted = false;
  let checkAt = -Infinity; // earliest time of the next check
  return {
    doubt: () => {
      isDoubted = true;
    },
    isDue: () => isDoubted && performance.now() > checkAt,
    isWhole: async (last) => {
      const begunAt = performance.now();
      const isCheck = isDoubted && begunAt > checkAt;
      if (isCheck) isDoubted = false;
      const isGood = await stream.isWhole(last, isCheck ? 0 : verified);
      const endedAt = performance.now();
      if (isCheck) checkAt = endedAt + Math.max(CHECK_EVERY_MS, (endedAt - begunAt) / CHECK_SHARE);
      verified = isGood ? last : 0;
      return isGood;
    },
    trust: (last) => {
      verified = last;
    },
  };
}

/** The outbox id of a message of the stream, if it is the outbox's. */
export async function findPublished(ask: Ask, least: Position, text: string): Promise<number | undefined> {
  const { messageId, name, key, body } = JSON.parse(text) as Envelope;
  const number = numberOf(messageId);
  const [found] = await ask<{ id: string }>(
    "find published",
    sql`select id from outbox where id between ${number?.id ?? least.id} and ${number?.id ?? Number.MAX_SAFE_INTEGER}
          and message_id = ${messageId}::uuid and name = ${name} and key = ${key} and body = ${JSON.stringify(body)}::jsonb limit 1`,
  );
  return found && Number(found.id);
}
