// Positions and views of the seats of events, in memory: they never change once an event is on sale.
import { LRUCache } from "lru-cache";
import type { Database } from "../../../platform/postgres/database.ts";
import { sql } from "../../../platform/postgres/sql.ts";
import { placeSeats } from "../../../domain/hall.ts";
import type { SaleHall } from "../../../domain/seat-plan.ts";

export interface SeatInHall {
  /** Null in a general-admission section. */
  position: { x: number; y: number; isComputed: boolean } | null;
  companion: boolean;
  obstructed: boolean;
  viewNote: string | null;
}

export interface Halls {
  /** The seat with this number; a promise if the hall has to be read first. */
  seat(eventId: string, no: number): SeatInHall | Promise<SeatInHall>;
}

/** Limit of the cache: 10 MB. */
const MOST_SEATS_KEPT = 1_000_000;

const PLACED = 1;
const COMPUTED = 2;
const COMPANION = 4;
const OBSTRUCTED = 8;

/** Columns by the number of the seat. */
interface Hall {
  x: Int32Array;
  y: Int32Array;
  flags: Uint8Array;
  notes: Map<number, string>;
}

interface Row {
  sectionNo: number;
  /** Null for general admission. */
  rowNo: number | null;
  firstNo: number;
  blocks: number[];
}

export function createHalls(database: Pick<Database, "prepared">): Halls {
  const kept = new LRUCache<string, Hall>({ maxSize: MOST_SEATS_KEPT, sizeCalculation: ({ x }) => x.length });
  const loading = new Map<string, Promise<Hall>>();

  async function load(eventId: string): Promise<Hall> {
    const [rows, [stored]] = await Promise.all([
      database.prepared<Row>(
        "hall rows",
        sql`select section_no, row_no, min(no) as first_no, array_agg(block order by no) as blocks
            from seat where event_id = ${eventId}::uuid group by section_no, row_no order by first_no`,
      ),
      database.prepared<{ hall: SaleHall }>("hall", sql`select hall from sale_hall where event_id = ${eventId}::uuid`),
    ]);
    const hall = layOut(rows, stored?.hall);
    kept.set(eventId, hall);
    return hall;
  }

  function loaded(eventId: string): Promise<Hall> {
    let hall = loading.get(eventId);
    if (!hall) {
      hall = load(eventId).finally(() => loading.delete(eventId));
      loading.set(eventId, hall);
    }
    return hall;
  }

  return {
    seat: (eventId, no) => {
      const hall = kept.get(eventId);
      return hall ? seatIn(hall, no) : loaded(eventId).then((read) => seatIn(read, no));
    },
  };
}

function seatIn({ x, y, flags, notes }: Hall, no: number): SeatInHall {
  const flag = flags[no]!;
  return {
    position: flag & PLACED ? { x: x[no]!, y: y[no]!, isComputed: (flag & COMPUTED) !== 0 } : null,
    companion: (flag & COMPANION) !== 0,
    obstructed: (flag & OBSTRUCTED) !== 0,
    viewNote: notes.get(no) ?? null,
  };
}

function layOut(rows: Row[], stored: SaleHall | undefined): Hall {
  const last = rows.at(-1)!;
  const length = last.firstNo + last.blocks.length;
  const hall: Hall = {
    x: new Int32Array(length),
    y: new Int32Array(length),
    flags: new Uint8Array(length),
    notes: new Map(),
  };
  const sections = Map.groupBy(rows, ({ sectionNo }) => sectionNo);
  const placed = placeSeats([...sections].map(([no, of]) => ({ rows: geometryOf(of, stored?.sections[no]?.points) })));
  [...sections].forEach(([sectionNo, of], index) => {
    const numbered = of.filter(({ rowNo }) => rowNo !== null);
    numbered.forEach(({ firstNo }, rowIndex) => {
      const { x, y, isComputed } = placed[index]![rowIndex]!;
      hall.x.set(x, firstNo);
      hall.y.set(y, firstNo);
      hall.flags.fill(isComputed ? PLACED | COMPUTED : PLACED, firstNo, firstNo + x.length);
    });
    const before = of[0]!.firstNo - 1;
    const { companion = [], obstructed = [], notes = [] } = stored?.sections[sectionNo] ?? {};
    for (const seat of companion) hall.flags[before + seat]! |= COMPANION;
    for (const seat of obstructed) hall.flags[before + seat]! |= OBSTRUCTED;
    for (const { seats, text } of notes) for (const seat of seats) hall.notes.set(before + seat, text);
  });
  return hall;
}

/** Rows of a section with the positions of their seats, if it has any. */
function geometryOf(rows: Row[], points: SaleHall["sections"][number]["points"] | undefined) {
  const before = rows[0]!.firstNo;
  return rows
    .filter(({ rowNo }) => rowNo !== null)
    .map(({ firstNo, blocks }) => ({
      blocks,
      points:
        points && blocks.map((_, at) => ({ x: points.x[firstNo - before + at]!, y: points.y[firstNo - before + at]! })),
    }));
}
