import fc from "fast-check";
import { canBeTotalled, NO_PRICING, percentInput, percentOf, priceOf, sumOf, type Pricing } from "./pricing.ts";

const fee = (rate: number, amount: number, isIncluded = false) => ({
  name: "Service fee",
  rate,
  fixed: amount > 0 ? { amount, currency: "EUR" } : null,
  isIncluded,
});
const tax = (rate: number, isIncluded: boolean, name = "VAT") => ({ name, rate, isIncluded });

test.each<[string, number, Pricing, number, (readonly [string, number, boolean])[]]>([
  ["nothing is added to", 4_500, NO_PRICING, 4_500, []],
  ["a fee on top of", 4_500, { fees: [fee(10_000, 100)], taxes: [] }, 5_050, [["Service fee", 550, false]]],
  ["a fee contained in", 4_500, { fees: [fee(10_000, 0, true)], taxes: [] }, 4_500, [["Service fee", 450, true]]],
  ["19 % contained in", 4_500, { fees: [], taxes: [tax(19_000, true)] }, 4_500, [["VAT", 718, true]]],
  ["8.875 % on top of", 2_500, { fees: [], taxes: [tax(8_875, false)] }, 2_722, [["VAT", 222, false]]],
  [
    "a fee on top, with 7 % contained in both, on",
    4_500,
    { fees: [fee(10_000, 0)], taxes: [tax(7_000, true)] },
    4_950,
    [
      ["Service fee", 450, false],
      ["VAT", 324, true],
    ],
  ],
  [
    "two taxes on top, neither of which is taxed by the other, of",
    1_999,
    { fees: [], taxes: [tax(5_000, false, "GST"), tax(9_975, false, "QST")] },
    2_298,
    [
      ["GST", 100, false],
      ["QST", 199, false],
    ],
  ],
  ["a fee on a ticket that costs nothing", 0, { fees: [fee(10_000, 100)], taxes: [tax(19_000, false)] }, 0, []],
])("%s %d", (_, base, pricing, total, lines) => {
  const priced = priceOf(base, "EUR", pricing);
  expect(priced.total).toBe(total);
  expect(priced.lines.map(({ name, amount, isIncluded }) => [name, amount, isIncluded])).toEqual(lines);
});

test("a fixed fee in another currency than the event's is left out", () => {
  expect(priceOf(4_500, "USD", { fees: [fee(0, 100)], taxes: [] })).toEqual({ base: 4_500, lines: [], total: 4_500 });
});

test("a discount comes first: fees and taxes are of what is left", () => {
  const pricing = { fees: [fee(10_000, 0)], taxes: [tax(19_000, true)] };
  const half = priceOf(4_500, "EUR", pricing, { name: "HALF", of: { kind: "RATE", rate: 50_000 } });
  expect(half).toEqual({
    base: 4_500,
    lines: [
      { kind: "DISCOUNT", name: "HALF", amount: -2_250, isIncluded: false },
      { kind: "FEE", name: "Service fee", amount: 225, isIncluded: false },
      { kind: "TAX", name: "VAT", amount: 395, isIncluded: true, rate: 19_000 },
    ],
    total: 2_475,
  });
  const all = priceOf(4_500, "EUR", pricing, { name: "GUEST", of: { kind: "AMOUNT", amount: 9_999 } });
  expect(all).toEqual({
    base: 4_500,
    lines: [{ kind: "DISCOUNT", name: "GUEST", amount: -4_500, isIncluded: false }],
    total: 0,
  });
});

const rates = fc.integer({ min: 0, max: 100_000 });
const pricings = fc.record({
  fees: fc.array(
    fc.record({
      name: fc.constantFrom("one", "two"),
      rate: fc.integer({ min: 0, max: 30_000 }),
      fixed: fc.option(fc.record({ amount: fc.nat(1_000), currency: fc.constantFrom("EUR", "USD") })),
      isIncluded: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  taxes: fc.array(fc.record({ name: fc.constantFrom("one", "two"), rate: rates, isIncluded: fc.boolean() }), {
    maxLength: 3,
  }),
});
const discounts = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant("RATE" as const), rate: rates }),
    fc.record({ kind: fc.constant("AMOUNT" as const), amount: fc.nat(10_000_000) }),
  ),
);

test("whatever the rules: what is shown adds up, nothing is negative, and n tickets cost n times one", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), pricings, discounts, fc.integer({ min: 1, max: 50 }), (base, pricing, of, n) => {
      const one = priceOf(base, "EUR", pricing, of && { name: "CODE", of });
      const added = one.lines.filter(({ isIncluded }) => !isIncluded).reduce((sum, { amount }) => sum + amount, 0);
      expect(one.total).toBe(base + added);
      expect(one.total).toBeGreaterThanOrEqual(0);
      expect(one.lines.every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
      const without = priceOf(base, "EUR", pricing);
      expect(one.total).toBeLessThanOrEqual(without.total);
      const many = sumOf(Array.from({ length: n }, () => one));
      expect(many.total).toBe(n * one.total);
      expect(many.base + many.lines.reduce((sum, line) => sum + (line.isIncluded ? 0 : line.amount), 0)).toBe(
        many.total,
      );
    }),
  );
});

test("an order can be totalled as long as its sum needs no more than 32 bits", () => {
  const ticket = { base: 42_949_672, lines: [], total: 42_949_672 };
  expect([canBeTotalled(ticket, 50), canBeTotalled({ ...ticket, total: ticket.total + 1 }, 50)]).toEqual([true, false]);
});

test("each line is within half a minor unit of what it would be without rounding", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), rates, fc.boolean(), (base, rate, isIncluded) => {
      const [line] = priceOf(base, "EUR", { fees: [], taxes: [tax(rate, isIncluded)] }).lines;
      const exact = isIncluded ? (base * rate) / (100_000 + rate) : (base * rate) / 100_000;
      expect(Math.abs((line?.amount ?? 0) - exact)).toBeLessThanOrEqual(0.500_001);
    }),
  );
});

test("percentages of at most three decimals convert to rates and back exactly; others are refused", () => {
  const input = percentInput(0);
  const rates = Array.from({ length: 100_001 }, (_, rate) => rate);
  expect(rates.filter((rate) => input.parse(percentOf(rate)) !== rate)).toEqual([]);
  for (const percent of [-0.001, 100.001, 8.1001, Number.NaN, Number.POSITIVE_INFINITY, "8.1"])
    expect(input.safeParse(percent).success).toBe(false);
  expect(percentInput(1).safeParse(0).success).toBe(false);
  expect(percentInput(1).parse(0.001)).toBe(1);
});
