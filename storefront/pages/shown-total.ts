// The total that a form without a script has shown, from the prices in its fields (app/prices/shown.tsx).
import { costOf, type Step } from "../app/prices/offers.ts";

const MOST_FIELDS = 500;
/** `tier|steps|key`: a step is an amount, or `<seats>x<amount>`. */
const FORM = /^([^|]*)\|((?:\d{1,10}x)?\d{1,10}(?:,(?:\d{1,10}x)?\d{1,10}){0,40})\|(.{0,200})$/s;

function stepsIn(ladder: string): Step[] {
  return ladder.split(",").map((step) => {
    const [first, second] = step.split("x", 2);
    return second === undefined
      ? { amount: Number(first), seats: null }
      : { amount: Number(second), seats: Number(first) };
  });
}

/** @param seats numbers of seats by the key of their price @returns null if it was not shown, or depends on the tier */
export function shownTotal(params: URLSearchParams, tier: string, seats: ReadonlyMap<string, number>): number | null {
  const tiers = new Map<string, Map<string, Step[]>>();
  for (const field of params.getAll("shown").slice(0, MOST_FIELDS)) {
    const [, id, ladder, key] = FORM.exec(field) ?? [];
    if (id === undefined || ladder === undefined || key === undefined) return null;
    const prices = tiers.get(id) ?? new Map<string, Step[]>();
    tiers.set(id, prices.set(key, stepsIn(ladder)));
  }
  const totals = new Set<number>();
  for (const [id, prices] of tiers) {
    if (tier && id !== tier) continue;
    let total = 0;
    for (const [key, count] of seats)
      total += count === 0 ? 0 : prices.has(key) ? costOf(prices.get(key)!, count) : NaN;
    totals.add(total);
  }
  const [only] = totals;
  return totals.size === 1 && Number.isSafeInteger(only) ? only! : null;
}
