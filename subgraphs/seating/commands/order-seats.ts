// What orders asks: take a hold over, sell its seats, let them go. Each is idempotent by the order's id.
import type { Database } from "../../../platform/database.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Breakdown } from "../../../schema/pricing.ts";
import { pricesOfHolds } from "../read/prices.ts";
import { selectSeats, type Seat } from "../entities/seat.ts";

export interface Conversion {
  refusal: "NOT_FOUND" | "NOT_ACTIVE" | null;
  eventId?: string;
  organizationId?: string;
  currency?: string;
  promoCode?: string | null;
  seats: (Seat & { breakdown: Breakdown })[];
}

interface HeldSeats {
  id: string;
  eventId: string;
  organizationId: string;
  currency: string;
  seatNos: number[];
}

/** An order takes an active hold over: from now on only the order lets go of its seats. */
export async function convertHold(
  database: Database,
  engine: Engine,
  holdId: string,
  orderId: string,
  buyerId: string,
): Promise<Conversion> {
  const hold = await row<HeldSeats>(
    database.read(),
    sql`select hold.id, hold.event_id, hold.seat_nos, sale.organization_id, sale.currency from hold join sale using (event_id)
        where hold.id = ${holdId} and hold.buyer_id = ${buyerId}`,
  );
  if (!hold) return { refusal: "NOT_FOUND", seats: [] };
  const { eventId, organizationId, currency, seatNos } = hold;
  const verdict = await engine.change({ eventId, holdId, verb: "CONVERT", orderId });
  if (verdict === "NOT_ACTIVE") return { refusal: "NOT_ACTIVE", seats: [] };
  const seats = await rows<Seat>(
    database.read(),
    selectSeats(sql`seat.event_id = ${eventId} and seat.no = any(${seatNos}::int[]) order by seat.no`),
  );
  // From here on no other code is put on it.
  const prices = await pricesOfHolds(database, [holdId]);
  const breakdowns = new Map(prices.map(({ no, breakdown }) => [no, breakdown]));
  const priced = seats.map((seat) => ({ ...seat, breakdown: breakdowns.get(seat.no)! }));
  const promoCode = prices[0]?.promoCode ?? null;
  return { refusal: null, eventId, organizationId, currency, promoCode, seats: priced };
}

function holdOfOrder(database: Database, orderId: string): Promise<{ id: string; eventId: string } | undefined> {
  return row(database.read(), sql`select id, event_id from hold where order_id = ${orderId}`);
}

/** False if the order does not have all of its seats any more; then nothing is sold. */
export async function sellSeats(database: Database, engine: Engine, orderId: string): Promise<boolean> {
  const hold = await holdOfOrder(database, orderId);
  if (!hold) return false;
  return (await engine.change({ eventId: hold.eventId, holdId: hold.id, verb: "SELL" })) !== "GONE";
}

/** Those of the seats that the order still has go back on sale; all of them if `seatNos` is null. */
export async function returnSeats(
  database: Database,
  engine: Engine,
  orderId: string,
  seatNos: number[] | null,
): Promise<void> {
  const hold = await holdOfOrder(database, orderId);
  if (!hold || seatNos?.length === 0) return;
  await engine.change({
    eventId: hold.eventId,
    holdId: hold.id,
    verb: "RETURN",
    ...(seatNos === null ? {} : { seatNos }),
  });
}
