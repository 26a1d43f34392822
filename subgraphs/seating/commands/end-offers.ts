// Ends of offers of waiting lists whose hold an order has taken over. An order is either confirmed or ends without a sale, so the messages need no order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";

/** Locks the lists of offers that these orders have taken over, before their entries: nearly always none. They are looked at again. */
async function lockListsOf(tx: Tx, orderIds: string[]): Promise<boolean> {
  const eventIds = await rows<{ eventId: string }>(
    tx,
    sql`select distinct e.event_id from hold h join waitlist_entry e on e.hold_id = h.id where h.order_id = any(${orderIds}::uuid[]) order by 1`,
  );
  if (eventIds.length === 0) return false;
  const ids = eventIds.map(({ eventId }) => eventId);
  await rows(tx, sql`select 1 from waitlist where event_id = any(${ids}::uuid[]) order by event_id for update`);
  await rows(tx, sql`update waitlist set seen_seq = null where event_id = any(${ids}::uuid[]) and state <> 'ENDED'`);
  return true;
}

const offersOf = (orderIds: string[]): Sql =>
  sql`hold h where e.hold_id = h.id and h.order_id = any(${orderIds}::uuid[])`;

/** For good: a later refund revives nothing. */
export async function noteBought(tx: Tx, orderIds: string[]): Promise<void> {
  if (!(await lockListsOf(tx, orderIds))) return;
  await rows(
    tx,
    sql`update waitlist_entry e set state = 'BOUGHT', ended_at = coalesce(e.ended_at, date_trunc('milliseconds', app_now())) from ${offersOf(orderIds)}`,
  );
}

/** The entry waits at its old place once more; not if the list has ended. */
export async function noteNotBought(tx: Tx, orderIds: string[]): Promise<void> {
  if (!(await lockListsOf(tx, orderIds))) return;
  await rows(
    tx,
    sql`update waitlist_entry e set has_failed = true, state = case when not e.has_failed and w.state <> 'ENDED' then 'WAITING' else 'EXPIRED' end,
          ended_at = case when e.has_failed or w.state = 'ENDED' then date_trunc('milliseconds', app_now()) end
        from hold h, waitlist w
        where e.hold_id = h.id and h.order_id = any(${orderIds}::uuid[]) and w.event_id = e.event_id and e.state = 'OFFERED'`,
  );
}
