// Places of a guest in queues become those of the account that the guest is now. Of two places at one event the better one stays.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

/** Idempotent. The queues are locked first, as by every other change of their counts. */
export async function mergeQueueEntries(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await rows(
    tx,
    sql`select 1 from queue where event_id in (select event_id from queue_entry where user_id = ${from}::uuid) order by event_id for update`,
  );
  await rows(
    tx,
    sql`with both_of as (
          select event_id, (array_agg(user_id order by state in ('LEFT', 'REMOVED'), state = 'HELD_FOR_REVIEW', coalesce(rank, no), no))[2] as worse
          from queue_entry where user_id = any(${[from, to]}::uuid[]) group by event_id having count(*) = 2
        ), removed as (
          delete from queue_entry e using both_of b where e.event_id = b.event_id and e.user_id = b.worse returning e.event_id, e.state, e.entry_id
        ), forgotten as (
          delete from held_entry h using removed r where h.entry_id = r.entry_id
        )
        update queue q set entry_count = entry_count - case when r.state in ('LEFT', 'REMOVED') then 0 else 1 end,
          active = active - case when r.state = 'INSIDE' then 1 else 0 end
        from removed r where q.event_id = r.event_id`,
  );
  await rows(tx, sql`update queue_entry set user_id = ${to}::uuid where user_id = ${from}::uuid`);
}
