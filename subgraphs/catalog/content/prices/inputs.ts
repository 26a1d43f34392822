// Validation of prices. Times stay texts, because prices are stored as JSON.
import { z } from "zod";
import { idempotencyKey, line } from "../../../../platform/core/input.ts";
import { MAX_OFFERS, MAX_PHASES, STANDARD } from "../../../../domain/price-offers.ts";
import type { StoredPhase, TierPrices } from "../../entities/tier-prices.ts";

const MAX_PRICE = 10_000_000;
const MAX_QUANTITY = 1_000_000;

export const money = z.object({
  amount: z.int().min(0, `must be 0 to ${MAX_PRICE}`).max(MAX_PRICE, `must be 0 to ${MAX_PRICE}`),
  currency: z.string(),
});

const quantity = z
  .int()
  .min(1, `must be 1 to ${MAX_QUANTITY}`)
  .max(MAX_QUANTITY, `must be 1 to ${MAX_QUANTITY}`)
  .nullish()
  .transform((given) => given ?? null);
const few = z
  .int()
  .min(1, "must be 1 to 50")
  .max(50, "must be 1 to 50")
  .nullish()
  .transform((given) => given ?? null);
const time = z
  .date()
  .refine((at) => at.getUTCFullYear() < 3000, "must be before the year 3000")
  .nullish()
  .transform((at) => at?.toISOString() ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((given) => given ?? false);

const isUnique = (names: string[]) => new Set(names).size === names.length;

const phases = z
  .array(
    z
      .object({ name: line(100), price: money, until: time, quantity })
      .refine((phase) => phase.until !== null || phase.quantity !== null, {
        path: ["until"],
        message: "give until, quantity, or both",
      }),
  )
  .max(MAX_PHASES, `must be at most ${MAX_PHASES}`)
  .refine((all) => isUnique(all.map(({ name }) => name)), "names of phases must be unique")
  .nullish()
  .transform((given) => given ?? []);

const price = z
  .object({
    name: line(100),
    price: money,
    phases,
    mostPerHold: few,
    onlyWith: z
      .array(line(100))
      .max(MAX_OFFERS, `must be at most ${MAX_OFFERS}`)
      .nullish()
      .transform((names) => [...new Set(names ?? [])]),
    mostForEach: few,
    needsCode: flag,
    wheelchairPlacesOnly: flag,
    salesStartAt: time,
    salesEndAt: time,
    quantity,
  })
  .refine(({ onlyWith, mostForEach }) => mostForEach === null || onlyWith.length > 0, {
    path: ["mostForEach"],
    message: "needs onlyWith",
  })
  .refine(({ salesStartAt, salesEndAt }) => salesStartAt === null || salesEndAt === null || salesStartAt < salesEndAt, {
    path: ["salesEndAt"],
    message: "must be later than salesStartAt",
  });

/** Fields of a tier, besides its name and its sections. */
export const tierPriceFields = {
  price: money,
  standardName: line(100).nullish(),
  phases,
  prices: z
    .array(price)
    .max(MAX_OFFERS - 1, `must be at most ${MAX_OFFERS - 1}`)
    .nullish(),
};

type Fields = z.infer<z.ZodObject<typeof tierPriceFields>>;

const namesOf = ({ standardName, prices }: Fields) => [
  standardName ?? STANDARD,
  ...(prices ?? []).map((one) => one.name),
];

/** Rules across the prices of a tier. */
export function checkTier<Schema extends z.ZodType<Fields>>(tier: Schema) {
  return tier
    .refine((given) => isUnique(namesOf(given)), { path: ["prices"], message: "names of prices must be unique" })
    .refine(
      (given) =>
        (given.prices ?? []).every(({ name, onlyWith }) =>
          onlyWith.every((other) => other !== name && namesOf(given).includes(other)),
        ),
      { path: ["prices"], message: "onlyWith must name other prices of the tier" },
    )
    .refine((given) => currenciesOf(given).size === 1, { path: ["prices"], message: "an event has one currency" });
}

function currenciesOf({ price: standard, phases: ofStandard, prices }: Fields): Set<string> {
  const all = [standard, ...ofStandard.map((one) => one.price)];
  for (const one of prices ?? []) all.push(one.price, ...one.phases.map((phase) => phase.price));
  return new Set(all.map(({ currency }) => currency));
}

const storedPhases = (given: Fields["phases"]): StoredPhase[] =>
  given.map(({ name, price: { amount }, ...phase }) => ({ label: name, amount, ...phase }));

/** As they are stored; null for a tier with one price. */
export function storedPrices({ standardName, phases: ofStandard, prices }: Fields): TierPrices | null {
  if (standardName == null && ofStandard.length === 0 && !prices?.length) return null;
  return {
    standardName: standardName ?? null,
    phases: storedPhases(ofStandard),
    prices: (prices ?? []).map(({ name, price: { amount }, phases: own, ...conditions }) => ({
      label: name,
      amount,
      phases: storedPhases(own),
      ...conditions,
    })),
  };
}

/** New prices of tiers, by the names of the tiers. */
export const tierChanges = z
  .array(
    checkTier(z.object({ name: line(100), ...tierPriceFields })).transform(({ name, ...fields }) => ({
      name,
      amount: fields.price.amount,
      currency: fields.price.currency,
      prices: storedPrices(fields),
    })),
  )
  .min(1, "must be 1 to 100")
  .max(100, "must be 1 to 100")
  .refine((tiers) => isUnique(tiers.map(({ name }) => name)), "must name a tier at most once");

export type TierChange = z.infer<typeof tierChanges>[number];

export const setPricesInput = z.object({ expectedVersion: z.int(), tiers: tierChanges, idempotencyKey });
