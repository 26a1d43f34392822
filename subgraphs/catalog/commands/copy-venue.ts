// Copies a venue with one of its versions: the copy is an independent venue.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { SectionEntity } from "../entities/section.ts";
import { VenueVersionEntity } from "../entities/venue-version.ts";
import type { CopyVenue } from "../inputs.ts";
import { audit } from "./audit.ts";
import { insertVenue } from "./create-venue.ts";
import { usableVenue } from "./share-venue.ts";

/**
 * Returns the id of the copy. Refusals: NotFound for a venue that the organization may not use, IdempotencyKeyReused; GraphQLError
 * BAD_USER_INPUT for an unknown version
 */
export async function copyVenue(tx: Tx, userId: string, { idempotencyKey, ...input }: CopyVenue): Promise<Outcome> {
  const request = { userId, mutation: "copyVenue", key: idempotencyKey, input };
  return once(tx, request, async () => {
    const { venueId, organizationId, version: asked, name } = input;
    const venue = await usableVenue(tx, venueId, organizationId);
    if (!venue) throw new NotFound("venue");
    const version = await tx.findOne(VenueVersionEntity, { venueId, version: asked ?? venue.version });
    if (!version) throw badInput("input.version", "must be a version of the venue");
    const sections = await tx.find(
      SectionEntity,
      { venueId, layout: version.layout },
      { orderBy: { position: "asc" } },
    );
    const { city, country, timeZone, address, latitude, longitude, access } = venue;
    const id = await insertVenue(tx, {
      organizationId,
      name: name ?? venue.name,
      city,
      country,
      timeZone,
      address,
      access,
      ...(latitude != null && longitude != null && { coordinates: { latitude, longitude } }),
      focalPoint: version.focalPoint,
      sections: sections.map(({ name: label, kind, capacity, seatRows, shape, rank }) => ({
        name: label,
        kind,
        capacity,
        seatRows: seatRows ?? null,
        shape: shape ?? null,
        rank: rank ?? null,
      })),
    });
    await audit(tx, { organizationId, action: "copyVenue", subject: id, detail: { venueId } });
    return id;
  });
}
