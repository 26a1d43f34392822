import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { priceOf, type Breakdown, type Pricing } from "../../../domain/pricing.ts";

export const PriceTierEntity = defineEntity({
  name: "PriceTier",
  tableName: "price_tier",
  properties: {
    id: p.uuid().primary(),
    eventId: p.uuid(),
    name: p.text(),
    /** What the organizer asks for a ticket. */
    amount: p.integer(),
    currency: p.text(),
    sectionIds: p.array(),
    /** What a ticket costs; null until the event is published. */
    breakdown: p.json<Breakdown>().nullable(),
  },
});

export type PriceTier = InferEntity<typeof PriceTierEntity>;

/** Prices that are frozen, or those of now. */
export function breakdownOf({ amount, currency, breakdown }: PriceTier, pricing: Pricing): Breakdown {
  return breakdown ?? priceOf(amount, currency, pricing);
}
