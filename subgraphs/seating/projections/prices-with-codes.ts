// Prices of seats with promo codes, of events with several prices. They are calculated when a code or a price is created, for all prices of
// the event: also a seat that is held at an older price may get a code. Raw SQL: one statement writes all of them.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { priceOf, type Discount, type Pricing } from "../../../domain/pricing.ts";
import { PriceNotUsable } from "../errors.ts";

interface Pair {
  codeNo: number;
  code: string;
  discount: Discount | null;
  priceNo: number;
  base: number;
  currency: string;
  pricing: Pricing;
}

/** Adds what is missing. The caller has the lock of the sale. A code that opens prices covers only these. */
export async function addPricesWithCodes(tx: Tx, eventId: string): Promise<void> {
  const pairs = await rows<Pair>(
    tx,
    sql`select code.no as code_no, coalesce(code.package_name, code.batch_name, code.code) as code, code.discount, paid.no as price_no, (paid.breakdown ->> 'base')::int as base, sale.currency, sale.pricing
        from promo_code_price covered join promo_code code on code.event_id = covered.event_id and code.no = covered.code_no
          join sale_price paid on paid.event_id = covered.event_id and paid.tier_no = covered.tier_no
            and case when code.opens is null then not paid.needs_code else paid.label = any(code.opens) end
          join sale on sale.event_id = covered.event_id
          left join price_with_code known on known.event_id = covered.event_id and known.code_no = code.no and known.price_no = paid.no
        where covered.event_id = ${eventId} and known.price_no is null`,
  );
  if (pairs.length === 0) return;
  const prices = pairs.map(({ base, currency, pricing, code, discount }) =>
    priceOf(base, currency, pricing, discount && { name: code, of: discount }),
  );
  await rows(
    tx,
    sql`insert into price_with_code (event_id, code_no, price_no, price, breakdown)
        select ${eventId}, code_no, price_no, price, breakdown::jsonb
        from unnest(${pairs.map(({ codeNo }) => codeNo)}::int[], ${pairs.map(({ priceNo }) => priceNo)}::int[], ${prices.map(({ total }) => total)}::int[],
                    ${prices.map((price) => JSON.stringify(price))}::text[]) as t(code_no, price_no, price, breakdown)`,
  );
}

/**
 * Total of a hold at these prices, without a discount.
 * @throws PriceNotUsable if a seat has a price that the code, or no code, does not open
 */
export async function totalAt(
  tx: Tx,
  { eventId, priceNos, code }: { eventId: string; priceNos: number[]; code: string | null },
): Promise<number> {
  const found = await row<{ total: number; closed: string | null }>(
    tx,
    sql`select sum(paid.price)::int as total, min(paid.label) filter (where paid.needs_code and paid.label <> all(coalesce(code.opens, '{}'))) as closed
        from unnest(${priceNos}::int[]) as held(no) join sale_price paid on paid.event_id = ${eventId} and paid.no = held.no
          left join promo_code code on code.event_id = ${eventId} and code.no = (select code_no from promo_code_of(${eventId}::uuid, ${code}::text))`,
  );
  if (found!.closed !== null) throw new PriceNotUsable({ reason: "NEEDS_CODE", price: found!.closed });
  return found!.total;
}
