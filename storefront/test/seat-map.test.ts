// What the map in the browser makes of layouts, states and changes.
import fc from "fast-check";
import { packChanges, packStates, packVersions, type PackedChange } from "../../domain/seat-map/packing.ts";
import { clamp, fit, toHall, zoomAt } from "../app/seat-map/camera.ts";
import { createGridIndex, isInside } from "../app/seat-map/grid-index.ts";
import { Hall } from "../app/seat-map/hall.ts";
import { readLayout, type Layout } from "../app/seat-map/layout.ts";
import { until } from "../../testkit/until.ts";
import { applyChanges, merge, STATE, unpackStates, type SeatsNow } from "../app/seat-map/packed.ts";

const ROWS = 4;
const IN_ROW = 6;
const SEATS = ROWS * IN_ROW;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Rows of six, half a metre apart. The first seat of each row is a wheelchair place; the last row has another tier. */
function smallHall(focalPoint: { x: number; y: number } | null = null): Layout {
  const seats = range(SEATS);
  const rowOf = (seat: number) => Math.floor(seat / IN_ROW);
  return readLayout({
    version: "v",
    seatIds: { prefix: "event.", first: 1 },
    bounds: { minX: 0, minY: 0, maxX: 250, maxY: 270 },
    focalPoint,
    stage: null,
    sections: [
      {
        id: "s",
        name: "Parkett",
        kind: "SEATED",
        first: 0,
        count: SEATS,
        shape: [-30, -30, 280, -30, 280, 300, -30, 300],
        middle: [125, 135],
      },
    ],
    tiers: [
      { id: "a", name: "A" },
      { id: "b", name: "B" },
    ],
    rows: range(ROWS).map((row) => ({ label: String(row + 1), section: 0, first: row * IN_ROW, count: IN_ROW })),
    x: seats.map((seat) => (seat % IN_ROW) * 50),
    y: seats.map((seat) => rowOf(seat) * 90),
    section: seats.map(() => 0),
    row: seats.map(rowOf),
    tier: seats.map((seat) => (rowOf(seat) === ROWS - 1 ? 1 : 0)),
    labels: seats.map((seat) => String((seat % IN_ROW) + 1)),
    flags: seats.map((seat) => (seat % IN_ROW === 0 ? 1 : 0)),
    notes: [],
  });
}

const allFree = (): SeatsNow => ({ states: new Uint8Array(SEATS), versions: new Uint32Array(SEATS).fill(1) });
const taken = (seat: number, version = 9) => packChanges([{ index: seat, code: STATE.held, version }]);

const changeOf = (seats: number) =>
  fc.record({ index: fc.nat(seats - 1), code: fc.nat(3), version: fc.integer({ min: 1, max: 2 ** 31 }) });

test("a drawn hall has its stage at the focal point, if that is in front of all seats", () => {
  expect(smallHall().stage).toBeNull();
  expect(smallHall({ x: 125, y: 100 }).stage).toBeNull();
  const { stage, bounds } = smallHall({ x: 125, y: -200 });
  const [left, top, right, , , bottom] = stage!;
  expect((left! + right!) / 2).toBe(125);
  expect((top! + bottom!) / 2).toBe(-200);
  expect(bottom).toBeLessThan(0);
  expect(bounds).toEqual({ minX: 0, minY: top, maxX: 250, maxY: 270 });
});

test("what the server packs is read back, and the highest version of each seat wins in any order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }).chain((seats) =>
        fc.record({
          states: fc.array(fc.nat(3), { minLength: seats, maxLength: seats }),
          versions: fc.array(fc.integer({ min: 1, max: 2 ** 31 }), { minLength: seats, maxLength: seats }),
          batches: fc.array(fc.array(changeOf(seats), { maxLength: 20 }), { maxLength: 10 }),
        }),
      ),
      ({ states, versions, batches }) => {
        const snapshot = () =>
          unpackStates(packStates(Uint8Array.from(states)), packVersions(Uint32Array.from(versions)), states.length);
        const now = snapshot();
        expect([...now.states]).toEqual(states);
        expect([...now.versions]).toEqual(versions);
        const expected = states.map((code, seat) => ({ code, version: versions[seat]! }));
        for (const batch of batches) {
          const bySeat = new Map<number, PackedChange>(batch.map((change) => [change.index, change]));
          applyChanges(packChanges([...bySeat.values()]), now);
          for (const { index, code, version } of bySeat.values())
            if (version > expected[index]!.version) expected[index] = { code, version };
        }
        // A snapshot that is older than the changes takes nothing back.
        merge(now, snapshot());
        expect([...now.states]).toEqual(expected.map(({ code }) => code));
        expect([...now.versions]).toEqual(expected.map(({ version }) => version));
      },
    ),
  );
});

test("a chosen seat that someone else takes is lost, and the nearest seat of its kind and price is offered", () => {
  const hall = new Hall(smallHall(), allFree(), 3, [8]);
  hall.choose(9);
  hall.apply(taken(8));
  expect(hall.view()).toMatchObject({ chosen: [9], losses: [{ seat: 8, instead: 7 }] });
  expect(hall.free[0]).toBe(SEATS - 1);
  // Beside it is a wheelchair place, below it another price.
  hall.choose(13);
  hall.apply(taken(13));
  expect(hall.view().losses[1]).toEqual({ seat: 13, instead: 14 });
  hall.forget(hall.view().losses[0]!);
  expect(hall.view().losses).toHaveLength(1);
});

test("nobody can choose more seats than the event allows, a taken seat, or a seat twice", () => {
  const hall = new Hall(smallHall(), allFree(), 2, [1, 1, 2, 3]);
  expect(hall.view()).toMatchObject({ chosen: [1, 2], isFull: true });
  hall.toggle(1);
  expect(hall.view()).toMatchObject({ chosen: [2], isFull: false });
  hall.apply(taken(5));
  hall.choose(5);
  expect(hall.view().chosen).toEqual([2]);
});

test("the painter hears of each change at once, React of choices and losses at once and of other seats soon", async () => {
  const hall = new Hall(smallHall(), allFree(), 5, []);
  const painted: number[][] = [];
  let published = 0;
  const stop = hall.onPaint((seats) => painted.push([...seats]));
  hall.subscribe(() => (published += 1));
  hall.apply(taken(4));
  hall.apply(taken(4));
  hall.apply(taken(5));
  expect([painted, published]).toEqual([[[4], [5]], 0]);
  await until(() => published > 0, "the seats are reported");
  expect(published).toBe(1);
  hall.choose(7);
  expect([painted.at(-1), published]).toEqual([[7], 2]);
  stop();
  // A loss is reported at once, together with what waits.
  hall.apply(taken(6));
  hall.apply(taken(7));
  expect([painted.length, published]).toEqual([3, 3]);
  hall.apply(taken(8));
  await until(() => published > 3, "the next seat is reported");
  expect(published).toBe(4);
});

test("a seat has its ID for holds, and an ID its seat", () => {
  const layout = smallHall();
  expect(layout.idOf(0)).toBe("event.1");
  for (const seat of range(SEATS)) expect(layout.indexOf(layout.idOf(seat))).toBe(seat);
  for (const other of ["event.0", `event.${SEATS + 1}`, "other.1", "event.x", "event."])
    expect(layout.indexOf(other)).toBeUndefined();
});

test("a point has the nearest seat, if one is near", () => {
  const index = createGridIndex(smallHall());
  expect(index.at(52, 95, 44)).toBe(7);
  expect(index.at(125, 45, 20)).toBeUndefined();
  expect(index.at(-1_000, -1_000, 44)).toBeUndefined();
  const shape = [0, 0, 100, 0, 50, 100];
  expect([isInside(shape, 50, 40), isInside(shape, 5, 90)]).toEqual([true, false]);
});

test("the camera shows the whole hall, zooms at the fingers, and never loses the hall", () => {
  const { bounds } = smallHall();
  const view = { width: 360, height: 400 };
  const whole = fit(bounds, view);
  for (const [x, y] of [
    [bounds.minX, bounds.minY],
    [bounds.maxX, bounds.maxY],
  ] as const) {
    expect(x * whole.scale + whole.x).toBeGreaterThanOrEqual(0);
    expect(x * whole.scale + whole.x).toBeLessThanOrEqual(view.width);
    expect(y * whole.scale + whole.y).toBeGreaterThanOrEqual(0);
    expect(y * whole.scale + whole.y).toBeLessThanOrEqual(view.height);
  }
  const start = { scale: 0.2, x: 30, y: 40 };
  const before = toHall(start, 100, 120);
  const after = toHall(zoomAt(start, 2, 100, 120, 0.1), 100, 120);
  expect(after.x).toBeCloseTo(before.x);
  expect(after.y).toBeCloseTo(before.y);
  const lost = clamp({ scale: 1, x: -9_999, y: 9_999 }, bounds, view);
  expect(bounds.maxX + lost.x).toBeGreaterThan(0);
  expect(bounds.minY + lost.y).toBeLessThan(view.height);
});
