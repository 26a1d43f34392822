// What commands on reservations find and change, under the locks of the sales of all of their holds. Each change of a seat takes such a lock, so a sale, a
// cancellation and an expiry of the same seats are decided one after the other. Raw SQL: locks and functions of the engine.
import { badInput } from "../../../platform/core/errors.ts";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { changeTopic } from "../engine/sale.ts";
import type { Reservation } from "../entities/reservation.ts";
import { lockSalesOf } from "./several-holds.ts";

export interface HeldForCounter {
  id: string;
  eventId: string;
  /** The organization, for a hold at the counter. */
  buyerId: string;
  organizationId: string;
  seatNos: number[];
  isActive: boolean;
  isReserved: boolean;
  packageGroup: string | null;
  currency: string;
  startsAt: Date | null;
  endsAt: Date;
  /** The clock of the database, which decides whether a hold has expired. */
  now: Date;
}

type HoldAt = Pick<HeldForCounter, "id" | "eventId">;

/** Not the time of the transaction's begin: it may have waited for the lock. */
const CLOCK = sql`date_trunc('milliseconds', clock_timestamp() + (app_now() - now()))`;

/** Locks the sales of the holds. The holds come in the order of the IDs. */
export async function lockHolds(tx: Tx, holdIds: string[]): Promise<HeldForCounter[]> {
  await lockSalesOf(tx, sql`id = any(${holdIds}::uuid[])`);
  const found = await rows<HeldForCounter>(
    tx,
    sql`select h.id, h.event_id, h.buyer_id, s.organization_id, h.seat_nos, h.status = 'ACTIVE' and h.expires_at > ${CLOCK} as is_active,
          h.package_group, exists (select from reservation_hold r where r.hold_id = h.id) as is_reserved,
          s.currency, s.starts_at, s.sales_end_at as ends_at, ${CLOCK} as now
        from hold h join sale s using (event_id) where h.id = any(${holdIds}::uuid[])`,
  );
  return holdIds.flatMap((id) => found.find((hold) => hold.id === id) ?? []);
}

/** Locks a reservation after the sales of its holds. `holds` are those that are still kept. */
export async function lockReservation(
  tx: Tx,
  id: string,
): Promise<{ reservation: Reservation; all: HeldForCounter[]; holds: HeldForCounter[] }> {
  const ids = await rows<{ holdId: string }>(
    tx,
    sql`select hold_id from reservation_hold where reservation_id = ${id}::uuid order by hold_id`,
  );
  const all = await lockHolds(
    tx,
    ids.map(({ holdId }) => holdId),
  );
  const reservation = (await row<Reservation>(
    tx,
    sql`select r.*, reservation_state(r.id, ${CLOCK}) as state from reservation r where r.id = ${id}::uuid for update`,
  ))!;
  return { reservation, all, holds: all.filter(({ isActive }) => isActive) };
}

/** Seats are kept until this long before the start, unless the clerk says otherwise. */
const BEFORE_THE_START_MS = 30 * 60 * 1_000;

/** @throws GraphQLError BAD_USER_INPUT that names the field */
export function checkedUntil(holds: HeldForCounter[], until: Date | null): Date {
  const [{ now }] = holds as [HeldForCounter];
  const end = new Date(Math.min(...holds.map(({ endsAt }) => endsAt.getTime())));
  const time = until ?? defaultUntil(holds);
  if (time <= now && until === null)
    throw badInput("input.until", "must be given: 30 minutes before the start, which is the default, has passed");
  if (time <= now) throw badInput("input.until", "must be in the future");
  if (time > end)
    throw badInput("input.until", `must not be after the end of the event, which is ${end.toISOString()}`);
  return time;
}

function defaultUntil(holds: HeldForCounter[]): Date {
  const starts = holds.map(({ startsAt }) => {
    if (startsAt === null) throw badInput("input.until", "must be given: the start of the event is not known here yet");
    return startsAt.getTime();
  });
  return new Date(Math.min(...starts) - BEFORE_THE_START_MS);
}

/** Moves the expiry of active holds. */
export async function keepUntil(tx: Tx, notifier: ChangeNotifier, holds: HoldAt[], until: Date): Promise<void> {
  for (const [eventId, ids] of byEvent(holds)) {
    await rows(tx, sql`select keep_holds(${eventId}::uuid, ${ids}::uuid[], ${until}::timestamptz)`);
    afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
  }
}

/** IDs of holds by event. */
function byEvent(holds: HoldAt[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, eventId } of holds) ids.set(eventId, [...(ids.get(eventId) ?? []), id]);
  return ids;
}
