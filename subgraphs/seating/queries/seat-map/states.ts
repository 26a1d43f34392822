// States of all seats of an event, in memory and packed. As with sections (queries/sections.ts), a snapshot is updated from the change log
// before each answer, so an answer is current. Requests that come during a read share the next one.
import { LRUCache } from "lru-cache";
import type { Database } from "../../../../platform/postgres/database.ts";
import { sql, type Sql } from "../../../../platform/postgres/sql.ts";
import { packStates, packVersions } from "../../../../domain/seat-map/packing.ts";
import { encodeSeq } from "../change-cursor.ts";

export interface PackedStates {
  cursor: string;
  packed: string;
  versions: string;
}

export interface SeatStates {
  /** Undefined for an event that was never on sale. */
  statesOf(eventId: string): Promise<PackedStates | undefined>;
}

/** Limit of the cache: 30 MB. */
const MOST_SEATS_KEPT = 2_000_000;

/** Columns by the index of the seat in the layout. */
interface Snapshot {
  seq: number;
  codes: Uint8Array;
  /** As stored. */
  versions: Uint32Array;
  /** Milliseconds since 1970; Infinity if the state does not expire. */
  heldUntil: Float64Array;
  /** State after that. */
  freeCodes: Uint8Array;
  packed: (PackedStates & { at: number; validUntil: number }) | undefined;
}

/** No, code, version as stored, end of the hold, code after that. */
type StoredState = [no: number, code: number, version: number, heldUntil: number | null, freeCode: number];

interface State {
  seq: number;
  /** Number of the oldest change in the log; null if the log is empty. */
  oldest: number | null;
  /** Milliseconds since 1970. */
  now: number;
  seats: StoredState[];
}

const STORED = sql`json_build_array(seat.no, array_position(array['AVAILABLE', 'HELD', 'SOLD', 'BLOCKED'], seat.status) - 1, seat.version * 2,
  (extract(epoch from seat.held_until) * 1000)::float8, case when seat.channel_no is null then 0 else 3 end)`;

export function createSeatStates(database: Pick<Database, "prepared">): SeatStates {
  const kept = new LRUCache<string, Snapshot>({
    maxSize: MOST_SEATS_KEPT,
    sizeCalculation: ({ codes }) => Math.max(1, codes.length),
  });
  const reading = new Map<string, Promise<PackedStates | undefined>>();
  const waiting = new Map<string, Promise<PackedStates | undefined>>();

  async function read(name: string, eventId: string, seats: Sql): Promise<State | undefined> {
    const [state] = await database.prepared<State>(
      name,
      sql`select sale.change_seq as seq, (select min(seq) from seat_change where event_id = sale.event_id) as oldest,
            (extract(epoch from app_now()) * 1000)::float8 as now, (select coalesce(json_agg(s.state), '[]') from (${seats}) s) as seats
          from sale where sale.event_id = ${eventId}::uuid`,
    );
    return state;
  }

  async function readWhole(eventId: string): Promise<PackedStates | undefined> {
    const all = sql`select ${STORED} as state from seat where seat.event_id = ${eventId}::uuid order by seat.no`;
    const state = await read("seat states", eventId, all);
    if (!state) return undefined;
    const seats = state.seats.length;
    const snapshot: Snapshot = {
      seq: state.seq,
      codes: new Uint8Array(seats),
      versions: new Uint32Array(seats),
      heldUntil: new Float64Array(seats),
      freeCodes: new Uint8Array(seats),
      packed: undefined,
    };
    apply(snapshot, state);
    kept.set(eventId, snapshot);
    return packedAt(snapshot, state.now);
  }

  /** Undefined if the log does not reach back far enough. */
  async function readChanges(snapshot: Snapshot, eventId: string): Promise<PackedStates | undefined> {
    const since = snapshot.seq;
    const changed = sql`select distinct unnest(seat_nos) as no from seat_change where event_id = ${eventId}::uuid and seq > ${since}::bigint offset 0`;
    // As in sections: each seat is read by its key.
    const seat = sql`select ${STORED} as state from seat where seat.event_id = ${eventId}::uuid and seat.no = changed.no offset 0`;
    const joined = sql`select seat.state from (${changed}) changed cross join lateral (${seat}) seat`;
    const state = await read("seat state changes", eventId, joined);
    const reaches = state && (state.seq === since || (state.oldest !== null && state.oldest <= since + 1));
    if (!reaches || state.seq < since) return undefined;
    apply(snapshot, state);
    return packedAt(snapshot, state.now);
  }

  const readNow = async (eventId: string): Promise<PackedStates | undefined> => {
    const snapshot = kept.get(eventId);
    return (snapshot && (await readChanges(snapshot, eventId))) ?? readWhole(eventId);
  };

  function start(eventId: string): Promise<PackedStates | undefined> {
    const read = readNow(eventId).finally(() => reading.delete(eventId));
    reading.set(eventId, read);
    return read;
  }

  return {
    statesOf: (eventId) => {
      const current = reading.get(eventId);
      if (!current) return start(eventId);
      // A read that has begun may not see what was committed before this request.
      let next = waiting.get(eventId);
      if (!next) {
        const begin = () => {
          waiting.delete(eventId);
          return reading.get(eventId) ?? start(eventId);
        };
        next = current.then(begin, begin);
        waiting.set(eventId, next);
      }
      return next;
    },
  };
}

function apply(snapshot: Snapshot, { seq, seats }: State): void {
  for (const [no, code, version, heldUntil, freeCode] of seats) {
    snapshot.codes[no - 1] = code;
    snapshot.versions[no - 1] = version;
    snapshot.heldUntil[no - 1] = heldUntil ?? Infinity;
    snapshot.freeCodes[no - 1] = freeCode;
  }
  if (seq !== snapshot.seq || seats.length > 0) snapshot.packed = undefined;
  snapshot.seq = seq;
}

/** An expired hold keeps no seats: see entities/seat.ts. */
function packedAt(snapshot: Snapshot, now: number): PackedStates {
  const { packed, seq, heldUntil, freeCodes } = snapshot;
  if (packed && now >= packed.at && now < packed.validUntil) return packed;
  const [codes, versions] = [snapshot.codes.slice(), snapshot.versions.slice()];
  let validUntil = Infinity;
  heldUntil.forEach((end, index) => {
    if (end > now) validUntil = Math.min(validUntil, end);
    else {
      codes[index] = freeCodes[index]!;
      versions[index]! += 1;
    }
  });
  const [states, runs] = [packStates(codes), packVersions(versions)];
  snapshot.packed = { cursor: encodeSeq(seq), packed: states, versions: runs, at: now, validUntil };
  return snapshot.packed;
}
