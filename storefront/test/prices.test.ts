// Prices that can be chosen, what several seats cost at them, and the total that a form without a script has shown.
import fc from "fast-check";
import { seedOfRun } from "../../testkit/random.ts";
import {
  costOf,
  explainsPrices,
  hasSeveralPrices,
  offersOf,
  standardPrice,
  totalOf,
  type Step,
} from "../app/prices/offers.ts";
import { shownTotal } from "../pages/shown-total.ts";

const seed = seedOfRun();
const euro = (amount: number) => ({ amount, currency: "EUR" as const });
const TIER = "t1";

/** An event with one tier: its prices, and those of them that seating names. */
function eventWith(prices: object[], now: object[]): Parameters<typeof offersOf>[0] {
  return {
    priceTiers: [{ id: TIER, name: "Stalls", price: euro(4_000), prices }],
    availability: { tiers: [{ priceTier: { id: TIER }, prices: now }] },
  } as unknown as Parameters<typeof offersOf>[0];
}
const plan = (name: string, amount: number, rest: object = {}) => ({
  ...{ name, price: euro(amount), standard: false, phases: [] },
  ...rest,
});
const now = (name: string, amount: number, rest: object = {}) => ({
  ...{ name, price: euro(amount), phase: null, endsAt: null, left: null, status: "OPEN" },
  ...rest,
});
const phase = (name: string, amount: number, quantity: number | null) => ({ name, price: euro(amount), quantity });

const EARLY = [phase("First", 2_000, 3), phase("Second", 3_000, 2)];

test("after the tickets that are left of a phase, seats cost what the next phases say, and then the price", () => {
  const standard = plan("Adult", 4_000, { standard: true, phases: EARLY });
  const event = eventWith([standard], [now("Adult", 2_000, { phase: "First", left: 1 })]);
  expect(offersOf(event, TIER)[0]!.steps).toEqual([
    { amount: 2_000, seats: 1 },
    { amount: 3_000, seats: 2 },
    { amount: 4_000, seats: null },
  ]);
  expect([1, 2, 3, 4].map((seats) => totalOf(event, Array(seats).fill({ tier: TIER, key: "" })))).toEqual([
    2_000, 5_000, 8_000, 12_000,
  ]);
  expect(explainsPrices(event)).toBe(true);
  expect(hasSeveralPrices(event)).toBe(false);
});

test("a phase without a number of tickets lasts, and so does the price after the last phase", () => {
  const standard = plan("Adult", 4_000, { standard: true, phases: [phase("Until May", 2_000, null), ...EARLY] });
  const inPhase = eventWith([standard], [now("Adult", 2_000, { phase: "Until May" })]);
  expect(offersOf(inPhase, TIER)[0]!.steps).toEqual([{ amount: 2_000, seats: null }]);
  const after = eventWith([standard], [now("Adult", 4_000)]);
  expect(offersOf(after, TIER)[0]!.steps).toEqual([{ amount: 4_000, seats: null }]);
});

test("without word of seating a tier costs its price, and a price that it doesn't have has no total", () => {
  const event = eventWith([plan("Standard", 1, { standard: true }), plan("Child", 1_500)], []);
  expect(standardPrice(event, TIER)).toEqual(euro(4_000));
  expect(totalOf(event, [{ tier: TIER, key: "Child" }])).toBe(1_500);
  expect(totalOf(event, [{ tier: TIER, key: "Member" }])).toBeUndefined();
  expect(standardPrice(event, "other")).toBeUndefined();
});

const steps = fc
  .tuple(
    fc.array(fc.record({ amount: fc.nat(100_000), seats: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 }),
    fc.nat(100_000),
  )
  .map(([first, last]): Step[] => [...first, { amount: last, seats: null }]);

test("the cost of seats is that of one after the other", () => {
  const eachSeat = (ladder: Step[]) => ladder.flatMap(({ amount, seats }) => Array<number>(seats ?? 60).fill(amount));
  fc.assert(
    fc.property(steps, fc.nat(50), (ladder, seats) => {
      const expected = eachSeat(ladder)
        .slice(0, seats)
        .reduce((sum, amount) => sum + amount, 0);
      expect(costOf(ladder, seats)).toBe(expected);
    }),
    { seed },
  );
});

/** As app/prices/shown.tsx writes it. */
const shown = (tier: string, ladder: Step[], key: string): [string, string] => [
  "shown",
  `${tier}|${ladder.map(({ amount, seats }) => (seats === null ? amount : `${seats}x${amount}`)).join(",")}|${key}`,
];

test("a form without a script has shown what its seats cost, if that doesn't depend on the tier", () => {
  const seats = fc.nat(9);
  fc.assert(
    fc.property(steps, steps, seats, seats, (standard, child, adults, children) => {
      const params = new URLSearchParams([shown("a", standard, ""), shown("a", child, "Child")]);
      const wanted = new Map([
        ["", adults],
        ["Child", children],
      ]);
      const total = costOf(standard, adults) + costOf(child, children);
      expect(shownTotal(params, "a", wanted)).toBe(total);
      expect(shownTotal(params, "", wanted)).toBe(total);
      const [name, value] = shown("b", [{ amount: 100_001, seats: null }], "");
      params.append(name, value);
      expect(shownTotal(params, "a", wanted)).toBe(total);
      // In tier b, all cost more, and there is no price for children.
      if (adults > 0 || children > 0) expect(shownTotal(params, "", wanted)).toBeNull();
    }),
    { seed },
  );
});

test("fields that nobody has shown give no total", () => {
  const one = new Map([["", 1]]);
  for (const field of ["", "a", "a|x|", "a||", `a|${"1,".repeat(300)}1|`, `a|5|${"k".repeat(201)}`])
    expect(shownTotal(new URLSearchParams({ shown: field }), "a", one)).toBeNull();
  expect(shownTotal(new URLSearchParams(), "a", one)).toBeNull();
  expect(shownTotal(new URLSearchParams({ shown: "a|100|" }), "b", one)).toBeNull();
});
