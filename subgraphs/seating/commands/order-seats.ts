// What orders asks: take a hold over, sell its seats, let them go. Each is idempotent by the order's id.
import type { Tx } from "../../../platform/database.ts";
import { publish } from "../../../platform/outbox.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { SeatsSold } from "../../../schema/messages/seating.ts";
import { changeSeats, lockSale, type Sale } from "../engine/sale.ts";
import type { Hold } from "../entities/hold.ts";
import { selectSeats, type Seat } from "../entities/seat.ts";

export interface Conversion {
  refusal: "NOT_FOUND" | "NOT_ACTIVE" | null;
  hold?: Hold;
  sale?: Sale;
  seats: Seat[];
}

/** An order takes an active hold over: from now on only the order lets go of its seats. */
export async function convertHold(tx: Tx, holdId: string, orderId: string, buyerId: string): Promise<Conversion> {
  const found = await row<{ eventId: string }>(
    tx,
    sql`select event_id from hold where id = ${holdId} and buyer_id = ${buyerId}`,
  );
  if (!found) return { refusal: "NOT_FOUND", seats: [] };
  const sale = await lockSale(tx, found.eventId);
  const hold = await row<Hold & { runOut: boolean }>(
    tx,
    sql`select *, expires_at <= app_now() as run_out from hold where id = ${holdId}`,
  );
  if (!sale || !hold) return { refusal: "NOT_FOUND", seats: [] };
  if (hold.orderId !== orderId) {
    if (hold.status !== "ACTIVE" || hold.runOut || sale.state !== "OPEN" || sale.over)
      return { refusal: "NOT_ACTIVE", seats: [] };
    await rows(tx, sql`update hold set status = 'CONVERTED', order_id = ${orderId} where id = ${holdId}`);
    // The seats are HELD as before: nothing that anybody sees has changed, so neither has their version.
    await rows(
      tx,
      sql`update seat set held_until = null where event_id = ${hold.eventId} and no = any(${hold.seatNos}::int[]) and hold_id = ${holdId}`,
    );
  }
  const seats = await rows<Seat>(
    tx,
    selectSeats(sql`seat.event_id = ${hold.eventId} and seat.no = any(${hold.seatNos}::int[]) order by seat.no`),
  );
  return { refusal: null, hold, sale, seats };
}

async function seatsOfOrder(
  tx: Tx,
  orderId: string,
): Promise<{ hold: Hold; seats: { no: number; status: string }[] } | undefined> {
  const found = await row<{ eventId: string }>(tx, sql`select event_id from hold where order_id = ${orderId}`);
  if (!found) return undefined;
  await lockSale(tx, found.eventId);
  const hold = (await row<Hold>(tx, sql`select * from hold where order_id = ${orderId}`))!;
  const seats = await rows<{ no: number; status: string }>(
    tx,
    sql`select no, status from seat where event_id = ${hold.eventId} and no = any(${hold.seatNos}::int[]) and hold_id = ${hold.id} order by no`,
  );
  return { hold, seats };
}

/** False if the order does not have all of its seats any more; then nothing is sold. */
export async function sellSeats(tx: Tx, hints: Hints, orderId: string): Promise<boolean> {
  const found = await seatsOfOrder(tx, orderId);
  if (!found || found.seats.length < found.hold.seatNos.length) return false;
  const { hold, seats } = found;
  const held = seats.filter((seat) => seat.status === "HELD").map((seat) => seat.no);
  if (held.length === 0) return true; // sold before
  await changeSeats(tx, hints, { eventId: hold.eventId, seatNos: held, status: "SOLD", holdId: hold.id });
  await publish(tx, SeatsSold, orderId, { eventId: hold.eventId, orderId, seatCount: held.length });
  return true;
}

/** Those of the seats that the order still has go back on sale. */
export async function releaseSeats(tx: Tx, hints: Hints, orderId: string, only: Set<number> | null): Promise<void> {
  const found = await seatsOfOrder(tx, orderId);
  if (!found) return;
  const seatNos = found.seats.map((seat) => seat.no).filter((no) => only === null || only.has(no));
  await changeSeats(tx, hints, { eventId: found.hold.eventId, seatNos, status: "AVAILABLE" });
}
