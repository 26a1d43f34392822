// Conditions of a price in words.
import type { App } from "../app-context.ts";
import type { Offer } from "./offers.ts";

/** `zone` is that of the event. */
export function conditionsOf(offer: Offer, zone: string, { texts, format }: Pick<App, "texts" | "format">): string[] {
  const { prices } = texts;
  const { plan, phase, endsAt, left, status } = offer;
  const others = plan.onlyWith.length > 0 ? plan.onlyWith.reduce((all, one) => prices.or(all, one)) : "";
  const next = offer.steps[1]?.amount ?? (phase === null ? undefined : plan.price.amount);
  const isOpen = status === "OPEN";
  const all = [
    status === "SOLD_OUT" && prices.soldOut,
    status === "ENDED" && prices.ended,
    status === "NOT_YET" && plan.salesStartAt !== null && prices.notYet(format.moment(plan.salesStartAt, zone)),
    isOpen && phase !== null && (endsAt === null ? phase : prices.until(phase, format.moment(endsAt, zone))),
    isOpen && left !== null && prices.leftAt(left),
    isOpen && next !== undefined && prices.then(format.money({ ...offer.price, amount: next })),
    others !== "" &&
      (plan.mostForEach === null ? prices.onlyWith(others) : prices.mostForEach(plan.mostForEach, others)),
    plan.mostPerHold !== null && prices.mostPerHold(plan.mostPerHold),
    plan.needsCode && prices.needsCode,
    plan.wheelchairPlacesOnly && prices.wheelchairOnly,
  ];
  return all.filter((one) => one !== false);
}

/** Such as `Child · €20.00`. */
export const labelOf = (offer: Offer, { texts, format }: Pick<App, "texts" | "format">): string =>
  [offer.name || texts.event.tier, format.money(offer.price)].join(" · ");
