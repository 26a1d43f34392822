// Prices of the seats of a hold, chosen again by its buyer. Seats whose price is not changed keep what they cost, also if it costs more or is
// not sold by now. Raw SQL: functions of the engine.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { lockSale } from "../engine/sale.ts";
import type { PriceRefusal, PromoCodeRefusal } from "../enums.generated.ts";
import { HoldNotActive, PriceNotUsable, PromoCodeNotUsable, TotalChanged } from "../errors.ts";

export interface PriceChoice {
  eventId: string;
  holdId: string;
  /** By number of the seat; other seats cost the standard price. */
  prices: ReadonlyMap<number, string>;
  /** Total that the buyer was shown, in minor units; null for any. */
  expectedTotal: number | null;
}

interface PricedHold {
  buyerId: string;
  seatNos: number[];
  /** Null for a hold of before the event had several prices. */
  priceNos: number[] | null;
  /** Prices that the promo code opens. */
  opens: string[] | null;
  code: string | null;
  /** Whether the code stands for a package, which must cover all seats. */
  isOfPackage: boolean;
  total: number;
  currency: string;
  now: Date;
}

interface Priced {
  priceNos: number[];
  total: number;
  code: { no: number; covered: number } | null;
}

/**
 * Replaces the prices of an active hold. Idempotent. A promo code that covers none of the seats any more is removed.
 * @throws NotFound for a seat that the hold does not have; HoldNotActive, PriceNotUsable, PromoCodeNotUsable, TotalChanged
 */
export async function choosePrices(tx: Tx, { eventId, holdId, prices, expectedTotal }: PriceChoice): Promise<void> {
  await lockSale(tx, eventId);
  const hold = await activeHold(tx, eventId, holdId);
  if (!hold) throw new HoldNotActive(holdId);
  const { priceNos: before, currency } = hold;
  for (const no of prices.keys()) if (!hold.seatNos.includes(no)) throw new NotFound("seat");
  const [first] = prices.values();
  if (!before && first !== undefined) throw new PriceNotUsable({ reason: "UNKNOWN", price: first });
  const kept = before ? await keptPrices(tx, eventId, { ...hold, priceNos: before }, prices) : [];
  const isChanged = kept.includes(null);
  const next = isChanged ? await price(tx, eventId, holdId, hold, prices, kept) : undefined;
  const total = next?.total ?? hold.total;
  if (expectedTotal !== null && expectedTotal !== total) throw new TotalChanged({ total, currency });
  if (!next) return;
  await change(
    tx,
    sql`update hold set price_nos = ${next.priceNos}::int[], total = ${total}, code_no = ${next.code?.no ?? null}::int, access_no = case when ${next.code !== null} then access_no end where id = ${holdId}`,
  );
  const chosen = next.priceNos.filter((_, index) => kept[index] === null);
  await rows(tx, sql`select raise_price_bounds(${eventId}, ${chosen}::int[])`);
  if (next.code)
    await change(
      tx,
      sql`update promo_code set bound = bound + ${next.code.covered} where event_id = ${eventId} and no = ${next.code.no}`,
    );
}

function activeHold(tx: Tx, eventId: string, holdId: string): Promise<PricedHold | undefined> {
  return row(
    tx,
    sql`select hold.buyer_id, hold.seat_nos, hold.price_nos, hold.total, code.opens, code.code, hold.package_group is not null as is_of_package, sale.currency, app_now() as now
        from hold join sale using (event_id) left join promo_code code on code.event_id = hold.event_id and code.no = hold.code_no
        where hold.id = ${holdId} and hold.event_id = ${eventId} and hold.status = 'ACTIVE' and hold.expires_at > app_now()`,
  );
}

/** Number of the price of each seat; null for a seat that gets another price. */
async function keptPrices(
  tx: Tx,
  eventId: string,
  { seatNos, priceNos }: { seatNos: number[]; priceNos: number[] },
  prices: ReadonlyMap<number, string>,
): Promise<(number | null)[]> {
  const paid = await rows<{ no: number; label: string; isStandard: boolean }>(
    tx,
    sql`select no, label, is_standard from sale_price where event_id = ${eventId} and no = any(${priceNos}::int[])`,
  );
  const byNo = new Map(paid.map((one) => [one.no, one]));
  return seatNos.map((no, index) => {
    const { label, isStandard } = byNo.get(priceNos[index]!)!;
    const wanted = prices.get(no);
    return (wanted === undefined ? isStandard : wanted === label) ? priceNos[index]! : null;
  });
}

async function price(
  tx: Tx,
  eventId: string,
  holdId: string,
  { buyerId, seatNos, priceNos: before, opens, code, isOfPackage, now }: PricedHold,
  prices: ReadonlyMap<number, string>,
  kept: (number | null)[],
): Promise<Priced> {
  const freed = before!.filter((_, index) => kept[index] === null);
  const labels = seatNos.map((no) => prices.get(no) ?? null);
  const { priceNos, total, refusal, refused } = (await row<{
    priceNos: number[];
    total: number;
    refusal: PriceRefusal | null;
    refused: string | null;
  }>(
    tx,
    sql`select price_nos, total::int, refusal, refused
        from price_seats(${eventId}, ${seatNos}::int[], ${labels}::text[], false, ${opens}::text[], ${now}::timestamptz, ${kept}::int[], ${freed}::int[])`,
  ))!;
  if (refusal !== null) throw new PriceNotUsable({ reason: refusal, price: refused });
  if (code === null) return { priceNos, total, code: null };
  const judged = (await row<{ codeNo: number; refusal: PromoCodeRefusal | null; covered: number; total: number }>(
    tx,
    sql`select code_no, refusal, covered, total::int
        from judge_promo_code(${eventId}, ${code}, ${buyerId}, ${holdId}, ${seatNos}::int[], ${priceNos}::int[], ${now}::timestamptz)`,
  ))!;
  if (judged.refusal === "NOT_FOR_THESE_SEATS" && !isOfPackage) return { priceNos, total, code: null };
  if (judged.refusal !== null) throw new PromoCodeNotUsable(judged.refusal);
  return { priceNos, total: judged.total, code: { no: judged.codeNo, covered: judged.covered } };
}
