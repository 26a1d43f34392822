// Entries of queues with a review, as seating tells of them. Messages may arrive late, twice, and in any order, so an assessment begins once as many
// entries were heard of as seating has counted.
import type { Tx } from "../../../platform/postgres/database.ts";
import { scheduleMany } from "../../../platform/jobs/jobs.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { ASSESS_QUEUE } from "../job-names.ts";

interface Joined {
  eventId: string;
  entries: { entryId: string; userId: string; network?: string | undefined; joinedAt: string }[];
}

interface Counted {
  eventId: string;
  isComplete: boolean;
}

export async function noteJoined(tx: Tx, joined: readonly Joined[]): Promise<void> {
  const entries = joined.flatMap(({ eventId, entries: some }) => some.map((entry) => ({ eventId, ...entry })));
  const of = <Value>(value: (entry: (typeof entries)[number]) => Value) => entries.map(value);
  await assessIfComplete(
    tx,
    await rows<Counted>(
      tx,
      sql`with added as (
            insert into queue_entrant (entry_id, event_id, user_id, network, joined_at)
            select * from unnest(${of(({ entryId }) => entryId)}::text[], ${of(({ eventId }) => eventId)}::uuid[], ${of(({ userId }) => userId)}::uuid[],
                                 ${of(({ network = null }) => network)}::text[], ${of(({ joinedAt }) => joinedAt)}::timestamptz[])
            on conflict do nothing returning event_id
          )
          insert into queue_assessment (event_id, heard)
          select event_id, count(*)::int from added group by event_id order by event_id
          on conflict (event_id) do update set heard = queue_assessment.heard + excluded.heard
          returning event_id, coalesce(heard >= entries, false) as is_complete`,
    ),
  );
}

export async function noteClosed(tx: Tx, { eventId, entries }: { eventId: string; entries: number }): Promise<void> {
  await assessIfComplete(
    tx,
    await rows<Counted>(
      tx,
      sql`insert into queue_assessment (event_id, entries) values (${eventId}::uuid, ${entries}::int)
          on conflict (event_id) do update set entries = excluded.entries
          returning event_id, heard >= entries as is_complete`,
    ),
  );
}

/** An assessment is made once, however often it is scheduled. */
async function assessIfComplete(tx: Tx, counted: readonly Counted[]): Promise<void> {
  const complete = counted.filter(({ isComplete }) => isComplete);
  const jobs = complete.map(({ eventId }) => ({ key: eventId, body: { eventId } }));
  await scheduleMany(tx, "risk", ASSESS_QUEUE, jobs);
}
