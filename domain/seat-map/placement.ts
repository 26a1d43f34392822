// Where the sections of a seat map are: as drawn, or generated in arcs around the stage, behind everything that was drawn.
import type { Point } from "../hall.ts";
import type { SaleHall } from "../seat-plan.ts";
import { placeBlocks, stageBefore, type Arcs, type Block } from "./arc.ts";
import { boundsOf, outlineOf } from "./outline.ts";

/** Distance of the first row from the back of a generated stage, in centimetres. */
const FRONT = 1_000;
const GAP = 200;

/** A row as far as its place is concerned. */
export interface RowToPlace {
  /** Null for general admission. */
  rowNo: number | null;
  /** Number of the run of seats between aisles, for each seat. */
  blocks: number[];
}

export interface PlacedSection {
  rows: Point[][];
  shape: Point[];
  isGenerated: boolean;
}

/** @returns the stage if all positions were generated: it stands where the first ring expects it */
export function placeSections(
  sections: readonly (readonly RowToPlace[])[],
  hall: SaleHall | undefined,
): { placed: PlacedSection[]; stage: Point[] | null } {
  const drawn = sections.map((rows, no) => drawnSection(rows, hall?.sections[no]));
  const missing = sections.filter((_, no) => drawn[no] === null).map(blockOf);
  const arcs = arcsBehind(drawn.flatMap((section) => (section ? [...section.shape, ...section.rows.flat()] : [])));
  const generated = placeBlocks(missing, arcs).values();
  return {
    placed: drawn.map((section) => section ?? { ...generated.next().value!, isGenerated: true }),
    stage: missing.length === sections.length ? stageBefore(missing, arcs) : null,
  };
}

/** Null for a section without geometry: a seated one needs positions, general admission its shape. */
function drawnSection(
  rows: readonly RowToPlace[],
  hall: SaleHall["sections"][number] | undefined,
): PlacedSection | null {
  const [points, shape] = [hall?.points ?? null, hall?.shape ?? null];
  if (rows[0]?.rowNo === null) return shape && { rows: [], shape, isGenerated: false };
  if (!points) return null;
  let before = 0;
  const placed = rows.map(({ blocks }) => {
    const row = blocks.map((_, at) => ({ x: points.x[before + at]!, y: points.y[before + at]! }));
    before += blocks.length;
    return row;
  });
  return { rows: placed, shape: shape ?? outlineOf(placed.flat()), isGenerated: false };
}

const blockOf = (rows: readonly RowToPlace[]): Block =>
  rows[0]?.rowNo === null
    ? { rows: [], capacity: rows[0].blocks.length }
    : { rows: rows.map(({ blocks }) => blocks), capacity: 0 };

/** Arcs that go round all drawn points, or round a stage if nothing was drawn. */
function arcsBehind(points: readonly Point[]): Arcs {
  if (points.length === 0) return { centre: { x: 0, y: 0 }, front: FRONT };
  const { minX, maxX, minY } = boundsOf(points);
  const centre = { x: Math.round((minX + maxX) / 2), y: minY };
  const farthest = points.reduce((most, { x, y }) => Math.max(most, Math.hypot(x - centre.x, y - centre.y)), 0);
  return { centre, front: Math.ceil(farthest) + GAP };
}
