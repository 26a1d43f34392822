// Prices of the seats of holds, with their promo codes, and promo codes of events.
import { z } from "zod";
import { manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Breakdown } from "../../../domain/pricing.ts";
import type { PromoCode } from "../entities/promo-code.ts";
import { statement } from "../entities/tables.ts";

export interface PricedSeat {
  holdId: string;
  eventId: string;
  no: number;
  currency: string;
  breakdown: Breakdown;
  /** Promo code of the hold, whether or not it covers this seat. */
  promoCode: string | null;
  /** Null for an event with one price for each tier. */
  priceName: string | null;
}

/** Prices of the seats of holds, in order of the seats. Raw SQL: it calls a function of the engine. */
export function pricesOfHolds(database: Database, holdIds: readonly string[]): Promise<PricedSeat[]> {
  return rows(
    database.read(),
    sql`select hold_id, event_id, no, currency, breakdown, promo_code, price_name from seats_of_holds(${holdIds}::uuid[])`,
  );
}

export function pricesOfHold(database: Database) {
  return manyById(
    (ids) => pricesOfHolds(database, ids),
    ({ holdId }) => holdId,
  );
}

const cursorSchema = z.object({ no: cursorKey.int });

type Asked = { eventId: string; ofNo?: number; code?: string } & Page<z.infer<typeof cursorSchema>>;

const codes = statement((db, given: Asked, { sql: by, has }) =>
  db
    .selectFrom("promo_code as c")
    .innerJoin("sale", "sale.eventId", "c.eventId")
    .leftJoin("sale_channel as channel", (join) =>
      join.onRef("channel.eventId", "=", "c.eventId").onRef("channel.no", "=", "c.channelNo"),
    )
    .select(["c.eventId", "c.no", "c.code", "c.discount", "channel.name as channel", "sale.currency", "c.opens"])
    .select(["c.maxTickets", "c.maxTicketsPerBuyer", "c.startsAt", "c.endsAt"])
    .select((of) => [
      of
        .selectFrom("promo_code_price as price")
        .innerJoin("sale_tier as tier", (join) =>
          join.onRef("tier.eventId", "=", "price.eventId").onRef("tier.no", "=", "price.tierNo"),
        )
        .select((priced) =>
          by`jsonb_agg(jsonb_build_object('id', ${priced.ref("tier.tierId")}, 'name', ${priced.ref("tier.name")},
                                          'price', ${priced.ref("price.price")}) order by ${priced.ref("tier.no")})`.as(
            "tiers",
          ),
        )
        .whereRef("price.eventId", "=", "c.eventId")
        .whereRef("price.codeNo", "=", "c.no")
        .as("tiers"),
      by<number>`tickets_with_code(${of.ref("c.eventId")}, ${of.ref("c.no")}, app_now())`.as("ticketsUsed"),
    ])
    .where("c.eventId", "=", given.eventId)
    .where("c.packageName", "is", null)
    .where("c.batchName", "is", null)
    .$if(has("ofNo"), (one) => one.where("c.no", "=", given.ofNo!))
    .$if(has("code"), (one) => one.where("c.code", "=", given.code!))
    .$if(has("no"), (rest) => rest.where("c.no", "<", given.no!))
    .$if(has("limit"), (page) => page.orderBy("c.no", "desc").limit(given.limit!))
    .$castTo<PromoCode>(),
);

const allCodes = statement((db, { eventId }: { eventId: string }) =>
  db
    .selectFrom("promo_code")
    .select("no")
    .where("eventId", "=", eventId)
    .where("packageName", "is", null)
    .where("batchName", "is", null),
);

export function promoCode(database: Database, eventId: string, no: number): Promise<PromoCode | undefined> {
  return codes.row(database.read(), { eventId, ofNo: no });
}

export function promoCodeNamed(database: Database, eventId: string, code: string): Promise<PromoCode | undefined> {
  return codes.row(database.read(), { eventId, code });
}

/** Newest first. */
export async function promoCodesOf(
  database: Database,
  eventId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<PromoCode>> {
  const request = pageRequest(args, cursorSchema);
  const em = database.read();
  return connectionOf(
    await codes.rows(em, { eventId, ...pageOf(request) }),
    request,
    () => allCodes.count(em, { eventId }),
    ({ no }) => ({ no }),
  );
}
