// The organizer keeps seats back, sets them aside for a sales channel, and gives them free again.
import { randomBytes } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { changeSeats, lockSale } from "../engine/sale.ts";
import { seatId, selectSeats, type Seat } from "../entities/seat.ts";
import { SeatsUnavailable } from "../errors.ts";

const KEY_BYTES = 18; // 144 bits: nobody guesses it

async function named(tx: Tx, eventId: string, seatNos: number[]): Promise<Seat[]> {
  if (!(await lockSale(tx, eventId))) throw new NotFound("event");
  const seats = await rows<Seat>(
    tx,
    selectSeats(sql`seat.event_id = ${eventId} and seat.no = any(${seatNos}::int[]) order by seat.no`),
  );
  if (seats.length < seatNos.length) throw new NotFound("seat");
  return seats;
}

/** @throws SeatsUnavailable */
function checkNobodyHas(seats: Seat[]): void {
  const taken = seats.filter((seat) => seat.status === "HELD" || seat.status === "SOLD");
  if (taken.length > 0) throw new SeatsUnavailable(taken.map(seatId));
}

/** @throws NotFound; SeatsUnavailable for seats that are held or sold: then none is kept back. */
export async function blockSeats(tx: Tx, notifier: ChangeNotifier, eventId: string, seatNos: number[]): Promise<void> {
  const seats = await named(tx, eventId, seatNos);
  checkNobodyHas(seats);
  const free = seats.filter((seat) => seat.status === "AVAILABLE");
  await changeSeats(tx, notifier, { eventId, seatNos: free.map((seat) => seat.no), status: "BLOCKED" });
}

/** @throws NotFound */
export async function unblockSeats(
  tx: Tx,
  notifier: ChangeNotifier,
  eventId: string,
  seatNos: number[],
): Promise<void> {
  const seats = await named(tx, eventId, seatNos);
  const blocked = seats.filter((seat) => seat.status === "BLOCKED").map((seat) => seat.no);
  await changeSeats(tx, notifier, { eventId, seatNos: blocked, status: "AVAILABLE" });
}

/** Makes the channel if there is none of this name. @throws as blockSeats does. */
export async function setSeatsAside(
  tx: Tx,
  notifier: ChangeNotifier,
  eventId: string,
  name: string,
  seatNos: number[],
): Promise<void> {
  const seats = await named(tx, eventId, seatNos);
  checkNobodyHas(seats);
  const key = randomBytes(KEY_BYTES).toString("base64url");
  await rows(
    tx,
    sql`insert into sale_channel (event_id, no, name, key)
        select ${eventId}, coalesce(max(no), 0) + 1, ${name}, ${key} from sale_channel where event_id = ${eventId} on conflict (event_id, name) do nothing`,
  );
  const channel = (await row<{ no: number }>(
    tx,
    sql`select no from sale_channel where event_id = ${eventId} and name = ${name}`,
  ))!;
  const others = seats.filter((seat) => seat.channelNo !== channel.no).map((seat) => seat.no);
  await changeSeats(tx, notifier, { eventId, seatNos: others, status: "BLOCKED", channelNo: channel.no });
}
