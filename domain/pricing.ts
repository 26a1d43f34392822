// Price calculation of a ticket: the base price, less a discount, with the organization's fees and taxes. All amounts are integers, rounded
// for each ticket and line. So the total of an order is exactly its number of tickets times the shown price.
import { z } from "zod";

/** Rates are in thousandths of a percent: 19 % is 19000, 8.875 % is 8875. */
const PERCENT_100 = 100_000;
const RATES_OF_PERCENT = 1_000;

/** In percent: a rate of 8100 is 8.1. */
export function percentOf(rate: number): number {
  return rate / RATES_OF_PERCENT;
}

/** A percentage, parsed to a rate of at least `least`. More than three decimals are refused, because a rate could not hold them. */
export function percentInput(least: number) {
  const message = `must be ${least === 0 ? "0" : `more than 0 and up`} to 100, with at most 3 decimals`;
  return z
    .number(message)
    .refine((percent) => percent * RATES_OF_PERCENT >= least && percent <= 100, message)
    .refine((percent) => percentOf(Math.round(percent * RATES_OF_PERCENT)) === percent, message)
    .transform((percent) => Math.round(percent * RATES_OF_PERCENT));
}

/** Maximum total of an order: the range of GraphQL's Int and of the databases' columns. */
export const MAX_TOTAL = 2 ** 31 - 1;

const rate = z.int().min(0).max(PERCENT_100);

/** An amount in minor units; of another currency than the event's it is left out. */
const fixed = z.object({ amount: z.int().min(0), currency: z.string() });

const feeSchema = z.object({
  name: z.string(),
  /** Share of the base price, less the discount. */
  rate,
  fixed: fixed.nullable(),
  /** Part of the organizer's price; otherwise it comes on top. */
  isIncluded: z.boolean(),
});

const taxSchema = z.object({ name: z.string(), rate, isIncluded: z.boolean() });

/** Fees and taxes of an organization, added to its prices or included in them. */
export const pricingSchema = z.object({ fees: z.array(feeSchema), taxes: z.array(taxSchema) });
export type Pricing = z.infer<typeof pricingSchema>;

export const NO_PRICING: Pricing = { fees: [], taxes: [] };

/** An amount is at most the price itself. */
export type Discount = { kind: "RATE"; rate: number } | { kind: "AMOUNT"; amount: number };

export const breakdownSchema = z.object({
  /** Base price that the organizer sets for a ticket. */
  base: z.int(),
  lines: z.array(
    z.object({
      kind: z.enum(["DISCOUNT", "FEE", "TAX"]),
      name: z.string(),
      /** A discount is negative. */
      amount: z.int(),
      /** Included in the amount before this line, so not added to the total. */
      isIncluded: z.boolean(),
      /** Of a tax, for invoices. Null for other lines, and for prices of earlier versions. */
      rate: z.int().nullish(),
    }),
  ),
  /** Price that the buyer pays: `base` and all lines that are not included. */
  total: z.int(),
});
export type Breakdown = z.infer<typeof breakdownSchema>;
export type PriceLine = Breakdown["lines"][number];

/** Half a minor unit is rounded up. Exact below 2^53: amounts are below 2^27, rates below 2^18. */
function share(amount: number, of: number, whole = PERCENT_100): number {
  return Math.floor((2 * amount * of + whole) / (2 * whole));
}

/**
 * The price of one ticket. Fees are calculated from the discounted price. A free ticket has no fees. Taxes are calculated from the price
 * with its fees. Included tax = price × rate / (100 % + all included rates); added tax = rate × (price − included taxes).
 */
export function priceOf(
  base: number,
  currency: string,
  { fees, taxes }: Pricing,
  discount: { name: string; of: Discount } | null = null,
): Breakdown {
  const off = discount ? discountOn(base, discount.of) : 0;
  const price = base - off;
  const lines: PriceLine[] = [];
  if (discount && off > 0) lines.push({ kind: "DISCOUNT", name: discount.name, amount: -off, isIncluded: false });
  for (const { name, rate: ofPrice, fixed: also, isIncluded } of price > 0 ? fees : []) {
    const amount = share(price, ofPrice) + (also?.currency === currency ? also.amount : 0);
    if (amount > 0) lines.push({ kind: "FEE", name, amount, isIncluded });
  }
  const withFees = base + sumOfAdded(lines);
  const included = taxes.filter(({ isIncluded }) => isIncluded);
  const wholeWithTax = PERCENT_100 + included.reduce((sum, tax) => sum + tax.rate, 0);
  for (const { name, rate: ofNet } of included) {
    const amount = share(withFees, ofNet, wholeWithTax);
    if (amount > 0) lines.push({ kind: "TAX", name, amount, isIncluded: true, rate: ofNet });
  }
  const net = withFees - lines.reduce((sum, line) => sum + (line.kind === "TAX" ? line.amount : 0), 0);
  for (const { name, rate: ofNet } of taxes.filter(({ isIncluded }) => !isIncluded)) {
    const amount = share(net, ofNet);
    if (amount > 0) lines.push({ kind: "TAX", name, amount, isIncluded: false, rate: ofNet });
  }
  return { base, lines, total: base + sumOfAdded(lines) };
}

/** Whether the total of an order of this many tickets is in range. */
export function canBeTotalled({ total }: Breakdown, tickets: number): boolean {
  return total * tickets <= MAX_TOTAL;
}

/** Sum of several tickets, line by line; lines of one kind, name and rate are merged. */
export function sumOf(breakdowns: Breakdown[]): Breakdown {
  const lines = new Map<string, PriceLine>();
  for (const line of breakdowns.flatMap((each) => each.lines)) {
    const key = JSON.stringify([line.kind, line.name, line.isIncluded, line.rate ?? null]);
    const before = lines.get(key);
    lines.set(key, { ...line, amount: line.amount + (before?.amount ?? 0) });
  }
  const sum = (of: (each: Breakdown) => number) => breakdowns.reduce((total, each) => total + of(each), 0);
  return { base: sum(({ base }) => base), lines: [...lines.values()], total: sum(({ total }) => total) };
}

/** In the format of the public schema. */
export function toPriceBreakdown({ base, lines, total }: Breakdown, currency: string) {
  const money = (amount: number) => ({ amount, currency });
  return {
    base: money(base),
    lines: lines.map(({ kind, name, amount, isIncluded, rate: ofTax }) => ({
      kind,
      name,
      amount: money(amount),
      included: isIncluded,
      ratePercent: ofTax == null ? null : percentOf(ofTax),
    })),
    total: money(total),
  };
}

function discountOn(base: number, discount: Discount): number {
  return discount.kind === "RATE" ? share(base, discount.rate) : Math.min(discount.amount, base);
}

function sumOfAdded(lines: PriceLine[]): number {
  return lines.reduce((sum, { amount, isIncluded }) => sum + (isIncluded ? 0 : amount), 0);
}
