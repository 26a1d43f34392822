// Calls by orders: convert holds, sell their seats, return them. Each is idempotent by the id of the order. Raw SQL: each purchase runs
// these, as named prepared statements.
import { findMerged } from "../../../platform/accounts/merged-accounts.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { sql } from "../../../platform/postgres/sql.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { isGuest } from "../../../domain/guests.ts";
import type { OrderedSeat } from "../entities/ordered-seat.ts";
import { sellTogether } from "./several-holds.ts";

export interface Conversion {
  /** ANSWERS_UNCHECKED: `seats` are those of the hold, which is not converted. */
  refusal: "NOT_FOUND" | "NOT_ACTIVE" | "VERIFIED_BUYERS_ONLY" | "PACKAGE_IN_PART" | "ANSWERS_UNCHECKED" | null;
  eventId?: string;
  organizationId?: string;
  currency?: string;
  promoCode?: string | null;
  seats: OrderedSeat[];
}

export interface HoldConversion {
  holdId: string;
  orderId: string;
  buyerId: string;
  isUnverified?: boolean | null | undefined;
  /** Whether the buyer gave answers. */
  hasAnswers?: boolean | null | undefined;
  /** Whether orders has checked the answers, or that there are none. */
  isChecked?: boolean | null | undefined;
}

interface HeldSeats {
  id: string;
  eventId: string;
  buyerId: string;
  organizationId: string;
  currency: string;
  isActive: boolean;
  verifiedBuyersOnly: boolean;
  asksQuestions: boolean;
  isOfPackage: boolean;
}

/** The others are NOT_ACTIVE for orders. */
const OWN_REFUSALS = ["NOT_FOUND", "VERIFIED_BUYERS_ONLY", "PACKAGE_IN_PART"] as const;

/** Error of a request that the engine did not decide, for example because its queue was full. */
type Undecided = Error;

/** Converts active holds for orders: from then on only the order can free the seats. */
export async function convertHolds(
  database: Database,
  engine: Engine,
  conversions: HoldConversion[],
): Promise<(Conversion | Undecided)[]> {
  const holds = await database.prepared<HeldSeats>(
    "holds to convert",
    sql`select hold.id, hold.event_id, hold.buyer_id, hold.order_id is null as is_active, sale.organization_id, sale.currency, sale.verified_buyers_only, sale.asks_questions,
          hold.package_group is not null as is_of_package
        from hold join sale using (event_id)
        where hold.id = any(${conversions.map(({ holdId }) => holdId)}::uuid[])`,
  );
  const byId = new Map(holds.map((hold) => [hold.id, hold]));
  const merged = await findMerged(
    database.read(),
    conversions.map(({ buyerId }) => buyerId).filter((id) => isGuest(id)),
  );
  const verdicts = await Promise.all(
    conversions.map(async ({ holdId, orderId, buyerId, isUnverified, hasAnswers, isChecked }) => {
      const hold = byId.get(holdId);
      if (!hold || (hold.buyerId !== buyerId && hold.buyerId !== merged.get(buyerId))) return "NOT_FOUND";
      // A converted hold stays so, also for a repetition after the event has changed.
      if (hold.verifiedBuyersOnly && hold.isActive && (isUnverified === true || isGuest(buyerId)))
        return "VERIFIED_BUYERS_ONLY";
      // Its package has other holds.
      if (hold.isOfPackage && hold.isActive) return "PACKAGE_IN_PART";
      if (hold.isActive && (hold.asksQuestions || hasAnswers === true) && isChecked !== true)
        return "ANSWERS_UNCHECKED";
      return undecidedIfThrown(engine.change({ eventId: hold.eventId, holdId, verb: "CONVERT", orderId }));
    }),
  );
  const isConverted = (verdict: (typeof verdicts)[number]) => verdict === "CONVERTED" || verdict === "SAME";
  const isShown = (verdict: (typeof verdicts)[number]) => isConverted(verdict) || verdict === "ANSWERS_UNCHECKED";
  // A converted hold keeps its promo code, so these prices are final.
  const seats = await database.prepared<OrderedSeat>(
    "seats of converted holds",
    sql`select * from seats_of_holds(${conversions.flatMap(({ holdId }, index) => (isShown(verdicts[index]!) ? [holdId] : []))}::uuid[])`,
  );
  return conversions.map(({ holdId }, index) => {
    const verdict = verdicts[index]!;
    if (verdict instanceof Error) return verdict;
    if (!isShown(verdict))
      return {
        refusal: OWN_REFUSALS.find((refusal) => refusal === verdict) ?? "NOT_ACTIVE",
        seats: [],
      };
    const refusal = verdict === "ANSWERS_UNCHECKED" ? verdict : null;
    const { eventId, organizationId, currency } = byId.get(holdId)!;
    const own = seats.filter((seat) => seat.holdId === holdId);
    return { refusal, eventId, organizationId, currency, promoCode: own[0]?.promoCode ?? null, seats: own };
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
    sql`select id, event_id, order_id from hold where order_id = any(${orderIds}::uuid[]) order by event_id, id`,
  );
}

/** False for an order without a hold, or that has lost a seat: then none of its seats is sold. */
export async function sellSeats(
  database: Database,
  engine: Engine,
  notifier: ChangeNotifier,
  orderIds: readonly string[],
): Promise<(boolean | Undecided)[]> {
  const holds = await holdsOfOrders(database, orderIds);
  return Promise.all(
    orderIds.map(async (orderId) => {
      const [hold, ...more] = holds.filter((one) => one.orderId === orderId);
      if (!hold) return false;
      if (more.length > 0) return undecidedIfThrown(sellTogether(database, notifier, orderId));
      const verdict = await undecidedIfThrown(engine.change({ eventId: hold.eventId, holdId: hold.id, verb: "SELL" }));
      return verdict instanceof Error ? verdict : verdict !== "GONE";
    }),
  );
}

function undecidedIfThrown<T>(deciding: Promise<T>): Promise<T | Undecided> {
  return deciding.catch((error: Error) => error);
}

/** A seat of an order. */
export interface SeatOfOrder {
  eventId: string;
  no: number;
}

/** Puts the seats that the order still has back on sale, event by event: those in `seats`, or all if null. */
export async function returnSeats(
  database: Database,
  engine: Engine,
  orderId: string,
  seats: SeatOfOrder[] | null,
): Promise<void> {
  for (const { id: holdId, eventId } of await holdsOfOrders(database, [orderId])) {
    const seatNos = seats?.filter((seat) => seat.eventId === eventId).map(({ no }) => no);
    if (seatNos?.length === 0) continue;
    await engine.change({ eventId, holdId, verb: "RETURN", ...(seatNos && { seatNos }) });
    reach("seats of an event returned, those of others not");
  }
}
