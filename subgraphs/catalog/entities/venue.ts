import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";

export const VenueEntity = entity(({ defineEntity, p }) =>
  defineEntity({
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
      createdAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export type Venue = InferEntity<typeof VenueEntity>;
