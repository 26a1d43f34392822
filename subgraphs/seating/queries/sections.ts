// Snapshots of sections in memory. Before each use a snapshot is updated from the change log, in one prepared statement. So an answer is
// current, but only changed seats are read.
import { LRUCache } from "lru-cache";
import type { Database } from "../../../platform/postgres/database.ts";
import { camelCased, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { seatAt, selectStoredSeats, type Seat, type StoredSeat } from "../entities/seat.ts";

export interface Sections {
  /** Current seats in order; empty for an unknown section. */
  seatsOf(eventId: string, sectionId: string): Promise<Seat[]>;
}

/** Limit of the cache. Measured: 110 MB. */
const MOST_SEATS_KEPT = 100_000;

interface Section {
  /** Number of the last change in the snapshot. */
  seq: number;
  /** Seats with consecutive numbers. */
  seats: StoredSeat[];
}

interface State {
  seq: number;
  /** Number of the oldest change in the log; null if the log is empty. */
  oldest: number | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether the event has several prices. */
  isPriced: boolean;
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
      sql`select sale.change_seq as seq, sale.prices_version > 0 as is_priced, (select min(seq) from seat_change where event_id = sale.event_id) as oldest,
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
    return at(state.seats, state);
  }

  /** Undefined if the log does not reach back far enough. */
  async function readChanges(section: Section, eventId: string, sectionId: string): Promise<Seat[] | undefined> {
    const since = section.seq;
    const changed = sql`select distinct unnest(seat_nos) as no from seat_change where event_id = ${eventId}::uuid and seq > ${since}::bigint offset 0`;
    // LATERAL with OFFSET 0 prevents flattening: each seat is read by its key, whatever number of rows the planner estimates.
    const seat = selectStoredSeats(sql`seat.event_id = ${eventId}::uuid and seat.no = changed.no offset 0`);
    const state = await read(
      "section changes",
      eventId,
      sql`select seat.* from (${changed}) changed cross join lateral (${seat}) seat where seat.section_id = ${sectionId}::uuid`,
    );
    const reaches = state && (state.seq === since || (state.oldest !== null && state.oldest <= since + 1));
    if (!reaches || state.seq < since) return undefined;
    // A concurrent request may have applied a newer state.
    if (state.seq > section.seq) {
      const first = section.seats[0]!.no;
      for (const now of state.seats) section.seats[now.no - first] = now;
      section.seq = state.seq;
    }
    return at(section.seats, state);
  }

  return {
    seatsOf: async (eventId, sectionId) => {
      const section = kept.get(`${eventId}.${sectionId}`);
      return (section && (await readChanges(section, eventId, sectionId))) ?? readWhole(eventId, sectionId);
    },
  };
}

/** Seats do not change with the prices of the event, so the snapshot may not know of them. */
const at = (seats: StoredSeat[], { now, isPriced }: State): Seat[] =>
  seats.map((seat) => (seat.isPriced === isPriced ? seatAt(seat, now) : { ...seatAt(seat, now), isPriced }));
