import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Hold } from "../entities/hold.ts";
import { statement } from "../entities/tables.ts";
import type { HoldStatus } from "../schema.generated.ts";
import { parseSeatId, seatId, selectSeats, type Seat } from "../entities/seat.ts";
import { pricesOfEvent } from "./current-prices.ts";
import { pricesOfHold } from "./prices.ts";
import { tierCounts } from "./availability.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** Holds with their current status. */
const holds = statement((db, { ids }: { ids: readonly string[] }, { sql: by }) =>
  db
    .selectFrom("hold as h")
    .innerJoin("sale", "sale.eventId", "h.eventId")
    .select(["h.id", "h.eventId", "h.buyerId", "h.orderId", "h.seatNos", "h.total", "h.expiresAt", "h.createdAt"])
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
        .as("promoCode"),
      by<Date>`greatest(${of.ref("h.expiresAt")}, ${of.ref("h.createdAt")} + make_interval(secs => ${of.ref("sale.maxHoldSeconds")}))`.as(
        "extendableUntil",
      ),
    ])
    .where((of) => by<boolean>`${of.ref("h.id")} = any(${ids}::uuid[])`),
);

export function createLoaders(database: Database) {
  return {
    seat: byId<Seat>((ids) => {
      const keys = ids.flatMap((id) => parseSeatId(id) ?? []);
      return rows(
        database.read(),
        selectSeats(
          sql`(seat.event_id, seat.no) in (select * from unnest(${keys.map((key) => key.eventId)}::uuid[], ${keys.map((key) => key.no)}::int[])) and not is_tombstone(sale.event_id, sale.organization_id)`,
        ),
      );
    }, seatId),
    hold: byId<Hold>(
      (ids) => holds.rows(database.read(), { ids }),
      (hold) => hold.id,
    ),
    pricesOfHold: pricesOfHold(database),
    pricesOfEvent: pricesOfEvent(database),
    tierCounts: manyById(
      (eventIds) => tierCounts(database, eventIds),
      (tier) => tier.eventId,
    ),
  };
}
