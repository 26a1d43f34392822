// The organizer keeps seats back and gives them free again.
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { changeSeats, lockSale } from "../engine/sale.ts";
import { seatId, selectSeats, type Seat } from "../entities/seat.ts";
import { SeatsUnavailable } from "../errors.ts";

async function named(tx: Tx, eventId: string, seatNos: number[]): Promise<Seat[]> {
  if (!(await lockSale(tx, eventId))) throw new NotFound("event");
  const seats = await rows<Seat>(
    tx,
    selectSeats(sql`seat.event_id = ${eventId} and seat.no = any(${seatNos}::int[]) order by seat.no`),
  );
  if (seats.length < seatNos.length) throw new NotFound("seat");
  return seats;
}

/** @throws NotFound; SeatsUnavailable for seats that are held or sold: then none is kept back. */
export async function blockSeats(tx: Tx, hints: Hints, eventId: string, seatNos: number[]): Promise<void> {
  const seats = await named(tx, eventId, seatNos);
  const taken = seats.filter((seat) => seat.status === "HELD" || seat.status === "SOLD");
  if (taken.length > 0) throw new SeatsUnavailable(taken.map(seatId));
  const free = seats.filter((seat) => seat.status === "AVAILABLE");
  await changeSeats(tx, hints, { eventId, seatNos: free.map((seat) => seat.no), status: "BLOCKED" });
}

/** @throws NotFound */
export async function unblockSeats(tx: Tx, hints: Hints, eventId: string, seatNos: number[]): Promise<void> {
  const seats = await named(tx, eventId, seatNos);
  const blocked = seats.filter((seat) => seat.status === "BLOCKED").map((seat) => seat.no);
  await changeSeats(tx, hints, { eventId, seatNos: blocked, status: "AVAILABLE" });
}
