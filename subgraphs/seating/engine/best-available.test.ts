import fc from "fast-check";
import { leavesSeatAlone, pickBest, type BestAvailableCriteria } from "./best-available.ts";
import type { SaleHall } from "../../../domain/seat-plan.ts";
import type { SeatRow } from "./row-snapshot.ts";
import { bySight } from "./sight.ts";

/** Rows as texts: `.` free, `x` taken, `w` a free wheelchair place, `|` an aisle. Seats are numbered from 1, row after row. */
function hall(...texts: string[]): SeatRow[] {
  let firstNo = 1;
  return texts.map((text, index) => {
    const seats = [...text].filter((letter) => letter !== "|");
    const blocks: number[] = [];
    let block = 0;
    for (const letter of text) {
      if (letter === "|") block++;
      else blocks.push(block);
    }
    const row: SeatRow = {
      sectionNo: index,
      tierNo: 0,
      numbered: true,
      firstNo,
      free: Uint8Array.from(seats, (seat) => (seat === "x" ? 0 : 1)),
      wheelchair: Uint8Array.from(seats, (seat) => (seat === "w" ? 1 : 0)),
      block: Uint16Array.from(blocks),
      ordinary: seats.filter((seat) => seat === ".").length,
    };
    firstNo += seats.length;
    return row;
  });
}

function floor(text: string): SeatRow {
  return { ...hall(text)[0]!, numbered: false };
}

const criteria = (quantity: number, rest: Partial<BestAvailableCriteria> = {}): BestAvailableCriteria => ({
  quantity,
  together: true,
  wheelchairPlaces: 0,
  ...rest,
});
const rowOf = (rows: SeatRow[]) => (no: number) =>
  rows.find((row) => no >= row.firstNo && no < row.firstNo + row.free.length);

test("the middle of the front row is best", () => {
  expect(pickBest(hall("..........", ".........."), criteria(2))).toEqual([5, 6]);
});

test("an aisle parts what looks side by side", () => {
  expect(pickBest(hall("xxxx.|.xxxx", "....|xxxxxx"), criteria(2))).toEqual([13, 14]);
});

test("no seat is left alone while there is another way", () => {
  expect(pickBest(hall("xxx...xxxx", ".........."), criteria(2))).toEqual([15, 16]);
  expect(pickBest(hall("xxx...xxxx"), criteria(2))).toHaveLength(2);
});

test("wheelchair places are for buyers who ask for them, with companions beside them", () => {
  expect(pickBest(hall("wwwwwwwwww"), criteria(1))).toBeNull();
  expect(pickBest(hall("..........", "ww......"), criteria(2, { wheelchairPlaces: 1 }))).toEqual([12, 13]);
  expect(pickBest(hall("wx..", "w.x."), criteria(3, { wheelchairPlaces: 1 }))).toBeNull();
  expect(pickBest(hall("wx..", "w.x."), criteria(3, { wheelchairPlaces: 1, together: false }))).toEqual([1, 3, 4]);
  expect(pickBest(hall("...."), criteria(1, { wheelchairPlaces: 1, together: false }))).toBeNull();
});

test("who need not sit together gets as few groups as possible", () => {
  const rows = hall("..xxxxxxx.", "...xxxxxxx");
  expect(pickBest(rows, criteria(4))).toBeNull();
  const picked = pickBest(rows, criteria(4, { together: false }))!;
  expect(picked.filter((no) => no > 10)).toEqual([11, 12, 13]);
  expect(picked).toHaveLength(4);
});

test("on a floor one place is as good as another, and nobody is parted by it", () => {
  expect(pickBest([floor("x..x..")], criteria(3))).toEqual([2, 3, 5]);
  expect(pickBest([floor("x..x..")], criteria(5))).toBeNull();
  expect(pickBest([...hall("xxx"), { ...floor("...."), firstNo: 4 }], criteria(4, { together: false }))).toEqual([
    4, 5, 6, 7,
  ]);
});

test.each([
  [".....", [2], true, "one seat from the end leaves the last one alone"],
  [".....", [1, 2], false, "three are left side by side"],
  [".....", [3], false, "two and two are left"],
  ["...", [1, 2], false, "one of three is left whichever two are taken"],
  ["...", [2], true, "both neighbours are left alone, though two could be left side by side"],
  [".x.x.", [1], false, "who was alone before is nobody's fault"],
  ["..|...", [1], false, "one of two is left, whichever is taken"],
  ["..|....", [4], true, "the aisle parts it from the others"],
  ["w..x", [2], false, "a wheelchair place is nobody's neighbour"],
])("%s with %j taken: %p (%s)", (text, seatNos, alone) => {
  expect(leavesSeatAlone(seatNos, rowOf(hall(text)))).toBe(alone);
});

const snapshot = fc.array(fc.stringMatching(/^[.xw|]{1,20}$/), { minLength: 1, maxLength: 6 });

test("whatever the picture, what is picked is free, as many as asked for, and together if asked for", () => {
  fc.assert(
    fc.property(
      snapshot,
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 }),
      (texts, quantity, together, places) => {
        const rows = hall(...texts);
        const before = JSON.stringify(rows);
        const wheelchairPlaces = Math.min(places, quantity);
        const picked = pickBest(rows, { quantity, together, wheelchairPlaces });
        expect(JSON.stringify(rows)).toBe(before);
        if (picked === null) return;
        const chosen = picked.map((no) => ({ no, row: rowOf(rows)(no)! }));
        expect(new Set(picked).size).toBe(quantity);
        expect(chosen.every(({ no, row }) => row.free[no - row.firstNo] === 1)).toBe(true);
        expect(chosen.filter(({ no, row }) => row.wheelchair[no - row.firstNo] === 1)).toHaveLength(wheelchairPlaces);
        if (!together) return;
        const first = Math.min(...picked);
        expect([...picked].sort((a, b) => a - b)).toEqual(
          Array.from({ length: quantity }, (_, index) => first + index),
        );
        expect(new Set(chosen.map(({ no, row }) => `${row.firstNo} ${row.block[no - row.firstNo]}`)).size).toBe(1);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("apart, seats are found exactly if there are enough", () => {
  fc.assert(
    fc.property(snapshot, fc.integer({ min: 1, max: 10 }), (texts, quantity) => {
      const rows = hall(...texts);
      const enough = rows.reduce((sum, row) => sum + row.ordinary, 0) >= quantity;
      expect(pickBest(rows, criteria(quantity, { together: false })) !== null).toBe(enough);
    }),
    { numRuns: 2_000 },
  );
});

test("what is picked leaves a seat alone only if every place of that many would", () => {
  fc.assert(
    fc.property(snapshot, fc.integer({ min: 1, max: 4 }), (texts, quantity) => {
      const rows = hall(...texts);
      const picked = pickBest(rows, criteria(quantity));
      if (picked === null || !leavesSeatAlone(picked, rowOf(rows))) return;
      for (const row of rows) {
        for (let start = 0; start + quantity <= row.free.length; start++) {
          const other = Array.from({ length: quantity }, (_, index) => row.firstNo + start + index);
          const isPlace = other.every(
            (no) =>
              row.free[no - row.firstNo] === 1 &&
              row.wheelchair[no - row.firstNo] === 0 &&
              row.block[no - row.firstNo] === row.block[start],
          );
          if (isPlace) expect(leavesSeatAlone(other, rowOf(rows))).toBe(true);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

const SECTION: SaleHall["sections"][number] = { rank: null, points: null, companion: [], obstructed: [], notes: [] };
/** The sections have one row each, drawn as a grid of a metre. */
function drawn(rows: SeatRow[], ...sections: Partial<SaleHall["sections"][number]>[]): SaleHall["sections"] {
  return rows.map(({ free }, y) => ({
    ...SECTION,
    points: { x: [...free.keys()].map((x) => x * 100), y: [...free].map(() => y * 100) },
    ...sections[y],
  }));
}

test("seats near the focal point are best, in whichever row they are", () => {
  const rows = hall("..........", "..........", "..........");
  const near = (x: number, y: number) => bySight(rows, { focalPoint: { x, y }, sections: drawn(rows) });
  expect(pickBest(near(450, 0), criteria(2))).toEqual([5, 6]);
  expect(pickBest(near(100, 200), criteria(3))).toEqual([21, 22, 23]);
  // The nearest two would leave one alone.
  expect(pickBest(near(0, 100), criteria(9))).toHaveLength(9);
  expect(
    pickBest(
      bySight(hall("x...", "xxxx", "...."), { focalPoint: { x: 0, y: 200 }, sections: drawn(rows) }),
      criteria(1),
    ),
  ).toEqual([9]);
});

test("an obstructed view is taken last, and a better rank before what is nearer", () => {
  const rows = hall("....", "....");
  const focalPoint = { x: 150, y: 0 };
  const pick = (quantity: number, ...sections: Partial<SaleHall["sections"][number]>[]) =>
    pickBest(bySight(rows, { focalPoint, sections: drawn(rows, ...sections) }), criteria(quantity));
  expect(pick(2)).toEqual([1, 2]);
  expect(pick(2, { obstructed: [1, 2, 3] })).toEqual([5, 6]);
  expect(pick(2, { rank: 2 }, { rank: 1 })).toEqual([5, 6]);
  expect(pick(2, {}, { rank: 7 })).toEqual([5, 6]);
  expect(pick(4, { obstructed: [1] }, { obstructed: [1, 2] })).toEqual([1, 2, 3, 4]);
});

test("wheelchair places and their companions are near the focal point too", () => {
  const rows = hall("w.........w", "w..");
  const sections = drawn(rows);
  const at = (x: number) => bySight(rows, { focalPoint: { x, y: 0 }, sections });
  expect(pickBest(at(1_000), criteria(2, { wheelchairPlaces: 1 }))).toEqual([10, 11]);
  expect(pickBest(at(0), criteria(2, { wheelchairPlaces: 1 }))).toEqual([1, 2]);
});

test("whatever the picture, a hall that says nothing of its seats changes no choice", () => {
  fc.assert(
    fc.property(
      snapshot,
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 }),
      fc.boolean(),
      (texts, quantity, together, places, isDrawn) => {
        const rows = hall(...texts);
        const sections = isDrawn ? drawn(rows) : rows.map(() => SECTION);
        const wanted = { quantity, together, wheelchairPlaces: Math.min(places, quantity) };
        expect(pickBest(bySight(rows, { focalPoint: null, sections }), wanted)).toEqual(pickBest(rows, wanted));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("with a focal point, no place that leaves as few seats alone is nearer", () => {
  fc.assert(
    fc.property(snapshot, fc.integer({ min: 1, max: 4 }), fc.nat(2_000), fc.nat(600), (texts, quantity, x, y) => {
      const rows = hall(...texts);
      const sections = drawn(rows);
      const picked = pickBest(bySight(rows, { focalPoint: { x, y }, sections }), criteria(quantity));
      const places = rows.flatMap((row, index) =>
        [...row.free.keys()].flatMap((start) => {
          const at = Array.from({ length: quantity }, (_, seat) => start + seat);
          const isPlace = at.every(
            (seat) => row.free[seat] === 1 && row.wheelchair[seat] === 0 && row.block[seat] === row.block[start],
          );
          if (!isPlace) return [];
          const { points } = sections[index]!;
          const sum = at.reduce((total, seat) => total + Math.hypot(points!.x[seat]! - x, points!.y[seat]! - y), 0);
          return [
            { nos: at.map((seat) => row.firstNo + seat), away: sum / quantity, alone: aloneBy(row, start, quantity) },
          ];
        }),
      );
      if (picked === null) return expect(places).toEqual([]);
      const taken = places.find(({ nos }) => nos[0] === picked[0])!;
      expect(places.filter((one) => one.alone < taken.alone)).toEqual([]);
      expect(places.filter((one) => one.alone === taken.alone && one.away < taken.away - 1e-6)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

/** Number of seats that are alone once these are taken, and were not alone by an end of their run. */
function aloneBy(row: SeatRow, start: number, length: number): number {
  const isFree = (seat: number) =>
    row.free[seat] === 1 && row.wheelchair[seat] === 0 && row.block[seat] === row.block[start];
  const before = isFree(start - 1) && !isFree(start - 2) ? 1 : 0;
  const after = isFree(start + length) && !isFree(start + length + 1) ? 1 : 0;
  return before + after;
}
