// The serving log of a queue, under its lock.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { nextStep, type ServingStep } from "../../../domain/queue/serving-log.ts";

export interface QueueHead {
  eventId: string;
  stepSeq: number;
  /** Of the last step, or the key of the draw. */
  stepHash: string;
}

/** Time of a step. The caller has locked the queue: a transaction that waited for the lock began before the last step. */
export async function nowUnderLock(tx: Tx, eventId: string): Promise<Date> {
  const found = await row<{ now: Date }>(
    tx,
    sql`select greatest(date_trunc('milliseconds', clock_timestamp() + (app_now() - now())),
          (select at from queue_step where event_id = ${eventId}::uuid order by seq desc limit 1)) as now`,
  );
  return found!.now;
}

/** The caller has locked the queue, and its draw is over. */
export async function logStep(
  tx: Tx,
  { eventId, stepSeq, stepHash }: QueueHead,
  step: Omit<ServingStep, "at"> & { at: Date },
): Promise<void> {
  const made = nextStep({ seq: stepSeq, hash: stepHash }, { ...step, at: step.at.toISOString() });
  await rows(
    tx,
    sql`with logged as (
          insert into queue_step (event_id, seq, serving, active, reason, by, at, previous, hash)
          values (${eventId}::uuid, ${made.seq}, ${made.serving}, ${made.active}, ${made.reason}, ${made.by}, ${step.at}, ${made.previous}, ${made.hash})
        )
        update queue set step_seq = ${made.seq}, step_hash = ${made.hash}, serving = ${made.serving} where event_id = ${eventId}::uuid`,
  );
}
