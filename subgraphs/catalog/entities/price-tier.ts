import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Breakdown } from "../../../domain/pricing.ts";

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
