import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { priceOf, type Breakdown, type Pricing } from "../../../domain/pricing.ts";
import { EventEntity } from "./event.ts";

export const PriceTierEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "PriceTier",
    tableName: "price_tier",
    uniques: [{ properties: ["eventId", "name"] }],
    properties: {
      id: p.uuid().primary(),
      eventId: p.manyToOne(of(EventEntity)).mapToPk().name("event_id"),
      name: p.text(),
      /** What the organizer asks for a ticket. */
      amount: p.integer(),
      currency: p.text(),
      sectionIds: p.array().columnType("uuid[]"),
      /** What a ticket costs; null until the event is published. */
      breakdown: p.json<Breakdown>().nullable(),
    },
  }),
);

export type PriceTier = InferEntity<typeof PriceTierEntity>;

/** Prices that are frozen, or those of now. */
export function breakdownOf({ amount, currency, breakdown }: PriceTier, pricing: Pricing): Breakdown {
  return breakdown ?? priceOf(amount, currency, pricing);
}
