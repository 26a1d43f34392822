import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

export const VenueEntity = defineEntity({
  name: "Venue",
  tableName: "venue",
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.text(),
    city: p.text(),
    country: p.text(),
    timeZone: p.text(),
    capacity: p.integer(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export type Venue = InferEntity<typeof VenueEntity>;
