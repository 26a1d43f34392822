import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Hold } from "../entities/hold.ts";
import { parseSeatId, seatId, selectSeats, type Seat } from "../entities/seat.ts";
import { pricesOfHold } from "./prices.ts";
import { tierCounts } from "./availability.ts";

export type Loaders = ReturnType<typeof createLoaders>;

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
    /** With the status that time has made of it. */
    hold: byId<Hold>(
      (ids) =>
        rows(
          database.read(),
          sql`select h.id, h.event_id, h.buyer_id, case when h.status = 'ACTIVE' and h.expires_at <= app_now() then 'EXPIRED' else h.status end as status,
                h.order_id, h.seat_nos, h.total, (select code from promo_code c where c.event_id = h.event_id and c.no = h.code_no) as promo_code, h.expires_at, h.created_at, greatest(h.expires_at, h.created_at + make_interval(secs => sale.max_hold_seconds)) as extendable_until
              from hold h join sale using (event_id) where h.id = any(${ids}::uuid[])`,
        ),
      (hold) => hold.id,
    ),
    pricesOfHold: pricesOfHold(database),
    tierCounts: manyById(
      (eventIds) => tierCounts(database, eventIds),
      (tier) => tier.eventId,
    ),
  };
}
