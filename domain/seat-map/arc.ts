// Places sections that nobody drew as blocks in arcs around a stage: in their order from left to right, from the front ring to the back. It
// depends on nothing but its arguments. Distances are in centimetres.
import type { Point } from "../hall.ts";

export interface Block {
  /** From front to back; for each seat the number of its run between aisles. Empty for general admission. */
  rows: readonly (readonly number[])[];
  /** Number of people of a block without rows. */
  capacity: number;
}

export interface PlacedBlock {
  /** Positions of the seats by row. */
  rows: Point[][];
  shape: Point[];
}

export interface Arcs {
  centre: Point;
  /** Distance of the first row from the centre, or more if a block needs it. */
  front: number;
}

const SEAT_WIDTH = 50;
const AISLE_WIDTH = 120;
const ROW_DEPTH = 90;
const GAP = 200;
/** A row is not bent by more; a ring does not embrace the stage by more. In radians. */
const MOST_OF_BLOCK = 1.4;
const MOST_OF_RING = 2.4;
/** 0.5 m² for each person, on an area twice as wide as deep. */
const AREA_OF_PERSON = 5_000;
const LEAST_AREA = 100_000;
/** Distance of the outline from the arc that it stands for. */
const SAGITTA = 20;

interface Extent {
  /** Offsets of the seats of each row from its first seat. */
  offsets: number[][];
  /** Widths of the rows, with half a seat beyond both ends. */
  widths: number[];
  depth: number;
}

export function placeBlocks(blocks: readonly Block[], { centre, front }: Arcs): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  const extents = blocks.map(extentOf);
  for (let first = 0, radius = front, end: number; first < blocks.length; first = end) {
    radius = Math.max(radius, ...leastRadii(extents[first]!));
    end = endOfRing(extents, first, radius);
    const ring = extents.slice(first, end);
    const angles = ring.map((extent) => angleOf(extent, radius));
    const gap = GAP / radius;
    let left = -sum(angles, gap) / 2;
    ring.forEach((extent, index) => {
      placed.push(placeBlock(extent, { centre, radius, left, angle: angles[index]! }));
      left += angles[index]! + gap;
    });
    radius += Math.max(...ring.map(({ depth }) => depth)) + GAP;
  }
  return placed;
}

function extentOf({ rows, capacity }: Block): Extent {
  if (rows.length === 0) {
    const depth = Math.round(Math.sqrt(Math.max(LEAST_AREA, capacity * AREA_OF_PERSON) / 2));
    return { offsets: [], widths: [2 * depth], depth };
  }
  const offsets = rows.map((runs) => runs.map((run, index) => index * SEAT_WIDTH + run * (AISLE_WIDTH - SEAT_WIDTH)));
  return { offsets, widths: offsets.map((row) => (row.at(-1) ?? 0) + SEAT_WIDTH), depth: rows.length * ROW_DEPTH };
}

const leastRadii = ({ widths }: Extent) =>
  widths.map((width, row) => Math.ceil(width / MOST_OF_BLOCK) - row * ROW_DEPTH);

/** The widest row counts; rows behind it need less of an angle. */
const angleOf = ({ widths }: Extent, radius: number) =>
  Math.max(...widths.map((width, row) => width / (radius + row * ROW_DEPTH)));

const sum = (angles: readonly number[], gap: number) =>
  angles.reduce((total, angle) => total + angle, gap * (angles.length - 1));

/** Index after the last block that fits the ring; at least one does. */
function endOfRing(extents: readonly Extent[], first: number, radius: number): number {
  let angle = angleOf(extents[first]!, radius);
  let end = first + 1;
  for (; end < extents.length; end++) {
    angle += GAP / radius + angleOf(extents[end]!, radius);
    if (angle > MOST_OF_RING) break;
  }
  return end;
}

interface Place {
  centre: Point;
  radius: number;
  /** Angle of its left side; 0 is straight ahead of the stage. */
  left: number;
  angle: number;
}

function placeBlock({ offsets, widths, depth }: Extent, { centre, radius, left, angle }: Place): PlacedBlock {
  const at = (distance: number, turn: number): Point => ({
    x: Math.round(centre.x + distance * Math.sin(turn)),
    y: Math.round(centre.y + distance * Math.cos(turn)),
  });
  const middle = left + angle / 2;
  const rows = offsets.map((row, index) => {
    const distance = radius + index * ROW_DEPTH;
    const half = (widths[index]! - SEAT_WIDTH) / 2;
    return row.map((offset) => at(distance, middle + (offset - half) / distance));
  });
  const side = (distance: number) => {
    const corners = 1 + Math.ceil(angle / (2 * Math.acos(1 - SAGITTA / distance)));
    return Array.from({ length: corners }, (_, corner) => at(distance, left + (angle * corner) / (corners - 1)));
  };
  const inner = radius - ROW_DEPTH / 2;
  return { rows, shape: [...side(inner), ...side(inner + depth).reverse()] };
}

/** Outline of a stage before the first ring, its back edge at the centre. */
export function stageBefore(blocks: readonly Block[], { centre: { x, y }, front }: Arcs): Point[] {
  const radius = Math.max(front, ...leastRadii(extentOf(blocks[0]!)));
  const [half, depth] = [Math.round(0.4 * radius), Math.round(0.3 * radius)];
  return [
    { x: x - half, y },
    { x: x + half, y },
    { x: x + half, y: y + depth },
    { x: x - half, y: y + depth },
  ];
}
