// Creates a venue with its sections.
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { SectionEntity } from "../entities/section.ts";
import { VenueEntity } from "../entities/venue.ts";
import type { CreateVenue } from "../inputs.ts";
import { audit } from "./audit.ts";

/** Creates the venue. Returns its id. Refusals: IdempotencyKeyReused */
export async function createVenue(tx: Tx, userId: string, { idempotencyKey, ...input }: CreateVenue): Promise<Outcome> {
  return once(tx, { userId, mutation: "createVenue", key: idempotencyKey, input }, async () => {
    const id = uuid();
    const { sections, ...venue } = input;
    await tx.insert(VenueEntity, {
      id,
      ...venue,
      capacity: sections.reduce((sum, section) => sum + section.capacity, 0),
      createdAt: new Date(),
    });
    await tx.insertMany(
      SectionEntity,
      sections.map((section, position) => ({ id: uuid(), venueId: id, position, ...section })),
    );
    const detail = { sections: sections.length };
    await audit(tx, { organizationId: venue.organizationId, action: "createVenue", subject: id, detail });
    return id;
  });
}
