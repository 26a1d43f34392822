import { defineEntity, p, type InferEntity } from "@mikro-orm/postgresql";

export const PriceTierEntity = defineEntity({
  name: "PriceTier",
  tableName: "price_tier",
  properties: {
    id: p.uuid().primary(),
    eventId: p.uuid(),
    name: p.text(),
    amount: p.integer(),
    currency: p.text(),
    sectionIds: p.array(),
  },
});

export type PriceTier = InferEntity<typeof PriceTierEntity>;
