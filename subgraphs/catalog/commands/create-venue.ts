// Creates a venue with its sections.
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { SectionEntity } from "../entities/section.ts";
import { VenueEntity } from "../entities/venue.ts";
import type { Sections } from "../content/halls/hall-input.ts";
import type { CreateVenue } from "../inputs.ts";
import { audit } from "./audit.ts";

/** Creates the venue. Returns its id. Refusals: IdempotencyKeyReused */
export async function createVenue(tx: Tx, userId: string, { idempotencyKey, ...input }: CreateVenue): Promise<Outcome> {
  const request = { userId, mutation: "createVenue", key: idempotencyKey, input };
  return once(tx, request, async () => {
    const id = await insertVenue(tx, input);
    const { organizationId, sections } = input;
    const detail = { sections: sections.length };
    await audit(tx, { organizationId, action: "createVenue", subject: id, detail });
    return id;
  });
}

export async function insertVenue(tx: Tx, input: Omit<CreateVenue, "idempotencyKey">): Promise<string> {
  const id = uuid();
  const { sections, coordinates, ...venue } = input;
  await tx.insert(VenueEntity, {
    id,
    ...venue,
    ...coordinates,
    capacity: capacityOf(sections),
    createdAt: new Date(),
  });
  await insertSections(tx, id, 1, sections);
  return id;
}

export function capacityOf(sections: Sections): number {
  return sections.reduce((sum, section) => sum + section.capacity, 0);
}

/** @param layout version of the venue that has these sections first */
export async function insertSections(tx: Tx, venueId: string, layout: number, sections: Sections): Promise<void> {
  await tx.insertMany(
    SectionEntity,
    sections.map((section, position) => ({ id: uuid(), venueId, layout, position, ...section })),
  );
}
