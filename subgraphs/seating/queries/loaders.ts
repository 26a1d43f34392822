import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Hold } from "../entities/hold.ts";
import { parseSeatId, seatId, selectSeats, type Seat } from "../entities/seat.ts";
import { pricesOfEvent } from "./current-prices.ts";
import { holdsById } from "./holds.ts";
import { packageById, packageOfGroup, packagesOfEvent, partsOfPackage, seatsUsed } from "./packages.ts";
import { pricesOfHold } from "./prices.ts";
import { queueById } from "./queues.ts";
import { waitlistById } from "./waitlists.ts";
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
    hold: byId<Hold>(
      (ids) => holdsById(database, ids),
      (hold) => hold.id,
    ),
    pricesOfHold: pricesOfHold(database),
    package: packageById(database),
    packagesOfEvent: packagesOfEvent(database),
    partsOfPackage: partsOfPackage(database),
    packageOfGroup: packageOfGroup(database),
    seatsUsed: seatsUsed(database),
    queue: queueById(database),
    waitlist: waitlistById(database),
    pricesOfEvent: pricesOfEvent(database),
    tierCounts: manyById(
      (eventIds) => tierCounts(database, eventIds),
      (tier) => tier.eventId,
    ),
  };
}
