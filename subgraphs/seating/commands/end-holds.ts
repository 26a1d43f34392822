// Ends of holds: release by the buyer, expiry, or cancellation of the event. Only seats that the hold still has are freed, so a late end
// takes no seat from a new owner. Raw SQL: idle processes run these every minute and should not load MikroORM (40 MB).
import { afterCommit, type Database, type Tx } from "../../../platform/postgres/database.ts";
import type { KeptRows } from "../../../platform/jobs/kept-rows.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Engine } from "../engine/group-commit.ts";
import { changeTopic } from "../engine/sale.ts";

interface Ended {
  id: string;
  eventId: string;
}

/** Ends up to `limit` expired holds. @returns how many it found */
export async function sweep(database: Database, engine: Engine, limit: number): Promise<number> {
  const runOut = await rows<Ended>(
    database.read(),
    sql`select id, event_id from hold where status = 'ACTIVE' and expires_at <= app_now() order by expires_at limit ${limit}`,
  );
  await Promise.all(runOut.map(({ id, eventId }) => engine.change({ eventId, holdId: id, verb: "EXPIRE" })));
  return runOut.length;
}

/** Interval until the next expiry of a hold, for the recurring job. */
export const NEXT_EXPIRY = sql`select min(expires_at) - app_now() from hold where status = 'ACTIVE'`;

const ENDED_KEPT = "30 days";

/** Retention of ended holds. Holds of orders are kept, and those whose package has others that are active. */
export const keptHolds: KeptRows = {
  table: "hold",
  policy: `released and expired ones for ${ENDED_KEPT}`,
  forget: (database, atMost) =>
    change(
      database.read(),
      sql`delete from hold where id in (
            select id from hold where status in ('RELEASED', 'EXPIRED') and expires_at < app_now() - ${ENDED_KEPT}::interval
              and not exists (select from hold part where part.package_group = hold.package_group and part.status = 'ACTIVE')
            order by expires_at limit ${atMost} for update skip locked)`,
    ),
};

/** Releases all active holds of a cancelled event, in the transaction of its message. */
export async function releaseAllHolds(tx: Tx, notifier: ChangeNotifier, eventId: string): Promise<void> {
  await rows(
    tx,
    sql`select change_holds(${eventId}::uuid, array_agg('RELEASE'::text), array_agg(id), array_agg(null::uuid), array_agg(null::text), '{}', '{}')
        from hold where event_id = ${eventId} and status = 'ACTIVE' having count(*) > 0`,
  );
  afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
}

/** Deletes rows of unverified buyers without an open hold. Locked rows are skipped. @returns how many rows */
export function forgetUnverifiedBuyers(database: Database): Promise<number> {
  return change(
    database.read(),
    sql`delete from unverified_buyer where buyer_id in (
          select buyer_id from unverified_buyer where hold_id is null or not is_open_hold(hold_id, app_now()) for update skip locked)`,
  );
}

/** Retention of the change log. Subscribers that were away longer read all seats again. */
const CHANGES_KEPT = "1 hour";

/** @returns how many entries of the log were deleted */
export function trimSeatChanges(database: Database): Promise<number> {
  return change(database.read(), sql`delete from seat_change where changed_at < now() - ${CHANGES_KEPT}::interval`);
}
