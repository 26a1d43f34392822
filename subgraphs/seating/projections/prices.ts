// Projection of the prices that catalog sets for an event. Messages may arrive in any order: an older version changes nothing. Seats that
// are held keep their price, because its row stays. Raw SQL: one statement writes all prices of an event.
import type { Tx } from "../../../platform/postgres/database.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { SalePrices } from "../../../domain/price-offers.ts";
import { addPricesWithCodes } from "./prices-with-codes.ts";
import { priceRows, type PriceRow } from "../entities/price-rows.ts";

/** catalog sends them twice: by a call, so that they hold when it answers, and by a message, which is never lost. */
export async function notePrices(tx: Tx, { eventId, ...prices }: SalePrices & { eventId: string }): Promise<void> {
  // Locks the sale: no hold is decided between the old prices and the new ones.
  const noted = await change(
    tx,
    sql`update sale set prices_version = ${prices.version}, pricing = ${JSON.stringify(prices.pricing)}::jsonb
        where event_id = ${eventId}::uuid and prices_version < ${prices.version}`,
  );
  if (noted === 0) return;
  await change(tx, sql`update sale_price set is_current = false where event_id = ${eventId}::uuid and is_current`);
  reach("seating prices replaced");
  const tiers = await rows<{ no: number; tierId: string }>(
    tx,
    sql`select no, tier_id from sale_tier where event_id = ${eventId}::uuid`,
  );
  const last = await row<{ no: number }>(
    tx,
    sql`select coalesce(max(no), 0) as no from sale_price where event_id = ${eventId}::uuid`,
  );
  await insertPrices(tx, eventId, priceRows(prices, tiers, last!.no));
  await addBounds(tx, eventId);
  await addPricesWithCodes(tx, eventId);
}

async function insertPrices(tx: Tx, eventId: string, prices: PriceRow[]): Promise<void> {
  await rows(
    tx,
    sql`insert into sale_price (event_id, no, tier_no, label, position, phase, is_standard, price, breakdown, ends_at, most, quantity, opens_at, closes_at,
          most_per_hold, only_with, most_for_each, needs_code, wheelchair_only)
        select ${eventId}, p.no, p.tier_no, p.label, p.position, p.phase, p.is_standard, p.price, p.breakdown, p.ends_at, p.most, p.quantity, p.opens_at, p.closes_at,
          p.most_per_hold, array(select jsonb_array_elements_text(p.only_with)), p.most_for_each, p.needs_code, p.wheelchair_only
        from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as p(no int, tier_no int, label text, position int, phase text, is_standard boolean, price int,
          breakdown jsonb, ends_at timestamptz, most int, quantity int, opens_at timestamptz, closes_at timestamptz, most_per_hold int, only_with jsonb,
          most_for_each int, needs_code boolean, wheelchair_only boolean)`,
  );
  await rows(
    tx,
    sql`update sale_tier t set price_now = p.price from sale_price p
        where t.event_id = ${eventId}::uuid and p.event_id = t.event_id and p.tier_no = t.no and p.is_current and p.is_standard and p.phase is null`,
  );
}

/** A quantity that is new counts the tickets that were sold before. */
async function addBounds(tx: Tx, eventId: string): Promise<void> {
  await rows(
    tx,
    sql`insert into sale_price_bound (event_id, tier_no, label, phase, bound)
        select ${eventId}, tier_no, label, phase, tickets_at_price(${eventId}, tier_no, label, phase, app_now())
        from (select tier_no, label, '' as phase from sale_price where event_id = ${eventId}::uuid and is_current and quantity is not null
              union select tier_no, label, phase from sale_price where event_id = ${eventId}::uuid and is_current and most is not null) limited
        on conflict do nothing`,
  );
}
