// Layout of an event's seats for drawing: docs/seat-map.md. Columns, because twenty thousand objects would be five times as large. It is a
// pure function of what never changes once an event is on sale, so all processes make the same document.
import type { SaleHall } from "../seat-plan.ts";
import { boundsOf, type Bounds } from "./outline.ts";
import { placeSections } from "./placement.ts";

/** A row of seats, or all places of a general-admission section. Columns, in the order of the seats. */
export interface MappedRow {
  sectionNo: number;
  /** Null for general admission. */
  rowNo: number | null;
  label: string | null;
  /** Number of the first seat, from 1. Numbers are consecutive in the order of rows. */
  firstNo: number;
  numbers: (string | null)[];
  blocks: number[];
  wheelchair: boolean[];
  tierNos: number[];
}

export interface MappedHall {
  eventId: string;
  sections: { id: string; name: string }[];
  tiers: { id: string; name: string }[];
  /** In the order of the seats. */
  rows: MappedRow[];
  hall: SaleHall | undefined;
}

export const FLAG = { wheelchair: 1, companion: 2, aisleBefore: 4, aisleAfter: 8, obstructed: 16 } as const;

/** Corners as x, y, x, y, … */
type Corners = number[];

export interface LayoutSection {
  id: string;
  name: string;
  kind: "SEATED" | "GENERAL_ADMISSION";
  /** Whether its positions were generated. */
  isGenerated: boolean;
  first: number;
  count: number;
  shape: Corners;
  /** Place for its name. */
  middle: [number, number];
}

export interface Layout {
  format: 1;
  unit: "cm";
  /** ID of the seat at an index: the prefix, then the index plus `first`. */
  seatIds: { prefix: string; first: number };
  bounds: Bounds;
  focalPoint: { x: number; y: number } | null;
  stage: Corners | null;
  sections: LayoutSection[];
  tiers: { id: string; name: string }[];
  rows: { label: string; section: number; first: number; count: number }[];
  x: number[];
  y: number[];
  section: number[];
  /** -1 in general admission. */
  row: number[];
  tier: number[];
  labels: string[];
  flags: number[];
  notes: { text: string; seats: number[] }[];
}

export function layoutOf({ eventId, sections, tiers, rows, hall }: MappedHall): Layout {
  const bySection = Map.groupBy(rows, ({ sectionNo }) => sectionNo);
  const ofSection = sections.map((_, no) => bySection.get(no) ?? []);
  const { placed, stage } = placeSections(ofSection, hall);
  const described = sections.map(({ id, name }, no): LayoutSection => {
    const { isGenerated, shape } = placed[no]!;
    const own = ofSection[no]!;
    const { minX, minY, maxX, maxY } = boundsOf(shape);
    return {
      id,
      name,
      kind: own[0]?.rowNo === null ? "GENERAL_ADMISSION" : "SEATED",
      isGenerated,
      first: (own[0]?.firstNo ?? 1) - 1,
      count: own.reduce((count, { numbers }) => count + numbers.length, 0),
      shape: shape.flatMap(({ x, y }) => [x, y]),
      middle: [Math.round((minX + maxX) / 2), Math.round((minY + maxY) / 2)],
    };
  });
  const columns = columnsOf(ofSection, described, placed);
  markViews(columns.flags, described, hall);
  return {
    format: 1,
    unit: "cm",
    seatIds: { prefix: `${eventId}.`, first: 1 },
    bounds: boundsOf([...placed.flatMap(({ shape, rows: of }) => [...shape, ...of.flat()]), ...(stage ?? [])]),
    focalPoint: hall?.focalPoint ?? null,
    stage: stage && stage.flatMap(({ x, y }) => [x, y]),
    sections: described,
    tiers,
    ...columns,
    notes: notesOf(described, hall),
  };
}

type Columns = Pick<Layout, "rows" | "x" | "y" | "section" | "row" | "tier" | "labels" | "flags">;

function columnsOf(
  ofSection: MappedRow[][],
  described: LayoutSection[],
  placed: ReturnType<typeof placeSections>["placed"],
): Columns {
  const columns: Columns = { rows: [], x: [], y: [], section: [], row: [], tier: [], labels: [], flags: [] };
  ofSection.forEach((rows, section) => {
    rows.forEach(({ rowNo, label, firstNo, numbers, blocks, wheelchair, tierNos }, index) => {
      const row = rowNo === null ? -1 : columns.rows.length;
      if (row >= 0) columns.rows.push({ label: label ?? "", section, first: firstNo - 1, count: numbers.length });
      const [middleX, middleY] = described[section]!.middle;
      numbers.forEach((number, seat) => {
        const point = row < 0 ? { x: middleX, y: middleY } : placed[section]!.rows[index]![seat]!;
        columns.x.push(point.x);
        columns.y.push(point.y);
        columns.section.push(section);
        columns.row.push(row);
        columns.tier.push(tierNos[seat]!);
        columns.labels.push(number ?? "");
        columns.flags.push((wheelchair[seat] ? FLAG.wheelchair : 0) | aislesAt(blocks, seat));
      });
    });
  });
  return columns;
}

function aislesAt(blocks: readonly number[], seat: number): number {
  const own = blocks[seat];
  const before = seat > 0 && blocks[seat - 1] !== own ? FLAG.aisleBefore : 0;
  const after = seat + 1 < blocks.length && blocks[seat + 1] !== own ? FLAG.aisleAfter : 0;
  return before | after;
}

function markViews(flags: number[], sections: readonly LayoutSection[], hall: SaleHall | undefined): void {
  hall?.sections.forEach(({ companion, obstructed }, no) => {
    const { first } = sections[no]!;
    for (const seat of companion) flags[first + seat - 1]! |= FLAG.companion;
    for (const seat of obstructed) flags[first + seat - 1]! |= FLAG.obstructed;
  });
}

const notesOf = (sections: readonly LayoutSection[], hall: SaleHall | undefined): Layout["notes"] =>
  (hall?.sections ?? []).flatMap(({ notes }, no) =>
    notes.map(({ text, seats }) => ({ text, seats: seats.map((seat) => sections[no]!.first + seat - 1) })),
  );
