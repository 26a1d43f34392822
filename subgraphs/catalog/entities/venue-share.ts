import { entity } from "../../../platform/postgres/entities.ts";
import { VenueEntity } from "./venue.ts";

/** Right of another organization to hold events in a venue, given by its owner. */
export const VenueShareEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "VenueShare",
    tableName: "venue_share",
    properties: {
      venueId: p.manyToOne(of(VenueEntity)).mapToPk().name("venue_id").primary(),
      organizationId: p.uuid().primary(),
      createdAt: p.datetime().defaultRaw("now()"),
    },
  }),
);
