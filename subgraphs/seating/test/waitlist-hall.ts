// Waiting lists of events, called by their commands in one process or several, on a separate database.
import { randomUUID } from "node:crypto";
import { silent } from "../../../testkit/notifier.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { joinWaitlist, leaveWaitlist } from "../commands/join-waitlist.ts";
import { matchWaitlists } from "../commands/match-waitlists.ts";
import { setWaitlist } from "../commands/set-waitlist.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { JoinWaitlist, SetWaitlist } from "../engine/waitlist/inputs.ts";
import type { WaitlistEntryState } from "../enums.generated.ts";

export interface StoredEntry {
  id: string;
  userId: string;
  state: WaitlistEntryState;
  holdId: string | null;
  offers: number;
  passedBecause: string | null;
  heldBackSince: Date | null;
}

const WISH = {
  quantity: 1,
  together: true,
  wheelchairPlaces: 0,
  priceTierIds: [],
  sectionIds: [],
  accessCode: null,
};

export function waitlistProcess(database: Database, engine: Engine) {
  const set = (eventId: string, change: Partial<SetWaitlist> = {}): Promise<void> =>
    database.transaction((tx) =>
      setWaitlist(tx, silent, eventId, {
        state: "OPEN",
        offerSeconds: undefined,
        holdBackSeconds: undefined,
        closesBeforeStartSeconds: undefined,
        ...change,
      }),
    );

  /** Returns the ID of the entry. @throws the refusal */
  const join = (eventId: string, wish: Partial<JoinWaitlist> = {}, userId: string = randomUUID()): Promise<string> => {
    const atLeast = wish.atLeast ?? wish.quantity ?? 1;
    const input = { ...WISH, eventId, idempotencyKey: randomUUID(), ...wish, atLeast };
    return runOnce(database, (tx) => joinWaitlist(tx, userId, input));
  };

  const leave = (entryId: string, userId: string): Promise<void> =>
    database.transaction((tx) => leaveWaitlist(tx, silent, { entryId, userId }));

  /** Looks after all lists that are due, until none is. */
  const look = async (): Promise<void> => {
    while ((await matchWaitlists(database, { engine, notifier: silent })) > 0);
  };
  return { set, join, leave, look };
}
export type WaitlistProcess = ReturnType<typeof waitlistProcess>;

/** The list is looked at now, whatever the time. */
export async function makeListDue(database: Database, eventId: string): Promise<void> {
  await rows(database.read(), sql`update waitlist set seen_seq = null where event_id = ${eventId}::uuid`);
}

export async function entry(database: Database, id: string): Promise<StoredEntry> {
  const found = await row<StoredEntry>(
    database.read(),
    sql`select id, user_id, state, hold_id, offers, passed_because, held_back_since from waitlist_entry where id = ${id}::uuid`,
  );
  return found!;
}

/** Numbers of the seats that a hold names; empty without one. */
export async function seatNosOf(database: Database, holdId: string | null): Promise<number[]> {
  const found = await row<{ seatNos: number[] }>(
    database.read(),
    sql`select seat_nos from hold where id = ${holdId}::uuid`,
  );
  return found?.seatNos ?? [];
}

/** The type of the refusal. */
export async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.typename;
    throw error;
  }
  return "none";
}

export interface TierCount {
  available: number;
  held: number;
  sold: number;
  blocked: number;
}

/** The stored counts of all tiers, and the same counted from the seats. */
export async function countsOf(
  database: Database,
  eventId: string,
): Promise<{ stored: TierCount; counted: TierCount }> {
  const found = await row<{ stored: TierCount; counted: TierCount }>(
    database.read(),
    sql`select (select json_build_object('available', sum(available), 'held', sum(held), 'sold', sum(sold), 'blocked', sum(blocked))
                from sale_tier where event_id = ${eventId}::uuid) as stored,
          (select json_build_object('available', count(*) filter (where status = 'AVAILABLE'), 'held', count(*) filter (where status = 'HELD'),
             'sold', count(*) filter (where status = 'SOLD'), 'blocked', count(*) filter (where status = 'BLOCKED'))
           from seat where event_id = ${eventId}::uuid) as counted`,
  );
  return found!;
}
