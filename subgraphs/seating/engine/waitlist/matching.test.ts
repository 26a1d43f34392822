// The matching of waiting lists: properties over random halls, pools and lists.
import fc from "fast-check";
import { often } from "../../../../testkit/repetitions.ts";
import { seedOfRun } from "../../../../testkit/random.ts";
import { match, type Matched, type Waiting } from "../../../../domain/waitlist.ts";
import { setFree, type SeatRow } from "../row-snapshot.ts";
import { poolOf } from "./pool.ts";
import { wouldTake } from "./would-take.ts";

const HISTORIES = often(500, 10_000);
const NOW = 1_000_000;
const HOLD_BACK_MS = 1_000;

/** Each row is a section; the last one is general admission. TAKEN comes back to the list one day, GONE never. */
type SeatState = "POOL" | "TAKEN" | "GONE";
interface Hall {
  rows: SeatState[][];
  wheelchairs: number[];
}

const hall: fc.Arbitrary<Hall> = fc.record({
  rows: fc.array(
    fc.array(fc.constantFrom<SeatState>("POOL", "POOL", "TAKEN", "GONE"), { minLength: 1, maxLength: 7 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  wheelchairs: fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 2 }),
});

const entries: fc.Arbitrary<Waiting[]> = fc
  .array(
    fc
      .record({
        quantity: fc.integer({ min: 1, max: 4 }),
        fewer: fc.integer({ min: 0, max: 3 }),
        together: fc.boolean(),
        hasWheelchair: fc.integer({ min: 0, max: 5 }),
        room: fc.integer({ min: 0, max: 5 }),
        tierNos: fc.constantFrom<number[]>([], [0], [1]),
        heldBackSince: fc.constantFrom(null, NOW - 2 * HOLD_BACK_MS, NOW - 1),
      })
      .map(({ quantity, fewer, hasWheelchair, ...rest }): Omit<Waiting, "id"> => {
        const wheelchairPlaces = hasWheelchair === 0 ? 1 : 0;
        return { ...rest, quantity, atLeast: Math.max(1, quantity - fewer), wheelchairPlaces, sectionNos: [] };
      }),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: String(index) })));

function rowsOf({ rows, wheelchairs }: Hall, isFree: (state: SeatState) => boolean): SeatRow[] {
  let firstNo = 1;
  return rows.map((states, index) => {
    const row: SeatRow = {
      sectionNo: index,
      tierNo: index % 2,
      numbered: index < rows.length - 1 || rows.length === 1,
      firstNo,
      free: new Uint8Array(states.length),
      wheelchair: Uint8Array.from(states, (_, at) =>
        Number(wheelchairs.includes(firstNo + at) && index < rows.length - 1),
      ),
      block: new Uint16Array(states.length),
      ordinary: 0,
    };
    states.forEach((state, at) => setFree(row, at, isFree(state)));
    firstNo += states.length;
    return row;
  });
}

const snapshotOf = (of: Hall) => ({
  rowsFor: () => rowsOf(of, (state) => state === "POOL"),
  rowsSetAside: () => rowsOf(of, (state) => state !== "GONE"),
});
const poolIn = (of: Hall) => poolOf(snapshotOf(of), "");

const limits = { now: NOW, holdBackMs: HOLD_BACK_MS, most: 3 };

function check(property: (of: Hall, waiting: Waiting[], matched: Matched) => void): void {
  fc.assert(
    fc.property(hall, entries, (of, waiting) => property(of, waiting, match(waiting, poolIn(of), limits))),
    { seed: seedOfRun(), numRuns: HISTORIES },
  );
}

test("an offer is a fit of the wish, and no seat is offered twice", () => {
  check((of, waiting, { offers }) => {
    const all = offers.flatMap(({ seatNos }) => seatNos);
    expect(new Set(all).size).toBe(all.length);
    const rows = rowsOf(of, () => true);
    const rowOf = (no: number) => rows.find((row) => no >= row.firstNo && no < row.firstNo + row.free.length)!;
    for (const { id, seatNos } of offers) {
      const wish = waiting.find((entry) => entry.id === id)!;
      expect(seatNos.length).toBeGreaterThanOrEqual(wish.atLeast);
      expect(seatNos.length).toBeLessThanOrEqual(Math.min(wish.quantity, wish.room));
      const chairs = seatNos.filter((no) => rowOf(no).wheelchair[no - rowOf(no).firstNo] === 1);
      expect(chairs).toHaveLength(wish.wheelchairPlaces);
      for (const no of seatNos) {
        expect(of.rows.flat()[no - 1]).toBe("POOL");
        if (wish.tierNos.length > 0) expect(wish.tierNos).toContain(rowOf(no).tierNo);
      }
      if (!wish.together) continue;
      expect(new Set(seatNos.map(rowOf)).size).toBe(1);
      if (rowOf(seatNos[0]!).numbered) expect(Math.max(...seatNos) - Math.min(...seatNos)).toBe(seatNos.length - 1);
    }
  });
});

test("each seat of the pool is offered, kept for a group or left, and what is left suits nobody", () => {
  check((of, waiting, { offers, left, isCut }) => {
    const pool = poolIn(of);
    const offered = offers.flatMap(({ seatNos }) => seatNos);
    if (isCut) return expect([offers.length, left]).toEqual([limits.most, []]);
    expect(left.filter((no) => offered.includes(no))).toEqual([]);
    const without = new Set(pool.seatNos.filter((no) => !left.includes(no)));
    for (const entry of waiting) {
      if (offers.some(({ id }) => id === entry.id) || entry.room < entry.atLeast) continue;
      for (let quantity = Math.min(entry.room, entry.quantity); quantity >= entry.atLeast; quantity--)
        expect(pool.best(entry, quantity, without)).toBeNull();
    }
  });
});

test("nobody is passed over whom the seats suit, but for a group that seats are kept for", () => {
  check((of, waiting, { offers, passed }) => {
    const pool = poolIn(of);
    const gone = new Set<number>();
    for (const entry of waiting) {
      const offer = offers.find(({ id }) => id === entry.id);
      const reason = passed.get(entry.id);
      if (reason === "TOO_FEW_SEATS" || reason === "NO_SEATS") expect(pool.best(entry, entry.atLeast, gone)).toBeNull();
      if (reason === "SEAT_LIMIT") expect(entry.room).toBeLessThan(entry.atLeast);
      if (reason === "KEPT_FOR_GROUP") {
        const groups = waiting
          .slice(0, waiting.indexOf(entry))
          .filter(({ id, atLeast }) => atLeast > 1 && passed.has(id));
        expect(groups.length).toBeGreaterThan(0);
      }
      for (const no of offer?.seatNos ?? []) gone.add(no);
    }
  });
});

test("a group that has had its time keeps no seats from those behind it, and one that has time left does", () => {
  const of: Hall = { rows: [["POOL", "TAKEN"]], wheelchairs: [] };
  const wish = { together: true, wheelchairPlaces: 0, tierNos: [], sectionNos: [], room: 4, heldBackSince: null };
  const pair = { ...wish, id: "pair", quantity: 2, atLeast: 2 };
  const single = { ...wish, id: "single", quantity: 1, atLeast: 1 };
  const kept = match([pair, single], poolIn(of), limits);
  expect(kept).toMatchObject({ offers: [], left: [], keptUntil: NOW + HOLD_BACK_MS });
  expect([...kept.heldBack]).toEqual(["pair"]);
  expect(kept.passed.get("single")).toBe("KEPT_FOR_GROUP");
  const over = match([{ ...pair, heldBackSince: NOW - HOLD_BACK_MS }, single], poolIn(of), limits);
  expect(over).toMatchObject({ offers: [{ id: "single", seatNos: [1] }], keptUntil: null });
});

const anySeat = {
  ...{ id: "single", quantity: 1, atLeast: 1, together: true, wheelchairPlaces: 0, tierNos: [], sectionNos: [] },
  ...{ room: 8, heldBackSince: null },
};
const pair = { ...anySeat, id: "pair", quantity: 2, atLeast: 2 };
const ofSecondRow = { ...anySeat, tierNos: [1] };

test.each([
  ["one seat, for a person", [anySeat], [1], [], true],
  ["two seats, for one person", [anySeat], [1, 2], [], false],
  ["one of two seats, for a pair", [pair], [1], [], false],
  ["two seats, for a pair", [pair], [1, 2], [], true],
  ["two seats apart, for a pair", [pair], [1, 3], [], false],
  ["a seat that completes a pair", [pair], [2], [1], true],
  ["a seat, while one comes back already for the only person", [anySeat], [1], [2], false],
  ["a seat, while one comes back already for the first of two", [anySeat, { ...anySeat, id: "other" }], [1], [2], true],
  ["a seat of the second row, while one of the first comes back", [ofSecondRow], [5], [1], true],
  ["a seat of the first row, for a person of the second", [ofSecondRow], [1], [], false],
  ["a seat for a person behind a pair that keeps it", [pair, anySeat], [1], [], false],
  ["a seat for a person who may hold no more", [{ ...anySeat, room: 0 }], [1], [], false],
])("whether people would take what comes back: %s", (_, waiting, seatNos, returning, expected) => {
  // Two rows of four seats, of different tiers, all sold.
  const of: Hall = { rows: [Array(4).fill("TAKEN"), Array(4).fill("TAKEN")], wheelchairs: [] };
  expect(wouldTake(waiting, snapshotOf(of), "", { seatNos, returning }, limits)).toBe(expected);
});

test("what would be taken is offered when it comes back", () => {
  let taken = 0;
  check((of, waiting, { isCut }) => {
    const nos = of.rows.flat().flatMap((state, index) => (state === "TAKEN" ? [index + 1] : []));
    const seatNos = nos.filter((_, index) => index % 3 === 0).slice(0, 2);
    if (isCut || seatNos.length === 0 || !wouldTake(waiting, snapshotOf(of), "", { seatNos, returning: [] }, limits))
      return;
    taken += 1;
    const states = of.rows.flat().map((state, index) => (seatNos.includes(index + 1) ? "POOL" : state));
    let next = 0;
    const after = { ...of, rows: of.rows.map((row) => row.map(() => states[next++]!)) };
    const { offers } = match(waiting, poolIn(after), { ...limits, most: Infinity });
    expect(offers.flatMap((offer) => offer.seatNos)).toEqual(expect.arrayContaining(seatNos));
  });
  expect(taken).toBeGreaterThan(0);
});
