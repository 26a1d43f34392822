// Looks after waiting lists: offers seats that have come back to the people who wait, in order, and puts on sale what nobody waits for. Each list
// is one transaction under the lock of its sale, so any number of processes may do this: whoever comes second finds nothing to do.
import { DomainError } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { notifyRelay, publish } from "../../../platform/messaging/outbox.ts";
import { afterCommit, type Database, type Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { offerEnd } from "../../../domain/offer-end.ts";
import { match, type PassReason } from "../../../domain/waitlist.ts";
import { WaitlistOffered } from "../../../schema/messages/seating.ts";
import type { Engine } from "../engine/group-commit.ts";
import { changeTopic } from "../engine/sale.ts";
import { poolOf } from "../engine/waitlist/pool.ts";
import { CLOCK, releasePool } from "./waitlist-seats.ts";
import { collect, collects, lockWaitlist, type LockedWaitlist } from "./waitlist-rows.ts";
import { limitsOf, waitingOn, type Entry } from "./waiting-people.ts";

/** Lists looked at in one run. */
const AT_ONCE = 20;
/** Offers of one transaction, so that the lock of the sale is short. */
const MOST_OFFERS = 20;
/** While seats are kept for a group, or can't be offered, prices and limits may change. */
const LOOK_ANYWAY_MS = 60_000;
const AFTER_FAILURE_SECONDS = 5;

/** LIMIT keeps each subquery on the index of its table: without it, PostgreSQL may hash the whole table. */
const DUE = sql`w.state <> 'ENDED' and (w.seen_seq is null or w.next_at <= app_now() or (s.change_seq > w.seen_seq and (w.state = 'OPEN'
  or (w.state = 'WHEN_SOLD_OUT' and (select true from sale_tier t where t.event_id = w.event_id and t.available = 0 and t.held + t.sold > 0 limit 1))
  or (select true from waitlist_entry e where e.event_id = w.event_id and e.state = 'OFFERED' limit 1))))`;
const LISTS = sql`waitlist w join sale s using (event_id)`;

/** Interval until the next list is due, for the recurring job. */
export const NEXT_WAITLIST = sql`select min(case when ${DUE} then interval '0' else w.next_at - app_now() end) from ${LISTS} where w.state <> 'ENDED'`;

export interface WaitlistDeps {
  engine: Engine;
  notifier: ChangeNotifier;
}

/** Returns how many lists it has looked at. @throws AggregateError at the end, for those that failed */
export async function matchWaitlists(database: Database, deps: WaitlistDeps): Promise<number> {
  const due = await rows<{ eventId: string }>(
    database.read(),
    sql`select w.event_id from ${LISTS} where ${DUE} order by w.next_at nulls first limit ${AT_ONCE}`,
  );
  const failures: unknown[] = [];
  for (const { eventId } of due) {
    try {
      await database.transaction((tx) =>
        lookAfter(tx, deps, eventId).catch((error: unknown) => {
          // The map in memory has what is rolled back now.
          deps.engine.forgetMap(eventId);
          throw error;
        }),
      );
      reach("seats offered, nothing told");
    } catch (error) {
      deps.engine.forgetMap(eventId);
      failures.push(error);
      await rows(
        database.read(),
        sql`update waitlist w set seen_seq = s.change_seq, next_at = app_now() + make_interval(secs => ${AFTER_FAILURE_SECONDS}::int)
            from sale s where s.event_id = w.event_id and w.event_id = ${eventId}::uuid`,
      );
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Waiting lists could not be looked after.");
  return due.length;
}

async function lookAfter(tx: Tx, deps: WaitlistDeps, eventId: string): Promise<void> {
  const locked = await lockWaitlist(tx, eventId);
  if (!locked || locked.state === "ENDED") return;
  await endOffers(tx, locked);
  if (locked.isOver) await endEntries(tx, locked);
  const list = { ...locked, state: await stateOf(tx, locked) };
  await collect(tx, deps.notifier, list);
  const next = collects(list) ? await offer(tx, deps, list) : NOTHING;
  await rows(
    tx,
    sql`update waitlist w set state = ${list.state}, next_at = ${nextLook(list, next.keptUntil)},
          seen_seq = case when ${next.isCut}::boolean then null else s.change_seq end
        from sale s where s.event_id = w.event_id and w.event_id = ${eventId}::uuid`,
  );
  reach("seats offered, not committed");
}

/** Open offers are bought, declined or run out; those that an order has taken over end with its message. */
async function endOffers(tx: Tx, { eventId, isOver, now }: LockedWaitlist): Promise<void> {
  await rows(
    tx,
    sql`update waitlist_entry e set state = case when h.status = 'RELEASED' and not ${isOver}::boolean then 'LEFT' else 'EXPIRED' end, ended_at = ${now}
        from hold h where e.event_id = ${eventId}::uuid and e.state = 'OFFERED' and h.id = e.hold_id
          and (h.status in ('RELEASED', 'EXPIRED') or (h.status = 'ACTIVE' and h.expires_at <= ${now}))`,
  );
}

async function endEntries(tx: Tx, { eventId, now }: LockedWaitlist): Promise<void> {
  await rows(
    tx,
    sql`update waitlist_entry set state = 'EXPIRED', ended_at = ${now} where event_id = ${eventId}::uuid and state = 'WAITING'`,
  );
}

/** A list that opens by itself does so once the public can hold nothing of a tier that was sold. */
async function stateOf(tx: Tx, { eventId, state, isOver, isOnSale }: LockedWaitlist): Promise<LockedWaitlist["state"]> {
  if (isOver) return "ENDED";
  if (state !== "WHEN_SOLD_OUT" || !isOnSale) return state;
  const soldOut = await row(
    tx,
    sql`select 1 from sale_tier t where t.event_id = ${eventId}::uuid and t.available = 0 and t.held + t.sold > 0
          and not exists (select from seat where seat.event_id = t.event_id and seat.tier_no = t.no and seat.channel_no is null
            and seat.status = 'HELD' and seat.held_until <= ${CLOCK}) limit 1`,
  );
  return soldOut ? "OPEN" : state;
}

function nextLook({ state, opensAt, endsAt, closesAt, now, isOnSale }: LockedWaitlist, keptUntil: number | null): Date {
  const times = [endsAt, opensAt, state === "OPEN" ? closesAt : null].flatMap((at) =>
    at && at > now ? [at.getTime()] : [],
  );
  if (keptUntil !== null) times.push(keptUntil, now.getTime() + LOOK_ANYWAY_MS);
  if (state === "OPEN" && !isOnSale) times.push(now.getTime() + LOOK_ANYWAY_MS);
  return new Date(Math.min(...times, now.getTime() + 86_400_000));
}

interface Next {
  keptUntil: number | null;
  isCut: boolean;
}
const NOTHING: Next = { keptUntil: null, isCut: false };

async function offer(tx: Tx, deps: WaitlistDeps, list: LockedWaitlist): Promise<Next> {
  // A person whose order has ended waits again in a moment, before those behind.
  if (await isUnsettled(tx, list)) return NOTHING;
  const waiting = await waitingOn(tx, list);
  if (waiting.length === 0) await releasePool(tx, deps.notifier, list, null);
  if (waiting.length === 0 || !list.isOnSale) return NOTHING;
  const map = await deps.engine.mapIn(tx, list.eventId);
  return map ? give(tx, deps, { list, waiting, pool: poolOf(map, list.channelKey) }) : NOTHING;
}

/** Whether an order has given back all seats of an offer, and its end has not been told yet. */
async function isUnsettled(tx: Tx, { eventId }: LockedWaitlist): Promise<boolean> {
  const found = await row(
    tx,
    sql`select 1 from waitlist_entry e join hold h on h.id = e.hold_id
        where e.event_id = ${eventId}::uuid and e.state = 'OFFERED' and h.status = 'CONVERTED'
          and not exists (select from seat where seat.event_id = h.event_id and seat.no = any(h.seat_nos) and seat.hold_id = h.id) limit 1`,
  );
  return found !== undefined;
}

interface Given {
  list: LockedWaitlist;
  waiting: Entry[];
  pool: ReturnType<typeof poolOf>;
}

/** What the engine refuses to hold, such as a seat whose price needs a code, is matched again without that person. */
async function give(tx: Tx, deps: WaitlistDeps, { list, waiting, pool }: Given): Promise<Next> {
  const { now } = list;
  const taken: number[] = [];
  const refused = new Map<string, PassReason>();
  const offered = new Set<string>();
  for (;;) {
    const open = waiting
      .filter(({ id }) => !offered.has(id))
      .map((entry) => ({ ...entry, refusal: refused.get(entry.id) ?? entry.refusal }));
    const limits = { ...limitsOf(list), most: MOST_OFFERS - offered.size };
    const matched = match(open, pool, limits, taken);
    const failed = refused.size;
    for (const { id, seatNos } of matched.offers) {
      const entry = waiting.find((one) => one.id === id)!;
      if (!(await offerTo(tx, deps, list, entry, seatNos))) {
        refused.set(id, "NOT_SOLD");
        break;
      }
      offered.add(id);
      taken.push(...seatNos);
    }
    if (refused.size > failed) continue;
    await notePassed(tx, matched.passed, matched.heldBack, now);
    if (matched.left.length > 0) await releasePool(tx, deps.notifier, list, matched.left);
    return matched;
  }
}

/** False if the engine refuses the hold. */
async function offerTo(
  tx: Tx,
  { engine, notifier }: WaitlistDeps,
  list: LockedWaitlist,
  { id, userId }: Entry,
  seatNos: number[],
): Promise<boolean> {
  const { eventId, organizationId, channelKey, accessHash } = list;
  const until = offerEnd(list);
  const request = { eventId, buyerId: userId, channelKey, accessHash, selection: { seatNos }, input: { entryId: id } };
  let holdId: string;
  try {
    ({ holdId } = await engine.holdIn(tx, { ...request, mutation: "joinWaitlist/offer", key: uuid() }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return false;
  }
  await rows(tx, sql`select keep_holds(${eventId}::uuid, array[${holdId}::uuid], ${until}::timestamptz)`);
  await rows(
    tx,
    sql`update waitlist_entry set state = 'OFFERED', hold_id = ${holdId}::uuid, offers = offers + 1, passed_because = null where id = ${id}::uuid`,
  );
  const seats = await rows<{ section: string; row: string | null; number: string | null }>(
    tx,
    sql`select section_name as section, row_label as row, number from seats_of_holds(array[${holdId}::uuid])`,
  );
  await publish(tx, WaitlistOffered, holdId, {
    entryId: id,
    holdId,
    eventId,
    organizationId,
    userId,
    seats,
    until: until.toISOString(),
  });
  afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
  afterCommit(tx, () => notifyRelay("seating"));
  return true;
}

async function notePassed(tx: Tx, passed: Map<string, PassReason>, heldBack: Set<string>, now: Date): Promise<void> {
  await rows(
    tx,
    sql`update waitlist_entry e set passed_because = p.reason,
          held_back_since = case when e.id = any(${[...heldBack]}::uuid[]) then ${now} else e.held_back_since end
        from unnest(${[...passed.keys()]}::uuid[], ${[...passed.values()]}::text[]) as p(id, reason)
        where e.id = p.id and (e.passed_because is distinct from p.reason or e.id = any(${[...heldBack]}::uuid[]))`,
  );
}
