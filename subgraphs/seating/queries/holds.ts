// Holds with their current status: the clock of the database decides about their expiry.
import type { Database } from "../../../platform/postgres/database.ts";
import type { Hold } from "../entities/hold.ts";
import { statement } from "../entities/tables.ts";
import type { HoldStatus } from "../schema.generated.ts";

/** Either by their ids, or the active ones of a buyer. */
interface Wanted {
  ids?: readonly string[];
  buyerId?: string;
}

const MOST_LISTED = 100;

const holds = statement((db, given: Wanted, { sql: by, has }) =>
  db
    .selectFrom("hold as h")
    .innerJoin("sale", "sale.eventId", "h.eventId")
    .select([
      "h.id",
      "h.eventId",
      "h.buyerId",
      "h.orderId",
      "h.seatNos",
      "h.total",
      "h.expiresAt",
      "h.createdAt",
      "h.packageGroup",
    ])
    .select((of) => [
      of
        .case()
        .when(of.and([of("h.status", "=", "ACTIVE"), of("h.expiresAt", "<=", by<Date>`app_now()`)]))
        .then(by.lit<HoldStatus>("EXPIRED"))
        .else(of.ref("h.status"))
        .end()
        .as("status"),
      of
        .selectFrom("promo_code as c")
        .select("c.code")
        .whereRef("c.eventId", "=", "h.eventId")
        .whereRef("c.no", "=", "h.codeNo")
        .where("c.packageName", "is", null)
        .where("c.batchName", "is", null)
        .as("promoCode"),
      of
        .selectFrom("promo_code as c")
        .select("c.batchName")
        .whereRef("c.eventId", "=", "h.eventId")
        .whereRef("c.no", "=", "h.codeNo")
        .as("accessCodeName"),
      // Holds of a package are extended together.
      by<Date>`case when ${of.ref("h.packageGroup")} is null
        then greatest(${of.ref("h.expiresAt")}, ${of.ref("h.createdAt")} + make_interval(secs => ${of.ref("sale.maxHoldSeconds")}))
        else (select min(greatest(part.expires_at, part.created_at + make_interval(secs => s.max_hold_seconds)))
              from hold part join sale s on s.event_id = part.event_id where part.package_group = ${of.ref("h.packageGroup")}) end`.as(
        "extendableUntil",
      ),
    ])
    .$if(has("ids"), (known) => known.where((of) => by<boolean>`${of.ref("h.id")} = any(${given.ids}::uuid[])`))
    .$if(has("buyerId"), (active) =>
      active
        .where("h.buyerId", "=", given.buyerId!)
        .where("h.status", "=", "ACTIVE")
        .where("h.expiresAt", ">", by<Date>`app_now()`)
        .orderBy("h.expiresAt")
        .orderBy("h.id")
        .limit(MOST_LISTED),
    ),
);

export function holdsById(database: Database, ids: readonly string[]): Promise<Hold[]> {
  return holds.rows(database.read(), { ids });
}

/** The first to expire first. */
export function activeHoldsOf(database: Database, buyerId: string): Promise<Hold[]> {
  return holds.rows(database.read(), { buyerId });
}
