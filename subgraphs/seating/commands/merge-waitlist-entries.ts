// Entries of a guest on waiting lists become those of the account that the guest is now. Of two that wait at one event the better one stays.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

/** Idempotent. The lists are locked first, as by every other change of their entries. */
export async function mergeWaitlistEntries(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await rows(
    tx,
    sql`select 1 from waitlist where event_id in (select event_id from waitlist_entry where user_id = ${from}::uuid) order by event_id for update`,
  );
  await rows(
    tx,
    sql`with both_of as (
          select (array_agg(id order by state = 'OFFERED' desc, no))[2] as worse from waitlist_entry
          where user_id = any(${[from, to]}::uuid[]) and state in ('WAITING', 'OFFERED') group by event_id having count(*) = 2
        )
        update waitlist_entry e set state = 'LEFT', ended_at = date_trunc('milliseconds', app_now()) from both_of b where e.id = b.worse`,
  );
  await rows(tx, sql`update waitlist_entry set user_id = ${to}::uuid where user_id = ${from}::uuid`);
}
