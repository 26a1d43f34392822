// Deletes a venue without events. A concurrent `createEvent` waits for the row of the venue, and then finds none.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EventEntity } from "../entities/event.ts";
import { SectionEntity } from "../entities/section.ts";
import { VenueEntity } from "../entities/venue.ts";
import { VenueShareEntity } from "../entities/venue-share.ts";
import { VenueVersionEntity } from "../entities/venue-version.ts";
import { VenueInUse } from "../errors.ts";
import { audit } from "./audit.ts";

/** Returns the id of the venue. Refusals: VenueInUse, NotFound, IdempotencyKeyReused */
export async function deleteVenue(
  tx: Tx,
  userId: string,
  { venueId, organizationIds, idempotencyKey }: { venueId: string; organizationIds: string[]; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "deleteVenue", key: idempotencyKey, input: { venueId } }, async () => {
    const theirs = { id: venueId, organizationId: { $in: organizationIds } };
    const venue = await tx.findOne(VenueEntity, theirs, LOCKED);
    if (!venue) throw new NotFound("venue");
    if (await tx.findOne(EventEntity, { venueId }, { fields: ["id"] })) throw new VenueInUse();
    await tx.nativeDelete(VenueShareEntity, { venueId });
    await tx.nativeDelete(SectionEntity, { venueId });
    await tx.nativeDelete(VenueVersionEntity, { venueId });
    await tx.nativeDelete(VenueEntity, { id: venueId });
    await audit(tx, { organizationId: venue.organizationId, action: "deleteVenue", subject: venueId });
    return venueId;
  });
}
