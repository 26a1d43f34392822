import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Point } from "../../../domain/hall.ts";

export interface StoredAddress {
  lines: string[];
  postalCode: string | null;
}

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
      address: p.json<StoredAddress>().nullable(),
      latitude: p.float().columnType("float8").nullable(),
      longitude: p.float().columnType("float8").nullable(),
      access: p.text().nullable(),
      focalPoint: p.json<Point>().nullable(),
      /** Increases at each change. A trigger notes each version in `venue_version`. */
      version: p.integer().default(1),
      /** Version that created the current sections. */
      layout: p.integer().default(1),
    },
  }),
);

export type Venue = InferEntity<typeof VenueEntity>;

/** What the place of its events is made of. */
export type PlaceParts = Pick<Venue, "name" | "city"> & { address: StoredAddress | null };

export function placeParts({ name, city, address }: Venue): PlaceParts {
  return { name, city, address: address ?? null };
}
