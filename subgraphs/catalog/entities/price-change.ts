import { entity } from "../../../platform/postgres/entities.ts";
import { EventEntity } from "./event.ts";
import type { PriceTier } from "./price-tier.ts";
import { ONE_PRICE, type TierPrices } from "./tier-prices.ts";
import { STANDARD } from "../../../domain/price-offers.ts";

/** Prices of a tier, as an organizer has set them. */
export interface PricedTier {
  label: string;
  amount: number;
  currency: string;
  prices: TierPrices | null;
}

/** Prices of an event from one of its versions on. */
export const PriceChangeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "PriceChange",
    tableName: "price_change",
    properties: {
      eventId: p.manyToOne(of(EventEntity)).mapToPk().name("event_id").primary(),
      version: p.integer().primary(),
      changedAt: p.datetime(),
      tiers: p.json<PricedTier[]>(),
    },
  }),
);

export interface StoredPriceChange {
  version: number;
  changedAt: Date;
  tiers: PricedTier[];
}

export function pricedTiers(
  tiers: (Pick<PriceTier, "name" | "amount" | "currency"> & { prices?: TierPrices | null })[],
): PricedTier[] {
  return tiers.map(({ name, amount, currency, prices }) => ({ label: name, amount, currency, prices: prices ?? null }));
}

/** One line for each price and phase. */
export function settingsOf({ tiers }: StoredPriceChange) {
  return tiers.flatMap(({ label: tier, amount, currency, prices }) => {
    const { standardName, phases, prices: others } = prices ?? ONE_PRICE;
    return [{ label: standardName ?? STANDARD, amount, phases }, ...others].flatMap((price) => [
      ...price.phases.map((phase) => ({
        ...{ tier, name: price.label, phase: phase.label, base: { amount: phase.amount, currency } },
      })),
      { tier, name: price.label, phase: null, base: { amount: price.amount, currency } },
    ]);
  });
}
