// What a package is, in a few words.
import type { App } from "../app-context.ts";
import type { Money } from "../format.ts";

interface Discounted {
  discountPercent: number | null;
  discountAmount: Money | null;
}

/** Such as `20% off each ticket`. */
export function discountOf({ discountPercent, discountAmount }: Discounted, { texts, format }: App): string {
  const amount = discountAmount ? format.money(discountAmount) : format.percent(discountPercent ?? 0);
  return texts.packages.less(amount);
}

/** How many of its events a buyer takes. */
export const scopeOf = (events: number, eventsToChoose: number, { texts: { packages } }: Pick<App, "texts">): string =>
  events === eventsToChoose ? packages.all(events) : packages.choose(eventsToChoose, events);
