// Whether people who wait would be offered seats that a buyer wants to give back. It changes nothing; the lock of the sale gives one view of the seats
// and the people. Raw SQL: locks.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Engine } from "../engine/group-commit.ts";
import { wouldTake } from "../engine/waitlist/would-take.ts";
import { limitsOf, waitingOn } from "./waiting-people.ts";
import { collects, lockWaitlist } from "./waitlist-rows.ts";

/** A sold seat and the order that has it. */
export interface SeatOfOrder {
  orderId: string;
  no: number;
}

export interface ReturnedSeats {
  eventId: string;
  seats: SeatOfOrder[];
  /** Seats that come back in any case. */
  returning: SeatOfOrder[];
}

/** False unless offers are made now, and each of the seats would be part of one. */
export async function waitlistTakes(
  tx: Tx,
  engine: Engine,
  { eventId, seats, returning }: ReturnedSeats,
): Promise<boolean> {
  // Most events have no list: their sales are not locked.
  if (!(await row(tx, sql`select 1 from waitlist where event_id = ${eventId}::uuid and state = 'OPEN'`))) return false;
  const list = await lockWaitlist(tx, eventId);
  if (!list || !collects(list) || !list.isOnSale) return false;
  const asked = await comingToList(tx, list, seats);
  if (asked.length < seats.length) return false;
  const waiting = await waitingOn(tx, list);
  const map = waiting.length > 0 && (await engine.mapIn(tx, eventId));
  if (!map) return false;
  const returned = { seatNos: asked, returning: await comingToList(tx, list, returning) };
  return wouldTake(waiting, map, list.channelKey, returned, limitsOf(list));
}

/** Numbers of those that the orders still have, and that come back to the list, not to another sales channel. */
async function comingToList(
  tx: Tx,
  { eventId, channelNo }: { eventId: string; channelNo: number },
  seats: SeatOfOrder[],
): Promise<number[]> {
  const found = await rows<{ no: number }>(
    tx,
    sql`select seat.no from unnest(${seats.map(({ orderId }) => orderId)}::uuid[], ${seats.map(({ no }) => no)}::int[]) as r(order_id, no)
          join seat on seat.event_id = ${eventId}::uuid and seat.no = r.no join hold on hold.id = seat.hold_id and hold.order_id = r.order_id
        where seat.status = 'SOLD' and seat.channel_no = ${channelNo}::int`,
  );
  return found.map(({ no }) => no);
}
