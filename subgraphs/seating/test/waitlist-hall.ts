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
import { ask, openEvent, openHall, planOf, seatsOf } from "./hall.ts";

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

type Rows = Parameters<typeof planOf>;
type Event = { eventId: string; holds: Map<number, string> };

export const offered = (...seats: number[]) => ({ state: "OFFERED", seats, passedBecause: null });
export const waits = (passedBecause: string | null) => ({ state: "WAITING", seats: [], passedBecause });

/** A hall with one process, and what tests do with its lists. */
export async function openWaitedHall() {
  const hall = await openHall();
  const { database } = hall;
  const engine = hall.engines[0]!;
  const list = waitlistProcess(database, engine);

  /** An event with an open list whose seats are held one by one, and its holds by the number of the seat. */
  async function waitedFor(
    rowSizes: Rows[0],
    change: Partial<SetWaitlist> = {},
    rest: Rows[1] = {},
    wheelchair: Rows[2] = [],
  ) {
    const plan = planOf(rowSizes, rest, wheelchair);
    const eventId = await openEvent(database, plan);
    const holds = new Map<number, string>();
    for (const { no } of await seatsOf(database, eventId)) holds.set(no, await ask(engine, eventId, [no]));
    await list.set(eventId, change);
    return { plan, eventId, holds };
  }

  return {
    hall,
    database,
    engine,
    list,
    waitedFor,
    giveBack: async ({ eventId, holds }: Event, ...nos: number[]): Promise<void> => {
      for (const no of nos) await engine.change({ eventId, holdId: holds.get(no)!, verb: "RELEASE" });
    },
    statusOf: async (eventId: string) => (await seatsOf(database, eventId)).map(({ status }) => status),
    /** State and seats of an entry. */
    stateOf: async (id: string) => {
      const { state, holdId, passedBecause } = await entry(database, id);
      return { state, seats: state === "OFFERED" ? await seatNosOf(database, holdId) : [], passedBecause };
    },
    /** Numbers of the seats of each change, in order. */
    changes: async (eventId: string): Promise<number[][]> => {
      const found = await rows<{ seatNos: number[] }>(
        database.read(),
        sql`select seat_nos from seat_change where event_id = ${eventId} order by seq`,
      );
      return found.map(({ seatNos }) => seatNos.toSorted((a, b) => a - b));
    },
  };
}
export type WaitedHall = Awaited<ReturnType<typeof openWaitedHall>>;
