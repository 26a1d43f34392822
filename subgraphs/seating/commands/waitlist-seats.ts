// Seats of a waiting list. While it is open, all taken seats are set aside for its sales channel: so each comes back to the list in the statement
// that frees it, like a seat of any channel, and nobody else can take it. The caller has locked the sale. Raw SQL: all seats of an event at once.
import type { Tx } from "../../../platform/postgres/database.ts";
import { afterCommit } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { changeSeats, changeTopic } from "../engine/sale.ts";

/** Not the time of the transaction's begin: it may have waited for the lock. */
export const CLOCK = sql`date_trunc('milliseconds', clock_timestamp() + (app_now() - now()))`;

interface List {
  eventId: string;
  channelNo: number;
}

/**
 * From now on, taken seats come back to the list. A held seat gets a new version, because its state after the hold is another one. What a hold that has
 * run out still names is on sale, and stays so.
 */
export async function startCollecting(tx: Tx, notifier: ChangeNotifier, { eventId, channelNo }: List): Promise<void> {
  await rows(
    tx,
    sql`with tagged as (
          update seat set channel_no = ${channelNo}::int, version = version + case when status = 'HELD' then 1 else 0 end
          where event_id = ${eventId}::uuid and channel_no is null and (status = 'SOLD' or (status = 'HELD' and (held_until is null or held_until > ${CLOCK})))
          returning no
        ), numbered as (
          update sale set waitlist_no = ${channelNo}::int, change_seq = change_seq + (exists (select from tagged))::int
          where event_id = ${eventId}::uuid returning change_seq
        )
        insert into seat_change (event_id, seq, seat_nos)
        select ${eventId}::uuid, change_seq, (select array_agg(no) from tagged) from numbered where exists (select from tagged)`,
  );
  afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
}

/** What has come back goes on sale, in one change, and taken seats will when they come back. */
export async function stopCollecting(tx: Tx, notifier: ChangeNotifier, list: List): Promise<void> {
  const { eventId, channelNo } = list;
  await releasePool(tx, notifier, list, null);
  await rows(
    tx,
    sql`with tagged as (
          update seat set channel_no = null, version = version + case when status = 'HELD' then 1 else 0 end
          where event_id = ${eventId}::uuid and channel_no = ${channelNo}::int returning no
        ), numbered as (
          update sale set waitlist_no = null, change_seq = change_seq + (exists (select from tagged))::int
          where event_id = ${eventId}::uuid returning change_seq
        )
        insert into seat_change (event_id, seq, seat_nos)
        select ${eventId}::uuid, change_seq, (select array_agg(no) from tagged) from numbered where exists (select from tagged)`,
  );
}

/** Puts seats that have come back on sale: these, or all if null. */
export async function releasePool(
  tx: Tx,
  notifier: ChangeNotifier,
  { eventId, channelNo }: List,
  only: number[] | null,
): Promise<void> {
  const pool = await rows<{ no: number }>(
    tx,
    sql`select no from seat where event_id = ${eventId}::uuid and channel_no = ${channelNo}::int
          and (status = 'BLOCKED' or (status = 'HELD' and held_until <= ${CLOCK}))
          and (${only === null}::boolean or no = any(${only ?? []}::int[])) order by no`,
  );
  const seatNos = pool.map(({ no }) => no);
  await changeSeats(tx, notifier, { eventId, seatNos, status: "AVAILABLE" });
}
