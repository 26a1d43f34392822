import { blocksOf, givenPositions, placeSeats, type HallRow, type Point } from "./hall.ts";

const row = (seats: number, rest: Partial<HallRow> = {}): HallRow => ({ blocks: blocksOf(seats, []), ...rest });
const along = (seats: number, bow: number): Point[] =>
  givenPositions(row(seats, { curve: { start: { x: -500, y: 300 }, end: { x: 500, y: 300 }, bow } }))!;

test("seats of a straight row are evenly spaced, ends included", () => {
  expect(along(5, 0)).toEqual([-500, -250, 0, 250, 500].map((x) => ({ x, y: 300 })));
  expect(along(1, 0)).toEqual([{ x: 0, y: 300 }]);
});

test.each([100, -100, 400])(
  "seats of a row with a bow of %i stand on one circle, evenly, its middle where it was asked for",
  (bow) => {
    const points = along(9, bow);
    expect([points[0], points[4], points[8]]).toEqual([
      { x: -500, y: 300 },
      { x: 0, y: 300 + bow },
      { x: 500, y: 300 },
    ]);
    const steps = points.slice(1).map(({ x, y }, index) => Math.hypot(x - points[index]!.x, y - points[index]!.y));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(2);
    // Centre of the circle through the ends and the middle.
    const centre = 300 + (bow * bow - 500 * 500) / (2 * bow);
    const radii = points.map(({ x, y }) => Math.hypot(x, y - centre));
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(2);
  },
);

test("a row that leans bends to its left", () => {
  const curve = { start: { x: 0, y: 0 }, end: { x: 0, y: 1_000 }, bow: 100 };
  expect(givenPositions(row(3, { curve }))).toEqual([
    { x: 0, y: 0 },
    { x: -100, y: 500 },
    { x: 0, y: 1_000 },
  ]);
});

test("sections without geometry are laid out behind the others, centred, with room for aisles", () => {
  const drawn = {
    rows: [
      row(2, {
        points: [
          { x: 0, y: 1_000 },
          { x: 60, y: 1_000 },
        ],
      }),
    ],
  };
  const [first, floor, second] = placeSeats([
    drawn,
    { rows: [] },
    { rows: [{ blocks: blocksOf(4, [2]) }, { blocks: blocksOf(3, []) }] },
  ]);
  expect(first).toEqual([{ x: [0, 60], y: [1_000, 1_000], isComputed: false }]);
  expect(floor).toEqual([]);
  expect(second).toEqual([
    { x: [-110, -60, 60, 110], y: [1_200, 1_200, 1_200, 1_200], isComputed: true },
    { x: [-50, 0, 50], y: [1_290, 1_290, 1_290], isComputed: true },
  ]);
});
