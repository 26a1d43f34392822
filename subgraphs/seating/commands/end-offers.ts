// Ends of offers of waiting lists whose hold an order has taken over. An order is either confirmed or ends without a sale, so the messages need no order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";

/** Locks the lists of offers that these orders have taken over, before their entries. False if there are none, as for nearly all orders. */
async function lockListsOf(tx: Tx, orderIds: string[]): Promise<boolean> {
  const lists = await rows(
    tx,
    sql`select 1 from waitlist where event_id = any(array(
          select e.event_id from hold h join waitlist_entry e on e.hold_id = h.id where h.order_id = any(${orderIds}::uuid[])))
        order by event_id for update`,
  );
  return lists.length > 0;
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

/** The entry waits at its old place once more. */
export async function noteNotBought(tx: Tx, orderIds: string[]): Promise<void> {
  if (!(await lockListsOf(tx, orderIds))) return;
  await rows(
    tx,
    sql`with ended as (
          update waitlist_entry e set has_failed = true,
            state = case when e.has_failed or (select w.state = 'ENDED' from waitlist w where w.event_id = e.event_id) then 'EXPIRED' else 'WAITING' end,
            ended_at = case when e.has_failed or (select w.state = 'ENDED' from waitlist w where w.event_id = e.event_id) then date_trunc('milliseconds', app_now()) end
          from ${offersOf(orderIds)} and e.state = 'OFFERED' returning e.event_id
        )
        update waitlist set seen_seq = null where state <> 'ENDED' and event_id in (select event_id from ended)`,
  );
}
