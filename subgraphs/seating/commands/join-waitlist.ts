// Joining and leaving a waiting list. Entries are numbered under the lock of the list. Raw SQL: locks.
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { accessHash } from "../../../domain/access-code.ts";
import { isGuest } from "../../../domain/guests.ts";
import { AlreadyWaiting, SeatLimitReached, VerifiedBuyersOnly, WaitlistNotOpen } from "../errors.ts";
import type { JoinWaitlist } from "../engine/waitlist/inputs.ts";
import { changeTogether } from "./several-holds.ts";
import { CLOCK } from "./waitlist-seats.ts";

interface List {
  isOpen: boolean;
  maxSeatsPerBuyer: number;
  verifiedBuyersOnly: boolean;
  now: Date;
}

/** Returns the ID of the entry. Refusals: NotFound, WaitlistNotOpen, AlreadyWaiting, SeatLimitReached, VerifiedBuyersOnly, IdempotencyKeyReused. */
export function joinWaitlist(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: JoinWaitlist,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "joinWaitlist", key, input }, async () => {
    const eventId = uuidOrNull(input.eventId);
    const access = input.accessCode == null ? null : accessHash(input.accessCode);
    const list = eventId ? await lockToJoin(tx, eventId, access) : undefined;
    if (!eventId || !list) throw new NotFound("waiting list");
    if (list.verifiedBuyersOnly && isGuest(userId)) throw new VerifiedBuyersOnly();
    if (!list.isOpen) throw new WaitlistNotOpen();
    if (input.quantity > list.maxSeatsPerBuyer) throw new SeatLimitReached(list.maxSeatsPerBuyer);
    const tierNos = await numbersOf(tx, sql`sale_tier`, sql`tier_id`, eventId, input.priceTierIds, "price tier");
    const sectionNos = await numbersOf(tx, sql`sale_section`, sql`section_id`, eventId, input.sectionIds, "section");
    const id = uuid();
    const { quantity, atLeast, together, wheelchairPlaces } = input;
    const added = await rows(
      tx,
      sql`with numbered as (
            update waitlist set last_no = last_no + 1, seen_seq = null where event_id = ${eventId}::uuid returning last_no
          )
          insert into waitlist_entry (id, event_id, no, user_id, quantity, at_least, together, wheelchair_places, tier_nos, section_nos, joined_at)
          select ${id}::uuid, ${eventId}::uuid, last_no, ${userId}::uuid, ${quantity}::int, ${atLeast}::int, ${together}::boolean, ${wheelchairPlaces}::int,
            ${tierNos}::int[], ${sectionNos}::int[], ${list.now} from numbered
          on conflict (event_id, user_id) where state in ('WAITING', 'OFFERED') do nothing returning 1`,
    );
    if (added.length === 0) throw new AlreadyWaiting();
    reach("waiting list joined, not committed");
    return id;
  });
}

function lockToJoin(tx: Tx, eventId: string, access: string | null): Promise<List | undefined> {
  return row(
    tx,
    sql`select w.state = 'OPEN' and s.waitlist_no is not null and s.state <> 'CLOSED' and least(s.sales_end_at, s.closes_at) > ${CLOCK}
            and coalesce(s.starts_at - make_interval(secs => w.closes_before_start_seconds) > ${CLOCK}, true) as is_open,
          s.max_seats_per_buyer, s.verified_buyers_only, ${CLOCK} as now
        from waitlist w join sale s using (event_id) where w.event_id = ${eventId}::uuid and may_enter(s.access_hash, ${access}::text) for update of w`,
  );
}

type SqlPart = ReturnType<typeof sql>;

/** Numbers of what the IDs name. @throws NotFound */
async function numbersOf(
  tx: Tx,
  table: SqlPart,
  column: SqlPart,
  eventId: string,
  given: string[],
  what: string,
): Promise<number[]> {
  if (given.length === 0) return [];
  const ids = given.map((id) => uuidOrNull(id));
  const found = await rows<{ no: number }>(
    tx,
    sql`select no from ${table} where event_id = ${eventId}::uuid and ${column} = any(${ids}::uuid[]) order by no`,
  );
  if (found.length < new Set(ids).size) throw new NotFound(what);
  return found.map(({ no }) => no);
}

/** The seats of an open offer go to the next ones. An entry that has ended stays as it is. @throws NotFound */
export async function leaveWaitlist(
  tx: Tx,
  notifier: ChangeNotifier,
  { entryId, userId }: { entryId: string; userId: string },
): Promise<void> {
  const entry = await row<{ eventId: string }>(
    tx,
    sql`select event_id from waitlist_entry where id = ${entryId}::uuid and user_id = ${userId}::uuid`,
  );
  if (!entry) throw new NotFound("entry of a waiting list");
  await endEntry(tx, notifier, { id: entryId, eventId: entry.eventId });
  reach("waiting list left, not committed");
}

/** Of a person who is erased. */
export async function endEntriesOf(tx: Tx, notifier: ChangeNotifier, userId: string): Promise<void> {
  const open = await rows<{ id: string; eventId: string }>(
    tx,
    sql`select id, event_id from waitlist_entry where user_id = ${userId}::uuid and state in ('WAITING', 'OFFERED') order by event_id`,
  );
  for (const entry of open) await endEntry(tx, notifier, entry);
}

/** What an order has taken over stays the order's. */
async function endEntry(
  tx: Tx,
  notifier: ChangeNotifier,
  { id, eventId }: { id: string; eventId: string },
): Promise<void> {
  await rows(tx, sql`select 1 from sale where event_id = ${eventId}::uuid for update`);
  await rows(tx, sql`select 1 from waitlist where event_id = ${eventId}::uuid for update`);
  const ended = await row<{ holdId: string | null; wasOffered: boolean }>(
    tx,
    sql`update waitlist_entry e set state = 'LEFT', ended_at = ${CLOCK} from waitlist_entry old
        where e.id = ${id}::uuid and old.id = e.id and e.state in ('WAITING', 'OFFERED') returning e.hold_id, old.state = 'OFFERED' as was_offered`,
  );
  if (ended?.wasOffered && ended.holdId)
    await changeTogether(tx, notifier, [{ id: ended.holdId, eventId }], "RELEASE", null);
}

/** Entries that have ended. */
export const keptWaitlistEntries = keptFor("waitlist_entry", "ended_at", "30 days");
