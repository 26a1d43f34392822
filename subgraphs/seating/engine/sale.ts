// Every change of an event's seats goes through here, under the lock of the event's sale: changes of one event happen
// one after the other, so the counts, the limit per buyer and the order of the change log can't contradict the seats,
// and no two changes can wait for each other.
import { afterCommit, type Tx } from "../../../platform/database.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import type { SeatStatus } from "../schema.generated.ts";

export interface Sale {
  eventId: string;
  organizationId: string;
  state: "OPEN" | "PAUSED" | "CLOSED";
  currency: string;
  maxSeatsPerBuyer: number;
  holdSeconds: number;
  /** Whether sales have ended because the event is over. */
  over: boolean;
}

/** The one lock of an event. Undefined for an event that was never on sale. */
export async function lockSale(tx: Tx, eventId: string | null): Promise<Sale | undefined> {
  return row<Sale>(
    tx,
    sql`select event_id, organization_id, state, currency, max_seats_per_buyer, hold_seconds, sales_end_at <= app_now() as over from sale where event_id = ${eventId}::uuid for update`,
  );
}

export interface SeatChange {
  eventId: string;
  seatNos: number[];
  status: SeatStatus;
  /** For HELD and SOLD: whose. */
  holdId?: string;
  /** For HELD by a hold: until when. Absent: until an order lets go. */
  heldUntil?: Date;
}

/** Changes seats, their counts and the log of changes in one statement, and tells who watches once it is committed. */
export async function changeSeats(tx: Tx, hints: Hints, change: SeatChange): Promise<void> {
  const { eventId, seatNos, status, holdId = null, heldUntil = null } = change;
  if (seatNos.length === 0) return;
  const counter = (name: SeatStatus) =>
    sql`count(*) filter (where ${status} = ${name})::int - count(*) filter (where old.status = ${name})::int`;
  await rows(
    tx,
    sql`with old as materialized (select no, status, tier_no from seat where event_id = ${eventId}::uuid and no = any(${seatNos}::int[])),
      changed as (update seat set status = ${status}, hold_id = ${holdId}::uuid, held_until = ${heldUntil}::timestamptz, version = version + 1
                  from old where seat.event_id = ${eventId}::uuid and seat.no = old.no),
      delta as (select tier_no, ${counter("AVAILABLE")} as available, ${counter("HELD")} as held, ${counter("SOLD")} as sold, ${counter("BLOCKED")} as blocked from old group by tier_no),
      counted as (update sale_tier t set available = t.available + d.available, held = t.held + d.held, sold = t.sold + d.sold, blocked = t.blocked + d.blocked
                  from delta d where t.event_id = ${eventId}::uuid and t.no = d.tier_no),
      numbered as (update sale set change_seq = change_seq + 1 where event_id = ${eventId}::uuid returning change_seq)
      insert into seat_change (event_id, seq, seat_nos) select ${eventId}::uuid, change_seq, ${seatNos}::int[] from numbered`,
  );
  afterCommit(tx, () => hints.send(changeTopic(eventId)));
}

export function changeTopic(eventId: string): string {
  return `seats:${eventId}`;
}
