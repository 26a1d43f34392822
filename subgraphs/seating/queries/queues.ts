// Waiting rooms as the API, the static document and the published files show them.
import { createHash } from "node:crypto";
import { byId } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { lineOf, type DrawDocument } from "../../../domain/queue/published-draw.ts";
import type { Queue } from "../entities/queue.ts";
import type { QueueEntry } from "../entities/queue-entry.ts";

export const queueById = (database: Database) =>
  byId<Queue>(
    (ids) =>
      rows(
        database.read(),
        sql`select q.*, case when q.state = 'ANNOUNCED' and q.opens_at <= app_now() then 'OPEN' else q.state end as state,
              case when q.review_seconds is null then 0 else
                (select count(*)::int from queue_entry e where e.event_id = q.event_id and e.state = 'HELD_FOR_REVIEW') end as held_count
            from queue q where q.event_id = any(${ids}::uuid[])`,
      ),
    ({ eventId }) => eventId,
  );

/** Entry of a person in the queue of an event. */
export async function entryOf(database: Database, eventId: string, userId: string): Promise<QueueEntry | undefined> {
  return row(
    database.read(),
    sql`select e.event_id, e.entry_id, e.joined_at, e.rank, q.draw is not null as is_drawn,
          case when e.state = 'INSIDE' and e.admission_ends_at > app_now() then e.admission_ends_at end as inside_until,
          case when e.state = 'INSIDE' and e.admission_ends_at <= app_now() then 'DONE' else e.state end as state
        from queue_entry e join queue q using (event_id) where e.event_id = ${eventId}::uuid and e.user_id = ${userId}::uuid`,
  );
}

/** How often a client polls at most, in seconds. */
const POLL_SECONDS = 5;

/** What is the same for everybody, and changes: format in docs/queues.md. */
export function documentOf(queue: Queue): string {
  const { eventId, state, serving, entryCount, drawn, perMinute, seats, note, changedAt, opensAt, drawAt, heldCount } =
    queue;
  return JSON.stringify({
    v: 1,
    event: eventId,
    state,
    serving,
    entries: entryCount,
    drawn: queue.draw ? drawn : null,
    held: heldCount,
    perMinute: Math.round(perMinute),
    seats,
    poll: POLL_SECONDS,
    opensAt: opensAt.toISOString(),
    drawAt: drawAt.toISOString(),
    at: changedAt.toISOString(),
    note,
  });
}

/** draw.json; null before the draw. `served` is there once the queue is closed. */
export async function drawDocumentOf(database: Database, queue: Queue): Promise<DrawDocument | null> {
  if (!queue.draw) return null;
  const late = queue.lastRank - queue.drawn!;
  if (queue.state !== "CLOSED") return { ...queue.draw, late };
  const admissions = await admissionLines(database, queue.eventId);
  const served = {
    steps: queue.stepSeq,
    head: queue.stepHash!,
    admissions: queue.admitted,
    admissionsHash: createHash("sha256").update(admissions).digest("hex"),
  };
  return { ...queue.draw, late, served };
}

export async function publishedEntries(
  database: Database,
  eventId: string,
): Promise<{ entries: Buffer; ranks: Buffer } | undefined> {
  return row(database.read(), sql`select entries, ranks from queue_draw where event_id = ${eventId}::uuid`);
}

export async function stepLines(database: Database, eventId: string): Promise<string> {
  const steps = await rows<{ at: Date }>(
    database.read(),
    sql`select seq, serving, active, reason, by, at, previous, hash from queue_step where event_id = ${eventId}::uuid order by seq`,
  );
  return steps.map((step) => lineOf({ ...step, at: step.at.toISOString() })).join("");
}

export async function admissionLines(database: Database, eventId: string): Promise<string> {
  const admissions = await rows<{ at: Date }>(
    database.read(),
    sql`select rank, step, at from queue_admission where event_id = ${eventId}::uuid order by no`,
  );
  return admissions.map((one) => lineOf({ ...one, at: one.at.toISOString() })).join("");
}
