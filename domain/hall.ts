// Geometry of a hall. Its plane is measured in centimetres: x grows to the right for someone who faces the stage, y away from the stage.
// Seats of a row stand where they were placed, or evenly along its curve. Sections without geometry get a computed layout.

export interface Point {
  x: number;
  y: number;
}

/** Arc from the first seat to the last. */
export interface RowCurve {
  start: Point;
  end: Point;
  /** Distance of the middle of the arc from the line between its ends. Positive: away from the stage, for a row from left to right. */
  bow: number;
}

/** A row, as far as its geometry is concerned. */
export interface HallRow {
  /** Number of the run of seats between aisles, for each seat. */
  blocks: readonly number[];
  points?: readonly Point[] | null | undefined;
  curve?: RowCurve | null | undefined;
}

export interface PlacedRow {
  x: number[];
  y: number[];
  /** Whether the positions are computed because the section has no geometry. */
  isComputed: boolean;
}

/** Maximum of a coordinate, in both directions: 10 km. */
export const MAX_COORDINATE = 1_000_000;

const SEAT_WIDTH = 50;
const ROW_DEPTH = 90;
const AISLE_WIDTH = 120;
const SECTION_GAP = 200;

/** Numbers of the runs of seats between aisles, for each seat of a row. */
export function blocksOf(seats: number, aislesAfter: readonly number[]): number[] {
  const aisles = new Set(aislesAfter);
  let block = 0;
  return Array.from({ length: seats }, (_, index) => (aisles.has(index) ? ++block : block));
}

/** Positions of the seats of a row; null for a row without geometry. */
export function givenPositions({ blocks, points, curve }: HallRow): Point[] | null {
  if (points) return [...points];
  return curve ? alongCurve(curve, blocks.length) : null;
}

/** Evenly spaced points of an arc, ends included; the middle for one seat. */
function alongCurve({ start, end, bow }: RowCurve, seats: number): Point[] {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const chord = Math.hypot(dx, dy);
  return Array.from({ length: seats }, (_, index) => {
    const share = seats === 1 ? 0.5 : index / (seats - 1);
    const [along, across] = bow === 0 || chord === 0 ? [share, 0] : onArc(share, bow / chord);
    return { x: Math.round(start.x + along * dx - across * dy), y: Math.round(start.y + along * dy + across * dx) };
  });
}

/** Point of an arc over the line from 0 to 1, whose middle is `bow` beside that line: along the line, and beside it. */
function onArc(share: number, bow: number): [number, number] {
  const half = 2 * Math.atan(2 * Math.abs(bow));
  const radius = 0.5 / Math.sin(half);
  const angle = (2 * share - 1) * half;
  const beside = radius * Math.cos(angle) - radius * Math.cos(half);
  return [0.5 + radius * Math.sin(angle), Math.sign(bow) * beside];
}

/**
 * Positions of all seats, by section and row. Sections without geometry are placed one behind the other, in order, each centred on x = 0 and
 * behind all sections with geometry. A general-admission section has no rows.
 */
export function placeSeats(sections: readonly { rows: readonly HallRow[] }[]): PlacedRow[][] {
  const given = sections.map(({ rows }) => rows.map(givenPositions));
  let front = 0;
  for (const points of given.flat()) for (const { y } of points ?? []) front = Math.max(front, y);
  return sections.map(({ rows }, index) => {
    if (given[index]!.every((points) => points !== null))
      return given[index]!.map((points) => ({
        x: points!.map(({ x }) => x),
        y: points!.map(({ y }) => y),
        isComputed: false,
      }));
    front += SECTION_GAP;
    return rows.map((row) => {
      const y = front;
      front += ROW_DEPTH;
      return computedRow(row, y);
    });
  });
}

function computedRow({ blocks }: HallRow, y: number): PlacedRow {
  const x = blocks.map((block, index) => index * SEAT_WIDTH + block * (AISLE_WIDTH - SEAT_WIDTH));
  const middle = Math.round(x.at(-1)! / 2);
  return { x: x.map((at) => at - middle), y: x.map(() => y), isComputed: true };
}
