// What orders asks: take holds over, sell their seats, let them go. Each is idempotent by the order's id. In SQL: these are of every purchase,
// prepared under names of their own.
import type { Database } from "../../../platform/postgres/database.ts";
import { sql } from "../../../platform/postgres/sql.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Breakdown } from "../../../domain/pricing.ts";

export interface Conversion {
  refusal: "NOT_FOUND" | "NOT_ACTIVE" | null;
  eventId?: string;
  organizationId?: string;
  currency?: string;
  promoCode?: string | null;
  seats: OrderedSeat[];
}

export interface OrderedSeat {
  holdId: string;
  eventId: string;
  no: number;
  sectionId: string;
  sectionName: string;
  rowLabel: string | null;
  number: string | null;
  tierName: string;
  breakdown: Breakdown;
  /** That the hold has, whether or not it is for this seat. */
  promoCode: string | null;
}

export interface HoldConversion {
  holdId: string;
  orderId: string;
  buyerId: string;
}

interface HeldSeats {
  id: string;
  eventId: string;
  buyerId: string;
  organizationId: string;
  currency: string;
}

/** What the engine has not decided, such as for too many that wait. */
type Undecided = Error;

/** Orders take active holds over: from now on only the order lets go of its seats. */
export async function convertHolds(
  database: Database,
  engine: Engine,
  conversions: HoldConversion[],
): Promise<(Conversion | Undecided)[]> {
  const holds = await database.prepared<HeldSeats>(
    "holds to convert",
    sql`select hold.id, hold.event_id, hold.buyer_id, sale.organization_id, sale.currency from hold join sale using (event_id)
        where hold.id = any(${conversions.map(({ holdId }) => holdId)}::uuid[])`,
  );
  const byId = new Map(holds.map((hold) => [hold.id, hold]));
  const verdicts = await Promise.all(
    conversions.map(async ({ holdId, orderId, buyerId }) => {
      const hold = byId.get(holdId);
      if (hold?.buyerId !== buyerId) return "NOT_FOUND";
      return undecidedIfThrown(engine.change({ eventId: hold.eventId, holdId, verb: "CONVERT", orderId }));
    }),
  );
  const isConverted = (verdict: (typeof verdicts)[number]) => verdict === "CONVERTED" || verdict === "SAME";
  // From here on no other code is put on them.
  const seats = await database.prepared<OrderedSeat>(
    "seats of converted holds",
    sql`select * from seats_of_holds(${conversions.flatMap(({ holdId }, index) => (isConverted(verdicts[index]!) ? [holdId] : []))}::uuid[])`,
  );
  return conversions.map(({ holdId }, index) => {
    const verdict = verdicts[index]!;
    if (verdict instanceof Error) return verdict;
    if (!isConverted(verdict)) return { refusal: verdict === "NOT_FOUND" ? verdict : "NOT_ACTIVE", seats: [] };
    const { eventId, organizationId, currency } = byId.get(holdId)!;
    const own = seats.filter((seat) => seat.holdId === holdId);
    return { refusal: null, eventId, organizationId, currency, promoCode: own[0]?.promoCode ?? null, seats: own };
  });
}

interface HoldOfOrder {
  id: string;
  eventId: string;
  orderId: string;
}

function holdsOfOrders(database: Database, orderIds: readonly string[]): Promise<HoldOfOrder[]> {
  return database.prepared(
    "holds of orders",
    sql`select id, event_id, order_id from hold where order_id = any(${orderIds}::uuid[])`,
  );
}

/** False for an order that does not have all of its seats any more; then none of them is sold. */
export async function sellSeats(
  database: Database,
  engine: Engine,
  orderIds: readonly string[],
): Promise<(boolean | Undecided)[]> {
  const holds = await holdsOfOrders(database, orderIds);
  const byOrder = new Map(holds.map((hold) => [hold.orderId, hold]));
  return Promise.all(
    orderIds.map(async (orderId) => {
      const hold = byOrder.get(orderId);
      if (!hold) return false;
      const verdict = await undecidedIfThrown(engine.change({ eventId: hold.eventId, holdId: hold.id, verb: "SELL" }));
      return verdict instanceof Error ? verdict : verdict !== "GONE";
    }),
  );
}

function undecidedIfThrown<T>(deciding: Promise<T>): Promise<T | Undecided> {
  return deciding.catch((error: Error) => error);
}

/** Those of the seats that the order still has go back on sale; all of them if `seatNos` is null. */
export async function returnSeats(
  database: Database,
  engine: Engine,
  orderId: string,
  seatNos: number[] | null,
): Promise<void> {
  const [hold] = await holdsOfOrders(database, [orderId]);
  if (!hold || seatNos?.length === 0) return;
  await engine.change({
    eventId: hold.eventId,
    holdId: hold.id,
    verb: "RETURN",
    ...(seatNos === null ? {} : { seatNos }),
  });
}
