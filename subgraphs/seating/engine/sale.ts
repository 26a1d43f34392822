// Lock of an event, and changes by organizers under it. The lock serializes all changes of an event's seats, here and in the statements of
// the engine. So counts, buyer limits and the change log are consistent with the seats, and changes do not deadlock.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { SeatsFreed } from "../../../schema/messages/seating.ts";

/** Takes the lock of the event. False for an event that was never on sale. */
export async function lockSale(
  tx: Tx,
  eventId: string,
): Promise<{ organizationId: string; waitlistNo: number | null } | undefined> {
  return row(tx, sql`select organization_id, waitlist_no from sale where event_id = ${eventId}::uuid for update`);
}

export interface SeatChange {
  eventId: string;
  /** Seats without an active hold or an order. */
  seatNos: number[];
  status: "AVAILABLE" | "BLOCKED";
  /** For BLOCKED: the sales channel that they are set aside for. */
  channelNo?: number;
}

/** Blocks seats or puts them on sale, and updates counts and change log. Subscribers are notified after the commit. */
export async function changeSeats(tx: Tx, notifier: ChangeNotifier, change: SeatChange): Promise<void> {
  const { eventId, seatNos, status, channelNo = null } = change;
  if (seatNos.length === 0) return;
  const counter = (name: "AVAILABLE" | "HELD" | "BLOCKED") =>
    sql`count(*) filter (where ${status} = ${name})::int - count(*) filter (where old.status = ${name})::int`;
  const [freed] = await rows<{ isOnSale: boolean; tiers: { tierId: string; seatCount: number }[] | null }>(
    tx,
    sql`with old as materialized (select no, status, tier_no from seat where event_id = ${eventId}::uuid and no = any(${seatNos}::int[])),
      changed as (update seat set status = ${status}, hold_id = null, held_until = null, channel_no = ${channelNo}::int, version = version + 1
                  from old where seat.event_id = ${eventId}::uuid and seat.no = old.no),
      delta as (select tier_no, ${counter("AVAILABLE")} as available, ${counter("HELD")} as held, ${counter("BLOCKED")} as blocked from old group by tier_no),
      counted as (update sale_tier t set available = t.available + d.available, held = t.held + d.held, blocked = t.blocked + d.blocked
                  from delta d where t.event_id = ${eventId}::uuid and t.no = d.tier_no),
      numbered as (update sale set change_seq = change_seq + 1 where event_id = ${eventId}::uuid returning change_seq, state, sales_end_at, opens_at, closes_at),
      logged as (insert into seat_change (event_id, seq, seat_nos) select ${eventId}::uuid, change_seq, ${seatNos}::int[] from numbered)
      select state = 'OPEN' and sales_end_at > app_now() and is_within(opens_at, closes_at, app_now()) as is_on_sale,
        (select jsonb_agg(jsonb_build_object('tierId', t.tier_id, 'seatCount', d.available) order by t.no)
         from delta d join sale_tier t on t.event_id = ${eventId}::uuid and t.no = d.tier_no where d.available > 0) as tiers
      from numbered`,
  );
  if (freed?.isOnSale && freed.tiers)
    await publish(tx, SeatsFreed, eventId, { eventId, why: "UNBLOCKED", tiers: freed.tiers });
  afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
}

export function changeTopic(eventId: string): string {
  return `seats:${eventId}`;
}
