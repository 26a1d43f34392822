// Random histories of prices and quotas.
import fc from "fast-check";
import type { Offer, OfferStep } from "../../../domain/price-offers.ts";

const [PAST, FUTURE] = ["2020-01-01T00:00:00.000Z", "2900-01-01T00:00:00.000Z"];
/** A base that 10 % divide. */
const amount = fc.integer({ min: 1, max: 30 }).map((n) => n * 100);
const few = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null });
const costs = (total: number) => ({ base: total, lines: [], total });

const phase = fc.record({ amount, quantity: few(4), isOver: fc.boolean() });
const phases = (max: number) =>
  fc.array(phase, { maxLength: max }).map((all) =>
    all.map(({ amount: price, quantity, isOver }, index): OfferStep => ({
      phase: `phase ${index}`,
      endsAt: isOver && index === 0 ? PAST : quantity === null ? FUTURE : null,
      quantity,
      breakdown: costs(price),
    })),
  );

const NO_CONDITIONS = {
  mostPerHold: null,
  onlyWith: [],
  mostForEach: null,
  needsCode: false,
  wheelchairPlacesOnly: false,
  opensAt: null,
  closesAt: null,
  quantity: null,
};
const stepsOf = (before: OfferStep[], price: number): OfferStep[] => [
  ...before,
  { phase: null, endsAt: null, quantity: null, breakdown: costs(price) },
];

const adult = fc.record({ amount, phases: phases(2) }).map((given): Offer => ({
  ...NO_CONDITIONS,
  label: "Adult",
  isStandard: true,
  steps: stepsOf(given.phases, given.amount),
}));
const child = fc
  .record({
    amount,
    phases: phases(1),
    mostPerHold: few(2),
    isAlone: fc.boolean(),
    mostForEach: few(2),
    quantity: few(4),
  })
  .map(({ isAlone, mostForEach, mostPerHold, quantity, ...given }): Offer => ({
    ...NO_CONDITIONS,
    label: "Child",
    isStandard: false,
    mostPerHold,
    quantity,
    onlyWith: isAlone ? [] : ["Adult"],
    mostForEach: isAlone ? null : mostForEach,
    steps: stepsOf(given.phases, given.amount),
  }));
const member = fc.record({ amount, quantity: few(3) }).map(({ quantity, ...given }): Offer => ({
  ...NO_CONDITIONS,
  ...{ label: "Member", isStandard: false, needsCode: true, quantity, steps: stepsOf([], given.amount) },
}));
const wheelchair = amount.map((price): Offer => ({
  ...NO_CONDITIONS,
  ...{ label: "Wheelchair", isStandard: false, wheelchairPlacesOnly: true, steps: stepsOf([], price) },
}));

/** The standard price, and some others. */
export const offers = fc
  .tuple(adult, fc.option(child, { nil: null }), fc.option(member, { nil: null }), fc.option(wheelchair, { nil: null }))
  .map((all) => all.filter((offer) => offer !== null));

export const SEATS = 10;

const label = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constant("Child") },
  { weight: 2, arbitrary: fc.constant("Member") },
  fc.constantFrom("Adult", "Wheelchair", "Senior"),
);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("hold" as const),
      seats: fc.uniqueArray(fc.record({ no: fc.integer({ min: 1, max: SEATS }), label }), {
        minLength: 1,
        maxLength: 4,
        selector: ({ no }) => no,
      }),
      hasCode: fc.boolean(),
      expects: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constantFrom("release" as const, "convert" as const, "return" as const), hold: fc.nat(20) }),
  fc.record({ kind: fc.constant("code" as const), hold: fc.nat(20), hasCode: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("choose" as const),
      hold: fc.nat(20),
      labels: fc.array(label, { minLength: 4, maxLength: 4 }),
      expects: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant("run out" as const), hold: fc.nat(20) }),
  fc.record({ kind: fc.constant("change" as const), offers }),
);

export type PriceStep = typeof step extends fc.Arbitrary<infer Step> ? Step : never;

export const priceHistory = fc.record({
  offers,
  maxWithCode: fc.integer({ min: 1, max: 3 }),
  waves: fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
});
