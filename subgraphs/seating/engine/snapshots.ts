// Row snapshots in memory, updated from the change log before each use. A choice from a snapshot is only a proposal with its `seq`. The
// statement that takes the seats checks that nothing has changed since.
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { SaleHall } from "../../../domain/seat-plan.ts";
import { setFree, type SeatRow } from "./row-snapshot.ts";
import { bySight } from "./sight.ts";

/** Queries PostgreSQL: by itself, or in a transaction that has the lock of the sale. */
export type Ask = <Row>(name: string, statement: Sql) => Promise<Row[]>;

export interface SeatMapSnapshot {
  /** Number of the last change in the snapshot. */
  seq: number;
  avoidSingleSeats: boolean;
  rows: SeatRow[];
  sections: Map<string, number>;
  tiers: Map<string, number>;
  rowOf(no: number): SeatRow | undefined;
  /** Copies of the rows in which only seats set aside for this sales channel are available. */
  rowsFor(channelKey: string): SeatRow[];
  /** Copies of the rows in which all seats set aside for this sales channel are available, whoever has them now. */
  rowsSetAside(channelKey: string): SeatRow[];
}

export interface SeatMapSnapshots {
  /** Whether also requests for named seats need the snapshot, because the event avoids isolated seats. */
  isWatched(eventId: string): boolean;
  watch(eventId: string): void;
  /** Current snapshot; undefined for an event without seats. */
  current(eventId: string, ask: Ask): Promise<SeatMapSnapshot | undefined>;
  /** Discards the snapshot: the next use reads all seats. */
  forget(eventId: string): void;
}

const MOST_KEPT = 100;
const NO_CHANNEL = -1;

interface Kept extends SeatMapSnapshot {
  /** For each seat by number, the time until which it is taken, in milliseconds: 0 if free, Infinity if no time frees it. */
  until: Float64Array;
  /** For each seat by number, the sales channel that it is set aside for: 0 for none. */
  channel: Uint16Array;
  channels: Map<string, number>;
  now: number;
}

interface State {
  seq: number;
  oldest: number | null;
  now: number;
  avoidSingleSeats: boolean;
  nos: number[];
  until: number[];
  channel: number[];
  channels: Record<string, number> | null;
}

export function createSeatMapSnapshots(): SeatMapSnapshots {
  const kept = new Map<string, Kept>();
  const watched = new Set<string>();

  async function current(eventId: string, ask: Ask): Promise<SeatMapSnapshot | undefined> {
    let snapshot = kept.get(eventId);
    if (!snapshot) {
      snapshot = await layOut(eventId, ask);
      if (!snapshot) return undefined;
    }
    kept.delete(eventId);
    let [state] = await ask<State>("picture changes", changesAfter(eventId, snapshot.seq));
    const bridged =
      state && (state.seq === snapshot.seq || (state.oldest !== null && state.oldest <= snapshot.seq + 1));
    if (!bridged) [state] = await ask<State>("picture", changesAfter(eventId, null));
    if (!state) return undefined;
    update(snapshot, state);
    kept.set(eventId, snapshot);
    if (state.avoidSingleSeats) watched.add(eventId);
    else watched.delete(eventId);
    const [longestUnused] = kept.keys();
    if (kept.size > MOST_KEPT) kept.delete(longestUnused!);
    return snapshot;
  }

  return {
    isWatched: (eventId) => watched.has(eventId),
    watch: (eventId) => void watched.add(eventId),
    current,
    forget: (eventId) => void kept.delete(eventId),
  };
}

/** Consistent state of all seats, or of those that changed after `seq`. */
function changesAfter(eventId: string, seq: number | null): Sql {
  const which =
    seq === null
      ? sql`select no from seat where event_id = ${eventId}::uuid`
      : sql`select distinct unnest(seat_nos) from seat_change where event_id = ${eventId}::uuid and seq > ${seq}::bigint`;
  return sql`select sale.change_seq as seq, sale.avoid_single_seats, (extract(epoch from app_now()) * 1000)::float8 as now,
      (select min(seq) from seat_change where event_id = ${eventId}::uuid) as oldest, coalesce(s.nos, '{}') as nos, coalesce(s.until, '{}') as until,
      coalesce(s.channel, '{}') as channel, (select json_object_agg(key, no) from sale_channel where event_id = ${eventId}::uuid) as channels
    from sale left join lateral (
      select array_agg(seat.no) as nos, array_agg(coalesce(seat.channel_no, 0)) as channel,
        array_agg(case when status = free_status(channel_no) then 0 when status = 'HELD' then coalesce(extract(epoch from held_until) * 1000, 'Infinity') else 'Infinity' end::float8) as until
      from (${which}) as which(no) join seat on seat.event_id = ${eventId}::uuid and seat.no = which.no) s on true
    where sale.event_id = ${eventId}::uuid`;
}

function update(snapshot: Kept, { seq, now, avoidSingleSeats, nos, until, channel, channels }: State): void {
  nos.forEach((no, index) => {
    snapshot.until[no] = until[index]!;
    snapshot.channel[no] = channel[index]!;
  });
  snapshot.channels = new Map(Object.entries(channels ?? {}));
  snapshot.now = now;
  snapshot.seq = seq;
  snapshot.avoidSingleSeats = avoidSingleSeats;
  for (const row of snapshot.rows)
    for (let index = 0; index < row.free.length; index++)
      setFree(row, index, canBeHad(snapshot, row.firstNo + index, 0));
}

function canBeHad({ until, channel, now }: Kept, no: number, channelNo: number): boolean {
  return channel[no] === channelNo && until[no]! <= now;
}

interface RowLayout {
  sectionNo: number;
  tierNo: number;
  sectionId: string;
  tierId: string;
  numbered: boolean;
  firstNo: number;
  wheelchair: string;
  blocks: number[];
}

/** Layout of the rows, which never changes. */
async function layOut(eventId: string, ask: Ask): Promise<Kept | undefined> {
  const layout = await ask<RowLayout>(
    "picture layout",
    sql`select seat.section_no, seat.tier_no, section.section_id, tier.tier_id, seat.row_no is not null as numbered, min(seat.no) as first_no,
          string_agg(case when wheelchair then '1' else '0' end, '' order by seat.no) as wheelchair, array_agg(block order by seat.no) as blocks
        from seat join sale_section section on section.event_id = seat.event_id and section.no = seat.section_no
          join sale_tier tier on tier.event_id = seat.event_id and tier.no = seat.tier_no
        where seat.event_id = ${eventId}::uuid
        group by seat.section_no, seat.tier_no, section.section_id, tier.tier_id, seat.row_no order by first_no`,
  );
  if (layout.length === 0) return undefined;
  const inOrder = layout.map(({ sectionNo, tierNo, numbered, firstNo, wheelchair, blocks }): SeatRow => ({
    sectionNo,
    tierNo,
    numbered,
    firstNo,
    free: new Uint8Array(blocks.length),
    wheelchair: Uint8Array.from(wheelchair, Number),
    block: Uint16Array.from(blocks),
    ordinary: 0,
  }));
  const [stored] = await ask<{ hall: SaleHall }>(
    "picture hall",
    sql`select hall from sale_hall where event_id = ${eventId}::uuid`,
  );
  const rows = stored ? bySight(inOrder, stored.hall) : inOrder;
  const last = inOrder.at(-1)!;
  const rowIndex = new Uint32Array(last.firstNo + last.free.length);
  rows.forEach((row, index) => rowIndex.fill(index, row.firstNo, row.firstNo + row.free.length));
  const snapshot: Kept = {
    seq: -1,
    avoidSingleSeats: false,
    rows,
    sections: new Map(layout.map(({ sectionId, sectionNo }) => [sectionId, sectionNo])),
    tiers: new Map(layout.map(({ tierId, tierNo }) => [tierId, tierNo])),
    rowOf: (no) => (no > 0 && no < rowIndex.length ? rows[rowIndex[no]!] : undefined),
    rowsFor: (channelKey) => {
      const channelNo = snapshot.channels.get(channelKey) ?? NO_CHANNEL;
      return copiesOf(rows, (no) => canBeHad(snapshot, no, channelNo));
    },
    rowsSetAside: (channelKey) => {
      const channelNo = snapshot.channels.get(channelKey) ?? NO_CHANNEL;
      return copiesOf(rows, (no) => snapshot.channel[no] === channelNo);
    },
    until: new Float64Array(rowIndex.length),
    channel: new Uint16Array(rowIndex.length),
    channels: new Map(),
    now: 0,
  };
  return snapshot;
}

function copiesOf(rows: SeatRow[], isFree: (no: number) => boolean): SeatRow[] {
  return rows.map((row) => {
    const copy = { ...row, free: new Uint8Array(row.free.length), ordinary: 0 };
    for (let index = 0; index < row.free.length; index++) setFree(copy, index, isFree(row.firstNo + index));
    return copy;
  });
}
