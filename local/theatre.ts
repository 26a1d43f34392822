// A theatre with geometry for the seed data: curved rows, boxes at the sides, a balcony behind. Distances are in centimetres, the stage is
// at 0, 0.
import type { SectionInput } from "./fixtures.ts";

const SEAT_WIDTH = 55;
const AISLE_WIDTH = 70;
const ROW_DEPTH = 95;
const FRONT = 750;
const STALLS_ROWS = 12;
const BALCONY = FRONT + STALLS_ROWS * ROW_DEPTH + 260;

interface Arc {
  radius: number;
  seats: number;
  /** Angle of its middle; 0 is straight ahead of the stage. */
  middle?: number;
  aislesAfter?: number[];
}

function pointsOn({ radius, seats, middle = 0, aislesAfter = [] }: Arc): { x: number; y: number }[] {
  const offsets = Array.from(
    { length: seats },
    (_, seat) => seat * SEAT_WIDTH + aislesAfter.filter((after) => after <= seat).length * AISLE_WIDTH,
  );
  const half = offsets.at(-1)! / 2;
  return offsets.map((offset) => {
    const angle = middle + (offset - half) / radius;
    return { x: Math.round(radius * Math.sin(angle)), y: Math.round(radius * Math.cos(angle)) };
  });
}

function rowsOf(count: number, arcOf: (row: number) => Arc) {
  return Array.from({ length: count }, (_, row) => {
    const { seats, aislesAfter = [] } = arcOf(row);
    return { label: String(row + 1), seats, aislesAfter, points: pointsOn(arcOf(row)) };
  });
}

/** Two more seats in every second row, on both sides of an aisle. */
const stallsRow = (row: number): Arc => {
  const seats = 14 + 2 * Math.floor(row / 2);
  return { radius: FRONT + row * ROW_DEPTH, seats, aislesAfter: [seats / 2] };
};

const balconyRow = (row: number): Arc => {
  const half = 14 + row;
  return { radius: BALCONY + row * ROW_DEPTH, seats: 2 * half, aislesAfter: [half - 6, half + 6] };
};

const boxRow = (middle: number) => (row: number) => ({ radius: FRONT + (3 + row) * ROW_DEPTH, seats: 4, middle });

function stalls(): SectionInput["rows"] {
  const rows = rowsOf(STALLS_ROWS, stallsRow);
  const last = rows.at(-1)!;
  return [...rows.slice(0, -1), { ...last, wheelchair: [1, 2, last.seats - 1, last.seats] }];
}

export const THEATRE = {
  focalPoint: { x: 0, y: 0 },
  sections: [
    { name: "Parkett", kind: "SEATED", rank: 1, rows: stalls() },
    { name: "Loge links", kind: "SEATED", rank: 2, rows: rowsOf(3, boxRow(-0.86)) },
    { name: "Loge rechts", kind: "SEATED", rank: 2, rows: rowsOf(3, boxRow(0.86)) },
    { name: "Rang", kind: "SEATED", rank: 3, rows: rowsOf(4, balconyRow) },
  ] satisfies SectionInput[],
};
