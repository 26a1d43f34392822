// A person decides about an entry of a queue that is held for review: it is released, or removed for good.
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { QueueEntryState } from "../entities/queue-entry.ts";
import { QueueEntryNotHeld } from "../errors.ts";
import type { ReviewQueueEntry } from "../inputs/queues.ts";
import { audit } from "./audit.ts";
import { endReviewIfDone } from "./hold-entries.ts";
import { lockQueue } from "./steer-queue.ts";

/** Buffer.from takes what begins like one, too. */
const ENTRY_ID = /^[0-9a-f]{32}$/;

interface Held {
  state: QueueEntryState;
  decision: "RELEASED" | "REMOVED" | null;
}

/**
 * Before the draw a released entry takes part in it; afterwards it gets the next rank, as one that joins then. Idempotent.
 * @throws NotFound; QueueEntryNotHeld if it was decided otherwise, or the queue is closed
 */
export async function reviewEntry(
  tx: Tx,
  eventId: string,
  { entryId, decision, note = null }: ReviewQueueEntry,
): Promise<void> {
  if (!ENTRY_ID.test(entryId)) throw new NotFound("held entry");
  const queue = await lockQueue(tx, eventId);
  const id = Buffer.from(entryId, "hex");
  const held =
    queue &&
    (await row<Held>(
      tx,
      sql`select e.state, h.decision from held_entry h join queue_entry e using (entry_id)
          where h.entry_id = ${id} and h.event_id = ${eventId}::uuid`,
    ));
  if (!held) throw new NotFound("held entry");
  if (held.decision === decision) return;
  if (held.decision !== null || queue.state === "CLOSED") throw new QueueEntryNotHeld();
  await rows(tx, sql`update held_entry set decision = ${decision} where entry_id = ${id}`);
  const isHeld = held.state === "HELD_FOR_REVIEW";
  if (decision === "REMOVED") await remove(tx, eventId, id, isHeld);
  else if (isHeld) await release(tx, eventId, id);
  await endReviewIfDone(tx, eventId);
  const { organizationId } = queue;
  await audit(tx, {
    ...{ organizationId, action: "reviewQueueEntry", subject: eventId },
    detail: { entryId, decision },
    reason: note,
  });
  reach("entry of a queue reviewed, not committed");
}

/** The count of entries does not include an entry that was left during the review. */
async function remove(tx: Tx, eventId: string, id: Buffer, isHeld: boolean): Promise<void> {
  await rows(tx, sql`update queue_entry set state = 'REMOVED' where entry_id = ${id}`);
  await rows(
    tx,
    sql`update queue set entry_count = entry_count - ${isHeld ? 1 : 0}::int, changed_at = date_trunc('milliseconds', app_now()) where event_id = ${eventId}::uuid`,
  );
}

/** From the moment on in which the drawn entries are frozen, it gets a late rank. */
async function release(tx: Tx, eventId: string, id: Buffer): Promise<void> {
  await rows(
    tx,
    sql`with queue_now as (
          update queue set last_rank = last_rank + (drawn is not null)::int, changed_at = date_trunc('milliseconds', app_now())
          where event_id = ${eventId}::uuid returning drawn, last_rank
        )
        update queue_entry e set state = 'WAITING', rank = case when q.drawn is not null then q.last_rank end from queue_now q where e.entry_id = ${id}`,
  );
}
