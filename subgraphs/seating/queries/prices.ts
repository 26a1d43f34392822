// What the seats of holds cost, with the codes that the holds have; and the codes of an event.
import { z } from "zod";
import { manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { Breakdown } from "../../../domain/pricing.ts";
import type { PromoCode } from "../entities/promo-code.ts";

export interface PricedSeat {
  holdId: string;
  eventId: string;
  no: number;
  currency: string;
  breakdown: Breakdown;
  /** That the hold has, whether or not it is for this seat. */
  promoCode: string | null;
}

/** Of each hold what each of its seats costs, in the order of the seats. */
export function pricesOfHolds(database: Database, holdIds: readonly string[]): Promise<PricedSeat[]> {
  return rows(
    database.read(),
    sql`select hold_id, event_id, no, currency, breakdown, promo_code from seats_of_holds(${holdIds}::uuid[])`,
  );
}

export function pricesOfHold(database: Database) {
  return manyById(
    (ids) => pricesOfHolds(database, ids),
    ({ holdId }) => holdId,
  );
}

function selectPromoCodes(where: Sql): Sql {
  return sql`select c.event_id, c.no, c.code, c.discount, channel.name as channel, sale.currency, c.max_tickets, c.max_tickets_per_buyer, c.starts_at, c.ends_at,
               (select jsonb_agg(jsonb_build_object('id', tier.tier_id, 'name', tier.name, 'price', price.price) order by tier.no)
                from promo_code_price price join sale_tier tier on tier.event_id = price.event_id and tier.no = price.tier_no
                where price.event_id = c.event_id and price.code_no = c.no) as tiers,
               tickets_with_code(c.event_id, c.no, app_now()) as tickets_used
             from promo_code c join sale using (event_id) left join sale_channel channel on channel.event_id = c.event_id and channel.no = c.channel_no where ${where}`;
}

export function promoCode(database: Database, eventId: string, no: number): Promise<PromoCode | undefined> {
  return row(database.read(), selectPromoCodes(sql`c.event_id = ${eventId} and c.no = ${no}`));
}

export function promoCodeNamed(database: Database, eventId: string, code: string): Promise<PromoCode | undefined> {
  return row(database.read(), selectPromoCodes(sql`c.event_id = ${eventId} and c.code = ${code}`));
}

const cursorSchema = z.object({ no: cursorKey.int });

/** Newest first. */
export async function promoCodesOf(
  database: Database,
  eventId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<PromoCode>> {
  const request = pageRequest(args, cursorSchema);
  const em = database.read();
  const beyond = request.after ? sql`c.no < ${request.after.no}` : sql`true`;
  const found = await rows<PromoCode>(
    em,
    sql`${selectPromoCodes(sql`c.event_id = ${eventId} and ${beyond}`)} order by c.no desc limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`promo_code where event_id = ${eventId}`),
    ({ no }) => ({ no }),
  );
}
