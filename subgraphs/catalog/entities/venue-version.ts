import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Point } from "../../../domain/hall.ts";
import { VenueEntity } from "./venue.ts";

/** Hall of a venue at one of its versions. Never changes. A trigger of `venue` writes it. */
export const VenueVersionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "VenueVersion",
    tableName: "venue_version",
    properties: {
      venueId: p.manyToOne(of(VenueEntity)).mapToPk().name("venue_id").primary(),
      version: p.integer().primary(),
      /** Version that created its sections. */
      layout: p.integer(),
      capacity: p.integer(),
      focalPoint: p.json<Point>().nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export type VenueVersion = InferEntity<typeof VenueVersionEntity>;
