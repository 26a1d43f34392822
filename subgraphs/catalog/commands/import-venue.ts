// Writes an imported hall: a new venue, or a new version of one.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { VenueEntity } from "../entities/venue.ts";
import type { HallDocument } from "../content/halls/import-json.ts";
import type { ImportVenue } from "../inputs.ts";
import { audit } from "./audit.ts";
import { insertVenue } from "./create-venue.ts";
import { updateVenue } from "./update-venue.ts";

const NEEDED = ["name", "city", "country", "timeZone"] as const;

/** What the import would write: fields of the request come before those of the document. @throws GraphQLError BAD_USER_INPUT */
export function importOf(input: ImportVenue, hall: HallDocument) {
  const named = Object.fromEntries(NEEDED.map((name) => [name, input[name] ?? hall[name]]));
  if (input.venueId === null)
    for (const name of NEEDED)
      if (named[name] === undefined) throw badInput(`input.${name}`, "is needed for a new venue");
  if (input.venueId !== null && input.expectedVersion === null)
    throw badInput("input.expectedVersion", "is needed for a new version of a venue");
  return { ...hall, ...named } as HallDocument & Record<(typeof NEEDED)[number], string>;
}

/** Returns the id of the venue. Refusals: NotFound, VenueChanged, IdempotencyKeyReused */
export async function importVenue(tx: Tx, userId: string, input: ImportVenue, hall: HallDocument): Promise<Outcome> {
  const { idempotencyKey, dryRun: _, ...given } = input;
  const request = { userId, mutation: "importVenue", key: idempotencyKey, input: given };
  const { organizationId, venueId, expectedVersion } = input;
  const written = importOf(input, hall);
  return once(tx, request, async () => {
    if (venueId === null) {
      const id = await insertVenue(tx, { organizationId, ...written });
      await audit(tx, { organizationId, action: "importVenue", subject: id });
      return id;
    }
    if (!(await tx.findOne(VenueEntity, { id: venueId, organizationId }))) throw new NotFound("venue");
    await updateVenue(tx, venueId, { ...written, expectedVersion: expectedVersion! }, "importVenue");
    return venueId;
  });
}
