// Live seat map. The change log in PostgreSQL is the source of truth, and its numbers are the cursor. Redis only signals when to read. One
// reader per event and process serves all subscribers. Pending changes of a subscriber are merged to the newest state of each seat. So a
// slow subscriber costs memory for the seats of one event at most. A read is one SQL statement that returns seats and counts as JSON, so
// they are consistent.
import type { Database } from "../../../platform/postgres/database.ts";
import { notFound } from "../../../platform/core/errors.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { createMailbox } from "../../../platform/core/mailbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { camelCased, row, sql } from "../../../platform/postgres/sql.ts";
import { changeTopic } from "../engine/sale.ts";
import { selectSeats, type Seat } from "../entities/seat.ts";
import { selectTierCounts, toAvailability, type TierCounts } from "../queries/availability.ts";
import { decodeSeq, encodeSeq } from "../queries/change-cursor.ts";

/** Changes within this time form one message. */
const MERGE_MS = 50;
/** Polling interval, because notifications can be lost. */
const LOOK_ANYWAY_MS = 1_000;

interface Snapshot {
  seq: number;
  /** Number of the oldest change in the log; null if the log is empty. */
  oldest: number | null;
  /** Hash of the code that a subscriber must have; null for an event that is open to all. */
  accessHash: string | null;
  seats: Seat[];
  tiers: TierCounts[];
}

export interface SeatsChanged {
  eventId: string;
  seats: Seat[];
  availability: ReturnType<typeof toAvailability>;
  cursor: string;
  reset: boolean;
  first?: true;
}

/** Seats that changed after `seq`, in their current state, and the counts. One statement reads both, so they are consistent. */
async function readChanges(
  database: Pick<Database, "read">,
  eventId: string,
  seq: number | null,
): Promise<Snapshot | undefined> {
  const since = sql`select unnest(seat_nos) from seat_change where event_id = ${eventId}::uuid and seq > ${seq ?? Number.MAX_SAFE_INTEGER}`;
  const found = await row<{
    seq: number;
    oldest: number | null;
    accessHash: string | null;
    seats: Record<string, unknown>[];
    tiers: Record<string, unknown>[];
  }>(
    database.read(),
    sql`select sale.change_seq as seq, sale.access_hash, (select min(seq) from seat_change where event_id = sale.event_id) as oldest,
          (select coalesce(json_agg(s order by s.no), '[]') from (${selectSeats(sql`seat.event_id = ${eventId}::uuid and seat.no in (${since})`)}) s) as seats,
          (select coalesce(json_agg(t), '[]') from (${selectTierCounts(sql`t.event_id = ${eventId}::uuid`)}) t) as tiers
        from sale where sale.event_id = ${eventId}::uuid`,
  );
  return (
    found && {
      seq: found.seq,
      oldest: found.oldest,
      accessHash: found.accessHash,
      seats: found.seats.map(camelCased<Seat>),
      tiers: found.tiers.map(camelCased<TierCounts>),
    }
  );
}

type Listener = (snapshot: Snapshot) => void;

interface EventFeed {
  listeners: Set<Listener>;
  stop(): void;
}

export interface LiveSeats {
  /**
   * @param access hash of the subscriber's access code
   * @throws GraphQLError NOT_FOUND for an event that was never on sale, or that is private and has another code; BAD_USER_INPUT for a bad cursor
   */
  follow(eventId: string, after: string | null, access?: string | null): Promise<AsyncIterableIterator<SeatsChanged>>;
  stop(): void;
}

export function createLiveSeats(database: Pick<Database, "read">, notifier: Pick<ChangeNotifier, "listen">): LiveSeats {
  const feeds = new Map<string, Promise<EventFeed>>();

  async function startFeed(eventId: string): Promise<EventFeed> {
    const listeners = new Set<Listener>();
    // Cursor of the feed. Every subscriber reads at least this far by itself; without it, changes before the next read would be lost.
    let { seq, accessHash } = (await readChanges(database, eventId, null))!;
    let timer: NodeJS.Timeout | undefined;
    let stopped = false;
    let reading = false;
    let again = false;

    async function look(): Promise<void> {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      again = false;
      try {
        const snapshot = await readChanges(database, eventId, seq);
        if (snapshot && (snapshot.seq !== seq || snapshot.accessHash !== accessHash)) {
          ({ seq, accessHash } = snapshot);
          for (const listener of listeners) listener(snapshot);
        }
      } catch {
        // The database is not available: the next read tries again.
      } finally {
        reading = false;
        plan(again ? MERGE_MS : LOOK_ANYWAY_MS);
      }
    }
    function plan(inMs: number): void {
      if (stopped) return;
      clearTimeout(timer);
      timer = setTimeout(() => void look(), inMs);
    }
    let hinted = false;
    const unlisten = notifier.listen(changeTopic(eventId), () => {
      if (reading) again = true;
      else if (!hinted) {
        hinted = true;
        setTimeout(() => {
          hinted = false;
          void look();
        }, MERGE_MS);
      }
    });
    // Changes between the first read and `listen` were not signalled.
    plan(MERGE_MS);
    return {
      listeners,
      stop: () => {
        stopped = true;
        clearTimeout(timer);
        unlisten();
      },
    };
  }

  async function join(eventId: string, listener: Listener): Promise<() => void> {
    for (;;) {
      let starting = feeds.get(eventId);
      if (!starting) feeds.set(eventId, (starting = startFeed(eventId)));
      const watch = await starting.catch((error: unknown) => {
        if (feeds.get(eventId) === starting) feeds.delete(eventId);
        throw error;
      });
      // The last listener may have stopped the feed in the meantime.
      if (feeds.get(eventId) !== starting) continue;
      watch.listeners.add(listener);
      return () => {
        watch.listeners.delete(listener);
        if (watch.listeners.size > 0 || feeds.get(eventId) !== starting) return;
        feeds.delete(eventId);
        watch.stop();
      };
    }
  }

  async function follow(
    requested: string,
    after: string | null,
    access: string | null = null,
  ): Promise<AsyncIterableIterator<SeatsChanged>> {
    const eventId = uuidOrNull(requested);
    const from = after === null ? null : decodeSeq(after);
    const known =
      eventId &&
      (await row(
        database.read(),
        sql`select 1 from sale where event_id = ${eventId} and not is_tombstone(event_id, organization_id) and may_enter(access_hash, ${access}::text)`,
      ));
    if (!eventId || !known) throw notFound("event");
    // Join before the first read: changes in between are in the read, in the feed, or in both.
    const early: Snapshot[] = [];
    let told: number | undefined;
    const tell = (snapshot: Snapshot) => {
      if (told === undefined) early.push(snapshot);
      else if (!mayEnter(snapshot, access)) mailbox.end(notFound("event"));
      else if (snapshot.seq > told) {
        told = snapshot.seq;
        mailbox.put(message(eventId, snapshot));
      }
    };
    const leave = await join(eventId, tell);
    const mailbox = createMailbox<SeatsChanged>({ merge, onEnd: leave, minGapMs: MERGE_MS });
    try {
      const first = (await readChanges(database, eventId, from))!;
      if (!mayEnter(first, access)) throw notFound("event");
      const reset =
        from !== null && (from > first.seq || (first.seq > from && (first.oldest === null || first.oldest > from + 1)));
      mailbox.put({ ...message(eventId, reset ? { ...first, seats: [] } : first), reset, first: true });
      told = first.seq;
      early.forEach(tell);
    } catch (error) {
      mailbox.end();
      throw error;
    }
    return mailbox;
  }

  return {
    follow,
    stop: () => {
      for (const watch of feeds.values())
        void watch.then(
          ({ stop }) => stop(),
          () => {},
        );
      feeds.clear();
    },
  };
}

/** False if the event has become private in the meantime, or has another code. */
function mayEnter({ accessHash }: Snapshot, access: string | null): boolean {
  return accessHash === null || accessHash === access;
}

/** Keeps the newest state of each seat. The first message is not merged: it marks the start of the stream. */
function merge(older: SeatsChanged, newer: SeatsChanged): SeatsChanged | undefined {
  if (older.first) return undefined;
  const seats = new Map([...older.seats, ...newer.seats].map((seat) => [seat.no, seat]));
  return { ...newer, seats: [...seats.values()] };
}

function message(eventId: string, snapshot: Snapshot): SeatsChanged {
  return {
    eventId,
    seats: snapshot.seats,
    availability: toAvailability(snapshot.tiers),
    cursor: encodeSeq(snapshot.seq),
    reset: false,
  };
}
