// Who waits on a list, as the matching needs it. The caller has locked the list.
import { isGuest } from "../../../domain/guests.ts";
import type { Limits, Waiting } from "../../../domain/waitlist.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { LockedWaitlist } from "./waitlist-rows.ts";

export interface Entry extends Waiting {
  userId: string;
}

/** In the order of the list. */
export async function waitingOn(tx: Tx, { eventId, verifiedBuyersOnly, now }: LockedWaitlist): Promise<Entry[]> {
  const found = await rows<Omit<Entry, "heldBackSince"> & { heldBackSince: Date | null }>(
    tx,
    sql`select e.id, e.user_id, e.quantity, e.at_least, e.together, e.wheelchair_places, e.tier_nos, e.section_nos, e.held_back_since,
          s.max_seats_per_buyer - owned.n as room
        from waitlist_entry e join sale s using (event_id) cross join lateral seats_of_buyer(e.event_id, e.user_id, ${now}) owned
        where e.event_id = ${eventId}::uuid and e.state = 'WAITING' order by e.no`,
  );
  return found.map((entry) => ({
    ...entry,
    heldBackSince: entry.heldBackSince?.getTime() ?? null,
    ...(verifiedBuyersOnly && isGuest(entry.userId) && { refusal: "NOT_SOLD" as const }),
  }));
}

/** Groups get no seats kept for them this long before the start. */
const NO_HOLD_BACK_MS = 48 * 3_600_000;

export function limitsOf({ now, startsAt, holdBackSeconds }: LockedWaitlist): Omit<Limits, "most"> {
  const isSoon = startsAt !== null && startsAt.getTime() - now.getTime() <= NO_HOLD_BACK_MS;
  return { now: now.getTime(), holdBackMs: isSoon ? 0 : holdBackSeconds * 1_000 };
}
