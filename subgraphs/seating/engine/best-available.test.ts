import fc from "fast-check";
import { pickBest, type FreeSeat } from "./best-available.ts";

let no = 0;
/** A row as text: `.` free, `x` taken, `w` a free wheelchair place, `|` an aisle. */
function row(text: string, rowNo = 0, sectionNo = 0): FreeSeat[] {
  const seats: FreeSeat[] = [];
  let position = 0;
  let block = 0;
  for (const letter of text) {
    if (letter === "|") block++;
    else {
      position++;
      no++;
      if (letter !== "x") seats.push({ no, sectionNo, rowNo, block, position, wheelchair: letter === "w" });
    }
  }
  return seats;
}

const centre = () => 5.5;
const positions = (seats: FreeSeat[], picked: number[] | null) =>
  picked?.map((one) => seats.find((seat) => seat.no === one)!.position);

test("the middle of the front row is best", () => {
  const seats = [...row("..........", 0), ...row("..........", 1)];
  expect(positions(seats, pickBest(seats, { quantity: 2, together: true }, centre))).toEqual([5, 6]);
});

test("an aisle parts what looks side by side", () => {
  const seats = [...row("xxxx.|.xxxx", 0), ...row("........xx", 1)];
  const picked = pickBest(seats, { quantity: 2, together: true }, centre)!;
  expect(picked.every((one) => seats.find((seat) => seat.no === one)!.rowNo === 1)).toBe(true);
});

test("no seat is left alone while there is another way", () => {
  const seats = row("xxx...xxxx");
  const wide = row("..........", 1);
  const picked = pickBest([...seats, ...wide], { quantity: 2, together: true }, centre)!;
  expect(picked.every((one) => wide.some((seat) => seat.no === one))).toBe(true);
  expect(pickBest(seats, { quantity: 2, together: true }, centre)).toHaveLength(2);
});

test("wheelchair places are not given to whoever did not ask for them", () => {
  expect(pickBest(row("wwwwwwwwww"), { quantity: 1, together: true }, centre)).toBeNull();
});

test("who need not sit together gets as few groups as possible", () => {
  const seats = [...row("..xxxxxxx.", 0), ...row("...xxxxxxx", 1)];
  expect(pickBest(seats, { quantity: 4, together: true }, centre)).toBeNull();
  const picked = pickBest(seats, { quantity: 4, together: false }, centre)!;
  expect(new Set(picked).size).toBe(4);
  expect(picked.filter((one) => seats.find((seat) => seat.no === one)!.rowNo === 1)).toHaveLength(3);
});

const picture = fc.array(fc.stringMatching(/^[.xw|]{1,20}$/), { minLength: 1, maxLength: 6 });

test("whatever the picture, what is picked is free, as many as asked for, and together if asked for", () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 1, max: 6 }), fc.boolean(), (texts, quantity, together) => {
      const seats = texts.flatMap((text, rowNo) => row(text, rowNo));
      const picked = pickBest(seats, { quantity, together }, centre);
      if (picked === null) return;
      const chosen = picked.map((one) => seats.find((seat) => seat.no === one)!);
      expect(new Set(picked).size).toBe(quantity);
      expect(chosen.every((seat) => seat && !seat.wheelchair)).toBe(true);
      if (!together) return;
      const sorted = chosen.sort((a, b) => a.position - b.position);
      expect(
        sorted.every(
          (seat, index) =>
            seat.rowNo === sorted[0]!.rowNo &&
            seat.block === sorted[0]!.block &&
            seat.position === sorted[0]!.position + index,
        ),
      ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("apart, seats are found exactly if there are enough", () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 1, max: 10 }), (texts, quantity) => {
      const seats = texts.flatMap((text, rowNo) => row(text, rowNo));
      const enough = seats.filter((seat) => !seat.wheelchair).length >= quantity;
      expect(pickBest(seats, { quantity, together: false }, centre) !== null).toBe(enough);
    }),
    { numRuns: 2_000 },
  );
});
