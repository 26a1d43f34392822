// The seats of the sections that people look at, kept in memory. Before each use they are brought up to date from the log of changes, in one
// prepared statement of SQL: what is answered is what PostgreSQL has at that moment, but only what has changed is read.
import { LRUCache } from "lru-cache";
import type { Database } from "../../../platform/postgres/database.ts";
import { camelCased, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { seatAt, selectStoredSeats, type Seat, type StoredSeat } from "../entities/seat.ts";

export interface Sections {
  /** As they are now, in their order; none for a section that the event does not have. */
  seatsOf(eventId: string, sectionId: string): Promise<Seat[]>;
}

/** Measured: 110 MB. */
const MOST_SEATS_KEPT = 100_000;

interface Section {
  /** Number of the last change that is in it. */
  seq: number;
  /** Their numbers follow each other. */
  seats: StoredSeat[];
}

interface State {
  seq: number;
  /** The number of the oldest change that is still in the log; null if there is none. */
  oldest: number | null;
  /** Milliseconds since 1970. */
  now: number;
  seats: StoredSeat[];
}

export function createSections(database: Pick<Database, "prepared">): Sections {
  const kept = new LRUCache<string, Section>({
    maxSize: MOST_SEATS_KEPT,
    sizeCalculation: ({ seats }) => seats.length,
  });

  async function read(name: string, eventId: string, seats: Sql): Promise<State | undefined> {
    const [state] = await database.prepared<Omit<State, "seats"> & { seats: Record<string, unknown>[] }>(
      name,
      sql`select sale.change_seq as seq, (select min(seq) from seat_change where event_id = sale.event_id) as oldest,
            (extract(epoch from app_now()) * 1000)::float8 as now, (select coalesce(json_agg(s order by s.no), '[]') from (${seats}) s) as seats
          from sale where sale.event_id = ${eventId}::uuid`,
    );
    return state && { ...state, seats: state.seats.map(camelCased<StoredSeat>) };
  }

  async function readWhole(eventId: string, sectionId: string): Promise<Seat[]> {
    const no = sql`select no from sale_section where event_id = ${eventId}::uuid and section_id = ${sectionId}::uuid`;
    const where = sql`seat.event_id = ${eventId}::uuid and seat.section_no = (${no})`;
    const state = await read("section", eventId, selectStoredSeats(where));
    if (!state || state.seats.length === 0) return [];
    kept.set(`${eventId}.${sectionId}`, { seq: state.seq, seats: state.seats });
    return at(state.seats, state.now);
  }

  /** Undefined where the log does not reach back far enough. */
  async function readChanges(section: Section, eventId: string, sectionId: string): Promise<Seat[] | undefined> {
    const since = section.seq;
    const changed = sql`select distinct unnest(seat_nos) as no from seat_change where event_id = ${eventId}::uuid and seq > ${since}::bigint offset 0`;
    // Lateral, and not to be flattened: by the number of each, whatever the planner believes of how many there are.
    const seat = selectStoredSeats(sql`seat.event_id = ${eventId}::uuid and seat.no = changed.no offset 0`);
    const state = await read(
      "section changes",
      eventId,
      sql`select seat.* from (${changed}) changed cross join lateral (${seat}) seat where seat.section_id = ${sectionId}::uuid`,
    );
    const reaches = state && (state.seq === since || (state.oldest !== null && state.oldest <= since + 1));
    if (!reaches || state.seq < since) return undefined;
    // Somebody else's answer may have been newer.
    if (state.seq > section.seq) {
      const first = section.seats[0]!.no;
      for (const now of state.seats) section.seats[now.no - first] = now;
      section.seq = state.seq;
    }
    return at(section.seats, state.now);
  }

  return {
    seatsOf: async (eventId, sectionId) => {
      const section = kept.get(`${eventId}.${sectionId}`);
      return (section && (await readChanges(section, eventId, sectionId))) ?? readWhole(eventId, sectionId);
    },
  };
}

const at = (seats: StoredSeat[], now: number): Seat[] => seats.map((seat) => seatAt(seat, now));
