// The draw of a waiting room: its entries are frozen at the close, then ranked by the committed seed. A process that dies leaves it to the next
// one, which gets the same ranks.
import { reach } from "../../../platform/core/fault-points.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { rows, row, sql } from "../../../platform/postgres/sql.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { ENTRY_BYTES } from "../../../domain/queue/entries.ts";
import { QueueEntriesClosed } from "../../../schema/messages/seating.ts";
import type { Drawing } from "../engine/queue/drawing.ts";
import type { SealedSeeds } from "../engine/sealed-seeds.ts";

/** Of entries whose ranks one statement stores. */
const CHUNK = 10_000;
/** If the process dies, another draws after this time, and a second more for each so many entries. */
const LEASE_SECONDS = 10;
const ENTRIES_A_SECOND = 10_000;

/** Under the lock of the queue: nobody who joins from now on is drawn. The draw waits for a review, if the queue has one. */
export async function closeEntries(tx: Tx, eventId: string): Promise<void> {
  if (!(await beginReview(tx, eventId))) await freezeEntries(tx, eventId);
}

/** Whether there is something to review. Late joins have no rank until the entries are frozen. */
async function beginReview(tx: Tx, eventId: string): Promise<boolean> {
  const begun = await row<{ told: number }>(
    tx,
    sql`update queue set state = 'DRAWING', closed_no = last_no, next_at = app_now() + make_interval(secs => review_seconds),
          changed_at = date_trunc('milliseconds', app_now())
        where event_id = ${eventId}::uuid and review_seconds is not null and told > 0 returning told`,
  );
  if (!begun) return false;
  await publish(tx, QueueEntriesClosed, eventId, { eventId, entries: begun.told });
  reach("review of a queue begun, not committed");
  return true;
}

/** Ends a review whose time is over, or that was ended by the last decision. Entries that are still held are not drawn. */
async function endReview(tx: Tx, eventId: string): Promise<void> {
  const reviewed = await row(
    tx,
    sql`select 1 from queue where event_id = ${eventId}::uuid and state = 'DRAWING' and drawn is null and next_at <= app_now() for update`,
  );
  if (reviewed) await freezeEntries(tx, eventId);
}

async function freezeEntries(tx: Tx, eventId: string): Promise<void> {
  // A million entries take some seconds.
  await rows(tx, sql`set local statement_timeout = 0`);
  await rows(
    tx,
    sql`with frozen as (
          insert into queue_draw (event_id, entries, ranks)
          select ${eventId}::uuid, coalesce(string_agg(entry_id, ''::bytea order by entry_id), ''), ''
          from queue_entry e join queue q using (event_id)
          where event_id = ${eventId}::uuid and e.state = 'WAITING' and e.no <= coalesce(q.closed_no, e.no)
          returning length(entries) / ${ENTRY_BYTES}::int as n
        )
        update queue set state = 'DRAWING', drawn = n, last_rank = n,
          held = (select count(*)::int from held_entry h join queue_entry e using (entry_id)
                  where h.event_id = ${eventId}::uuid and h.decision is distinct from 'RELEASED' and e.state <> 'LEFT'),
          next_at = app_now(), changed_at = date_trunc('milliseconds', app_now())
        from frozen where event_id = ${eventId}::uuid`,
  );
  await rankLate(tx, eventId);
  reach("entries of a queue closed, not committed");
}

/** Who joined during the review comes after those that are drawn, in the order of their joins. */
async function rankLate(tx: Tx, eventId: string): Promise<void> {
  await rows(
    tx,
    sql`with late as (
          select e.user_id, q.last_rank + row_number() over (order by e.no) as rank
          from queue_entry e join queue q using (event_id)
          where e.event_id = ${eventId}::uuid and e.state = 'WAITING' and e.no > q.closed_no
        ), ranked as (
          update queue_entry e set rank = late.rank from late where e.event_id = ${eventId}::uuid and e.user_id = late.user_id returning e.rank
        )
        update queue set last_rank = (select max(rank) from ranked)
        where event_id = ${eventId}::uuid and exists (select from ranked)`,
  );
}

/** Does nothing while another process draws. */
export async function drawQueue(
  database: Database,
  seeds: SealedSeeds,
  drawing: Drawing,
  eventId: string,
): Promise<void> {
  await database.transaction((tx) => endReview(tx, eventId));
  const queue = await row<{ policy: string; sealedSeed: string; entries: Buffer; held: number }>(
    database.read(),
    sql`with leased as (
          update queue set next_at = app_now() + make_interval(secs => ${LEASE_SECONDS}::int + drawn / ${ENTRIES_A_SECOND}::int) where event_id = ${eventId}::uuid and state = 'DRAWING' and drawn is not null and next_at <= app_now()
          returning event_id, policy, sealed_seed, held
        )
        select policy, sealed_seed, held, entries from leased join queue_draw using (event_id)`,
  );
  if (!queue) return;
  const { policy, sealedSeed, entries, held } = queue;
  const { document, drawKey, ranks } = await drawing({
    eventId,
    policy,
    seed: await seeds.unseal(sealedSeed),
    entries,
    heldForReview: held,
  });
  await storeRanks(database, entries, ranks);
  reach("ranks of a queue stored, not published");
  await database.transaction(async (tx) => {
    await rows(
      tx,
      sql`with published as (
            update queue set state = 'SERVING', draw = ${JSON.stringify(document)}::jsonb, step_hash = ${drawKey}, sealed_seed = null,
              next_at = app_now(), changed_at = date_trunc('milliseconds', app_now())
            where event_id = ${eventId}::uuid and state = 'DRAWING' returning event_id
          )
          update queue_draw d set ranks = ${ranks} from published where d.event_id = published.event_id`,
    );
    reach("draw published, not committed");
  });
}

async function storeRanks(database: Database, entries: Buffer, ranks: Buffer): Promise<void> {
  const count = ranks.length / 4;
  for (let from = 0; from < count; from += CHUNK) {
    const indexes = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => from + index);
    // A transaction is tried again after a deadlock with people who leave and come back.
    await database.transaction((tx) =>
      rows(
        tx,
        sql`update queue_entry e set rank = given.rank
            from unnest(${indexes.map((index) => entries.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES))}::bytea[],
                        ${indexes.map((index) => ranks.readUInt32BE(index * 4))}::int[]) as given(entry_id, rank)
            where e.entry_id = given.entry_id`,
      ),
    );
  }
}
