// How a hold ends: released by its buyer, run out, or let go of because the event was cancelled.
// Only seats that this very hold still has are given free, so an end that comes late takes nothing from a new owner.
import type { Tx } from "../../../platform/database.ts";
import { publish } from "../../../platform/outbox.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { row, rows, sql, type Sql } from "../../../platform/sql.ts";
import { HoldEnded } from "../../../schema/messages/seating.ts";
import { changeSeats, lockSale } from "../engine/sale.ts";

async function endHolds(
  tx: Tx,
  hints: Hints,
  eventId: string,
  how: "RELEASED" | "EXPIRED",
  which: Sql,
): Promise<number> {
  const ended = await rows<{ id: string; seatNos: number[] }>(
    tx,
    sql`update hold set status = ${how} where event_id = ${eventId} and status = 'ACTIVE' and ${which} returning id, seat_nos`,
  );
  if (ended.length === 0) return 0;
  const seatNos = ended.flatMap((hold) => hold.seatNos);
  const free = await rows<{ no: number }>(
    tx,
    sql`select no from seat where event_id = ${eventId} and no = any(${seatNos}::int[]) and hold_id = any(${ended.map((hold) => hold.id)}::uuid[]) order by no`,
  );
  await changeSeats(tx, hints, { eventId, seatNos: free.map((seat) => seat.no), status: "AVAILABLE" });
  for (const { id } of ended) await publish(tx, HoldEnded, id, { holdId: id, eventId, how });
  return ended.length;
}

/** Ends those of the holds that have run out; the caller has the sale's lock. */
export function expireHolds(tx: Tx, hints: Hints, eventId: string, holdIds: string[]): Promise<number> {
  if (holdIds.length === 0) return Promise.resolve(0);
  return endHolds(tx, hints, eventId, "EXPIRED", sql`id = any(${holdIds}::uuid[]) and expires_at <= app_now()`);
}

/** Ends up to `limit` holds of the event that have run out. Does nothing while somebody else has the lock. */
export async function sweepEvent(tx: Tx, hints: Hints, eventId: string, limit: number): Promise<number> {
  const free = await row(tx, sql`select 1 from sale where event_id = ${eventId} for update skip locked`);
  if (!free) return 0;
  return endHolds(
    tx,
    hints,
    eventId,
    "EXPIRED",
    sql`id in (select id from hold where event_id = ${eventId} and status = 'ACTIVE' and expires_at <= app_now() order by expires_at limit ${limit})`,
  );
}

/** The buyer lets go. A hold that has ended already stays as it is. */
export async function releaseHold(tx: Tx, hints: Hints, eventId: string, holdId: string): Promise<void> {
  await lockSale(tx, eventId);
  await expireHolds(tx, hints, eventId, [holdId]);
  await endHolds(tx, hints, eventId, "RELEASED", sql`id = ${holdId}`);
}

/** The event was cancelled: all its holds end. */
export async function releaseAllHolds(tx: Tx, hints: Hints, eventId: string): Promise<void> {
  if (await lockSale(tx, eventId)) await endHolds(tx, hints, eventId, "RELEASED", sql`true`);
}
