// Prices of tiers, and their history.
import { required } from "../../../platform/core/batching.ts";
import { parseInput } from "../../../platform/core/input.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import type { Offer, OfferStep } from "../../../domain/price-offers.ts";
import { percentOf, toPriceBreakdown, type Pricing } from "../../../domain/pricing.ts";
import { mayReadPricing } from "../access.ts";
import { setEventFees } from "../commands/set-event-fees.ts";
import { setPrices } from "../commands/set-prices.ts";
import { setPricesInput } from "../content/prices/inputs.ts";
import { setEventFeesInput } from "../inputs.ts";
import { settingsOf } from "../entities/price-change.ts";
import type { Event } from "../entities/event.ts";
import type { PriceTier } from "../entities/price-tier.ts";
import { offersOf } from "../entities/tier-prices.ts";
import { priceHistory } from "../queries/price-history.ts";
import type { SaleChanges } from "../workflows/change-sale.ts";
import { eventNow, managedEvent, type Context } from "./context.ts";

export async function changePricesOf(
  context: Context,
  input: { eventId: string },
  saleChanges: Pick<SaleChanges, "tellPrices">,
): Promise<Event> {
  const { id } = await managedEvent(context, input.eventId);
  const parsed = parseInput(setPricesInput, input);
  const { userId } = signedIn(context);
  await runOnce(context.database, (tx) => setPrices(tx, userId, { ...parsed, eventId: id }));
  await saleChanges.tellPrices(id);
  context.loaders.tiersOfEvent.clear(id);
  return eventNow(context, id);
}

export async function changeFeesOf(
  context: Context,
  input: { eventId: string },
  saleChanges: Pick<SaleChanges, "tellPrices">,
): Promise<Event> {
  const { id } = await managedEvent(context, input.eventId);
  const parsed = parseInput(setEventFeesInput, input);
  const { userId } = signedIn(context);
  await runOnce(context.database, (tx) => setEventFees(tx, userId, { ...parsed, eventId: id }));
  await saleChanges.tellPrices(id);
  context.loaders.tiersOfEvent.clear(id);
  context.loaders.pricingOfEvent.clear(id);
  return eventNow(context, id);
}

/** Fees and taxes in the prices of an event. */
export async function feesOf({ id, organizationId }: Event, { viewer, loaders }: Context) {
  if (!mayReadPricing(viewer, organizationId)) return null;
  const { pricing, isOwn } = await required(loaders.pricingOfEvent.load(id), "event");
  return { ...toPublicFees(pricing), own: Boolean(isOwn) };
}

/** In the format of the public schema. */
export function toPublicFees({ fees, taxes }: Pricing) {
  return {
    fees: fees.map(({ fixed, isIncluded, ...fee }) => ({
      ...fee,
      ratePercent: percentOf(fee.rate),
      amount: fixed,
      included: isIncluded,
    })),
    taxes: taxes.map(({ isIncluded, ...tax }) => ({ ...tax, ratePercent: percentOf(tax.rate), included: isIncluded })),
  };
}

export async function pricesOf(context: Context, tier: PriceTier) {
  const { pricing } = await required(context.loaders.pricingOfEvent.load(tier.eventId), "event");
  return offersOf(tier, pricing).map((offer) => toPublicPrice(offer, tier.currency));
}

function toPublicPrice({ label, isStandard, steps, opensAt, closesAt, ...conditions }: Offer, currency: string) {
  return {
    ...conditions,
    name: label,
    standard: isStandard,
    ...priced(steps.at(-1)!, currency),
    salesStartAt: dateOf(opensAt),
    salesEndAt: dateOf(closesAt),
    phases: steps.slice(0, -1).map((step) => ({
      name: step.phase!,
      ...priced(step, currency),
      until: dateOf(step.endsAt),
      quantity: step.quantity,
    })),
  };
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

const priced = ({ breakdown }: OfferStep, currency: string) => ({
  price: { amount: breakdown.total, currency },
  breakdown: toPriceBreakdown(breakdown, currency),
});

export async function historyOf({ id, organizationId }: Event, { viewer, database }: Context) {
  if (!mayReadPricing(viewer, organizationId)) return null;
  const changes = await priceHistory(database, id);
  return changes.map((change) => ({
    version: change.version,
    changedAt: change.changedAt,
    prices: settingsOf(change),
  }));
}
