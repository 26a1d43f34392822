// The layout of the real hall of local/data, of generated ones, and of drawn ones.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { blocksOf } from "../hall.ts";
import type { SaleHall } from "../seat-plan.ts";
import { FLAG, layoutOf, type Layout, type MappedHall } from "./layout.ts";

interface GivenRow {
  label: string;
  segments: number[];
  wheelchair?: boolean;
}
interface GivenSection {
  name: string;
  rows?: GivenRow[];
  capacity?: number;
}

const EVENT = "0198e9d2-7c1e-7000-8000-000000000001";

function hallOf(sections: readonly GivenSection[], hall?: SaleHall): MappedHall {
  let firstNo = 1;
  const rowOf = (
    sectionNo: number,
    rowNo: number | null,
    label: string | null,
    segments: number[],
    isWheelchair = false,
  ) => {
    const seats = segments.reduce((sum, count) => sum + count, 0);
    const aisles = segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).reduce((sum, n) => sum + n));
    const row = {
      sectionNo,
      rowNo,
      label,
      firstNo,
      numbers: Array.from({ length: seats }, (_, index) => (rowNo === null ? null : String(index + 1))),
      blocks: blocksOf(seats, aisles),
      wheelchair: Array.from({ length: seats }, () => isWheelchair),
      tierNos: Array.from({ length: seats }, () => 0),
    };
    firstNo += seats;
    return row;
  };
  return {
    eventId: EVENT,
    sections: sections.map(({ name }, no) => ({ id: `section ${no}`, name })),
    tiers: [{ id: "tier", name: "All" }],
    rows: sections.flatMap(({ rows, capacity }, no) =>
      rows
        ? rows.map(({ label, segments, wheelchair }, rowNo) => rowOf(no, rowNo, label, segments, wheelchair))
        : [rowOf(no, null, null, [capacity!])],
    ),
    hall,
  };
}

const real = () =>
  (
    JSON.parse(readFileSync(new URL("../../local/data/riethsporthalle.json", import.meta.url), "utf8")) as {
      sections: GivenSection[];
    }
  ).sections;

/** Sixty blocks of 17 rows of 20 seats with an aisle, and a floor. */
const arena = (): GivenSection[] => [
  { name: "Floor", capacity: 600 },
  ...Array.from({ length: 57 }, (_, block) => ({
    name: `Block ${block + 1}`,
    rows: Array.from({ length: 17 }, (__, row) => ({ label: String(row + 1), segments: [10, 10] })),
  })),
];

const pointsOf = ({ x, y }: Layout) => x.map((at, index) => ({ x: at, y: y[index]! }));

/** The least distance of two seats, found in a grid of cells. */
function leastDistance(layout: Layout): number {
  const cells = new Map<string, { x: number; y: number }[]>();
  let least = Infinity;
  pointsOf(layout).forEach((point, index) => {
    if (layout.row[index] === -1) return;
    const [column, line] = [Math.floor(point.x / 100), Math.floor(point.y / 100)];
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of cells.get(`${column + dx} ${line + dy}`) ?? [])
          least = Math.min(least, Math.hypot(other.x - point.x, other.y - point.y));
    const key = `${column} ${line}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
  });
  return least;
}

/** Ray casting. */
function isInside(corners: number[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = corners.length - 2; at < corners.length; before = at, at += 2) {
    const [x1, y1, x2, y2] = [corners[at]!, corners[at + 1]!, corners[before]!, corners[before + 1]!];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

test.each([
  ["the real hall", real(), 1_222],
  ["an arena", arena(), 19_980],
  [
    "one section",
    [{ name: "Hall", rows: Array.from({ length: 200 }, (_, row) => ({ label: `${row}`, segments: [100] })) }],
    20_000,
  ],
])("%s has a place for each seat, in its section and apart from all others", (_, sections, seats) => {
  const layout = layoutOf(hallOf(sections));
  for (const column of ["x", "y", "section", "row", "tier", "labels", "flags"] as const)
    expect([column, layout[column].length]).toEqual([column, seats]);
  expect(leastDistance(layout)).toBeGreaterThan(45);
  const { minX, minY, maxX, maxY } = layout.bounds;
  const outside = pointsOf(layout).filter(({ x, y }, index) => {
    const shapes = layout.sections.filter(({ shape }) => isInside(shape, x, y));
    return shapes.length !== 1 || shapes[0] !== layout.sections[layout.section[index]!];
  });
  expect(outside).toEqual([]);
  expect(pointsOf(layout).every(({ x, y }) => x > minX && x < maxX && y > minY && y < maxY)).toBe(true);
  expect(layout.stage).not.toBeNull();
  expect(gzipSync(JSON.stringify(layout), { level: 6 }).length).toBeLessThan(110_000);
});

test("rows are from front to back, seats and sections from left to right, with a gap at each aisle", () => {
  const layout = layoutOf(
    hallOf([
      {
        name: "Left",
        rows: [
          { label: "A", segments: [2, 2], wheelchair: true },
          { label: "B", segments: [4] },
        ],
      },
      { name: "Right", rows: [{ label: "A", segments: [4] }] },
    ]),
  );
  const away = (index: number) => Math.hypot(layout.x[index]!, layout.y[index]!);
  expect(layout.x.slice(0, 4)).toEqual([...layout.x.slice(0, 4)].sort((a, b) => a - b));
  expect(away(4)).toBeCloseTo(away(0) + 90, -1);
  expect(Math.max(...layout.x.slice(0, 8))).toBeLessThan(Math.min(...layout.x.slice(8)));
  expect(layout.x[2]! - layout.x[1]!).toBeGreaterThan(layout.x[1]! - layout.x[0]! + 50);
  expect(layout.flags.slice(0, 4)).toEqual([
    FLAG.wheelchair,
    FLAG.wheelchair | FLAG.aisleAfter,
    FLAG.wheelchair | FLAG.aisleBefore,
    FLAG.wheelchair,
  ]);
  expect(layout.rows).toEqual([
    { label: "A", section: 0, first: 0, count: 4 },
    { label: "B", section: 0, first: 4, count: 4 },
    { label: "A", section: 1, first: 8, count: 4 },
  ]);
  expect(layout.seatIds).toEqual({ prefix: `${EVENT}.`, first: 1 });
});

/** A changed layout gets a new version at all events: change these only with intent. */
test("a layout is the same on every machine", () => {
  const hashOf = (sections: GivenSection[]) =>
    createHash("sha256")
      .update(JSON.stringify(layoutOf(hallOf(sections))))
      .digest("hex")
      .slice(0, 16);
  expect([hashOf(real()), hashOf(arena())]).toEqual(["4420f648eae8b6b3", "78d27c8bf34056d8"]);
});

const square = [
  { x: -500, y: 200 },
  { x: 500, y: 200 },
  { x: 500, y: 800 },
  { x: -500, y: 800 },
];

test("drawn sections are where they were drawn, and all others behind them", () => {
  const nothing = { rank: null, points: null, companion: [], obstructed: [], notes: [] };
  const sections = [
    { name: "Stalls", rows: [{ label: "A", segments: [3] }] },
    { name: "Circle", rows: [{ label: "A", segments: [3] }] },
    { name: "Floor", capacity: 5 },
    { name: "Bar", capacity: 5 },
  ];
  const layout = layoutOf(
    hallOf(sections, {
      focalPoint: { x: 0, y: 100 },
      sections: [
        {
          ...nothing,
          points: { x: [-100, 0, 100], y: [300, 310, 300] },
          companion: [1],
          obstructed: [3],
          notes: [{ seats: [3], text: "Pillar" }],
        },
        nothing,
        { ...nothing, shape: square },
        nothing,
      ],
    }),
  );
  expect(layout.focalPoint).toEqual({ x: 0, y: 100 });
  expect(layout.stage).toBeNull();
  expect([layout.x.slice(0, 3), layout.y.slice(0, 3)]).toEqual([
    [-100, 0, 100],
    [300, 310, 300],
  ]);
  expect(layout.flags.slice(0, 3)).toEqual([FLAG.companion, 0, FLAG.obstructed]);
  expect(layout.notes).toEqual([{ text: "Pillar", seats: [2] }]);
  expect(layout.sections.map(({ kind, isGenerated, first, count }) => [kind, isGenerated, first, count])).toEqual([
    ["SEATED", false, 0, 3],
    ["SEATED", true, 3, 3],
    ["GENERAL_ADMISSION", false, 6, 5],
    ["GENERAL_ADMISSION", true, 11, 5],
  ]);
  expect(layout.sections[2]!.shape).toEqual([-500, 200, 500, 200, 500, 800, -500, 800]);
  expect(layout.sections[2]!.middle).toEqual([0, 500]);
  expect([layout.x[6], layout.y[6], layout.row[6], layout.labels[6]]).toEqual([0, 500, -1, ""]);
  for (const index of [3, 4, 5, 11]) expect(layout.y[index]).toBeGreaterThan(800);
  expect(isInside(layout.sections[0]!.shape, 0, 310)).toBe(true);
});
