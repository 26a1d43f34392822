// Entries of a queue that risk calls suspicious are held between the close and the draw. What comes later changes nothing: the draw does not wait for ever.
import type { Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { HeldReason } from "../entities/held-queue-entry.ts";

interface Assessed {
  eventId: string;
  part: number;
  parts: number;
  suspicious: { entryId: string; reasons: HeldReason[] }[];
}

/** Idempotent: an entry that a person has released is not held again. */
export async function holdEntries(tx: Tx, { eventId, part, parts, suspicious }: Assessed): Promise<void> {
  const isInReview = await row(
    tx,
    sql`select 1 from queue where event_id = ${eventId}::uuid and state = 'DRAWING' and drawn is null for update`,
  );
  if (!isInReview) return;
  await rows(
    tx,
    sql`with held as (
          insert into held_entry (entry_id, event_id, reasons)
          select e.entry_id, e.event_id, s.reasons::jsonb
          from unnest(${suspicious.map(({ entryId }) => Buffer.from(entryId, "hex"))}::bytea[],
                      ${suspicious.map(({ reasons }) => JSON.stringify(reasons))}::text[]) as s(entry_id, reasons)
            join queue_entry e using (entry_id)
          where e.event_id = ${eventId}::uuid and e.state in ('WAITING', 'LEFT')
          on conflict do nothing returning entry_id
        )
        update queue_entry e set state = 'HELD_FOR_REVIEW' from held where e.entry_id = held.entry_id and e.state = 'WAITING'`,
  );
  await rows(
    tx,
    sql`update queue q set assessed_parts = heard.parts, is_assessed = cardinality(heard.parts) >= ${parts}::int,
          changed_at = date_trunc('milliseconds', app_now())
        from (select array(select distinct unnest(assessed_parts || ${part}::int)) as parts from queue where event_id = ${eventId}::uuid) heard
        where q.event_id = ${eventId}::uuid`,
  );
  await endReviewIfDone(tx, eventId);
  reach("entries of a queue held, not committed");
}

/** The draw is due at once if all entries were assessed and none is held. The caller has locked the queue. */
export async function endReviewIfDone(tx: Tx, eventId: string): Promise<void> {
  await rows(
    tx,
    sql`update queue set next_at = app_now()
        where event_id = ${eventId}::uuid and state = 'DRAWING' and drawn is null and is_assessed
          and not exists (select from queue_entry e where e.event_id = queue.event_id and e.state = 'HELD_FOR_REVIEW')`,
  );
}
