// An organizer pauses, resumes, limits or closes a waiting room, or tells something to everybody who waits. Idempotent by nature.
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { StoredQueueState } from "../entities/queue.ts";
import { QueueNotSteerable } from "../errors.ts";
import type { SteerQueue } from "../inputs/queues.ts";
import { audit } from "./audit.ts";
import { logStep, nowUnderLock, type QueueHead } from "./steps-of-queue.ts";

export interface LockedQueue extends QueueHead {
  organizationId: string;
  state: StoredQueueState;
  serving: number;
  active: number;
  now: Date;
}

export async function lockQueue(tx: Tx, eventId: string): Promise<LockedQueue | undefined> {
  const queue = await row<Omit<LockedQueue, "now">>(
    tx,
    sql`select event_id, organization_id, state, serving, active, step_seq, step_hash from queue where event_id = ${eventId}::uuid for update`,
  );
  return queue && { ...queue, now: await nowUnderLock(tx, eventId) };
}

const DRAWN: readonly StoredQueueState[] = ["SERVING", "PAUSED", "SOLD_OUT"];

/** @throws NotFound, QueueNotSteerable */
export async function steerQueue(tx: Tx, eventId: string, change: Omit<SteerQueue, "eventId">): Promise<void> {
  const queue = await lockQueue(tx, eventId);
  if (!queue) throw new NotFound("queue");
  const { state, organizationId } = queue;
  const { action } = change;
  if (state === "CLOSED" && (action === "PAUSE" || action === "RESUME")) throw new QueueNotSteerable("CLOSED");
  if (!DRAWN.includes(state) && state !== "CLOSED" && (action === "PAUSE" || action === "RESUME"))
    throw new QueueNotSteerable("NOT_DRAWN");
  const isMoved = await take(tx, queue, action);
  const { maxActive, perSecond, note } = change;
  const set = await rows(
    tx,
    sql`update queue set max_active = next.max_active, per_second = next.per_second, note = next.note, changed_at = ${queue.now}
        from (select coalesce(${maxActive}::int, max_active) as max_active, coalesce(${perSecond}::int, per_second) as per_second,
                case when ${note !== undefined}::boolean then ${note ?? null}::text else note end as note
              from queue where event_id = ${eventId}::uuid) next
        where event_id = ${eventId}::uuid
          and (queue.max_active, queue.per_second, queue.note) is distinct from (next.max_active, next.per_second, next.note)
        returning event_id`,
  );
  if (!isMoved && set.length === 0) return;
  const detail = {
    ...(action && { action }),
    ...(maxActive !== undefined && { maxActive }),
    ...(perSecond !== undefined && { perSecond }),
    ...(note !== undefined && { note }),
  };
  await audit(tx, { organizationId, action: "steerQueue", subject: eventId, detail });
  reach("queue steered, not committed");
}

/** Whether the queue has changed. */
async function take(tx: Tx, queue: LockedQueue, action: SteerQueue["action"]): Promise<boolean> {
  const { state } = queue;
  if (action === "PAUSE" && state !== "PAUSED") await moveTo(tx, queue, "PAUSED", "PAUSED");
  else if (action === "RESUME" && state === "PAUSED") await moveTo(tx, queue, "SERVING", "RESUMED");
  else if (action === "CLOSE" && state !== "CLOSED") await closeQueue(tx, queue, "ORGANIZER");
  else return false;
  return true;
}

async function moveTo(
  tx: Tx,
  queue: LockedQueue,
  state: "PAUSED" | "SERVING",
  reason: "PAUSED" | "RESUMED",
): Promise<void> {
  const { serving, active, now: at } = queue;
  await logStep(tx, queue, { serving, active, reason, by: "ORGANIZER", at });
  await rows(
    tx,
    sql`update queue set state = ${state}, next_at = app_now(), changed_at = ${at} where event_id = ${queue.eventId}::uuid`,
  );
}

/** Seats are then held without an admission. */
export async function closeQueue(tx: Tx, queue: LockedQueue, by: "ORGANIZER" | "INLET"): Promise<void> {
  const { serving, active, now: at } = queue;
  if (DRAWN.includes(queue.state)) await logStep(tx, queue, { serving, active, reason: "CLOSED", by, at });
  await rows(
    tx,
    sql`update queue_entry set state = 'DONE', admission_id = null where event_id = ${queue.eventId}::uuid and state = 'INSIDE'`,
  );
  await rows(
    tx,
    sql`update queue set state = 'CLOSED', active = 0, next_at = null, sealed_seed = null, changed_at = ${at}
        where event_id = ${queue.eventId}::uuid`,
  );
}

/** Of an event that is cancelled. */
export async function closeQueueOf(tx: Tx, eventId: string): Promise<void> {
  const queue = await lockQueue(tx, eventId);
  if (queue && queue.state !== "CLOSED") await closeQueue(tx, queue, "INLET");
}
