import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { priceOf, type Breakdown, type Pricing } from "../../../domain/pricing.ts";
import { EventEntity } from "./event.ts";
import type { TierPrices } from "./tier-prices.ts";

export const PriceTierEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "PriceTier",
    tableName: "price_tier",
    uniques: [{ properties: ["eventId", "name"] }],
    properties: {
      id: p.uuid().primary(),
      eventId: p.manyToOne(of(EventEntity)).mapToPk().name("event_id"),
      name: p.text(),
      /** Base price of a ticket, set by the organizer. */
      amount: p.integer(),
      currency: p.text(),
      sectionIds: p.array().columnType("uuid[]"),
      /** Price of a ticket with fees and taxes; null until the first attempt to publish fixes it. */
      breakdown: p.json<Breakdown>().nullable(),
      /** Phases and further prices; null for one price that was never changed. */
      prices: p.json<TierPrices>().nullable(),
    },
  }),
);

export type PriceTier = InferEntity<typeof PriceTierEntity>;

/** Fixed price of the tier, or its price with `pricing`. */
export function breakdownOf({ amount, currency, breakdown }: PriceTier, pricing: Pricing): Breakdown {
  return breakdown ?? priceOf(amount, currency, pricing);
}
