// Updates a venue. Each change is a version: events that are or were on sale keep theirs, with its sections. Of two editors of the same
// version, the second is refused.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { placeOf } from "../../../domain/calendar.ts";
import { placeParts, VenueEntity } from "../entities/venue.ts";
import { VenueChanged } from "../errors.ts";
import type { UpdateVenue } from "../inputs.ts";
import { DESCRIBE_EVENTS } from "../job-names.ts";
import { audit } from "./audit.ts";
import { capacityOf, insertSections } from "./create-venue.ts";

/** What tickets and calendars show of a venue. */
const SHOWN = ["name", "city", "address", "timeZone"] as const;

/** @throws NotFound, VenueChanged; GraphQLError BAD_USER_INPUT for a letter about a place that is the same */
export async function updateVenue(
  tx: Tx,
  venueId: string,
  change: Omit<UpdateVenue, "tellBuyers"> & Partial<Pick<UpdateVenue, "tellBuyers">>,
  action: "updateVenue" | "importVenue" = "updateVenue",
): Promise<void> {
  const venue = await tx.findOne(VenueEntity, { id: venueId }, LOCKED);
  if (!venue) throw new NotFound("venue");
  const { expectedVersion, sections, coordinates, tellBuyers = false, ...fields } = change;
  if (venue.version !== expectedVersion) throw new VenueChanged(venueId);
  const version = venue.version + 1;
  const old = placeParts(venue);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const place = coordinates === null ? { latitude: null, longitude: null } : coordinates;
  Object.assign(venue, given, place, { version }, sections && { layout: version, capacity: capacityOf(sections) });
  await tx.flush();
  if (tellBuyers && placeOf(old, null) === placeOf(venue, null))
    throw badInput("input.tellBuyers", "needs a new name, city or address");
  const changed = Object.entries({ ...fields, coordinates, sections }).filter(([, value]) => value !== undefined);
  const detail = { fields: changed.map(([name]) => name), version };
  await audit(tx, { organizationId: venue.organizationId, action, subject: venueId, detail });
  if (sections) await insertSections(tx, venueId, version, sections);
  if (SHOWN.some((name) => change[name] !== undefined))
    await schedule(tx, "catalog", DESCRIBE_EVENTS, `${venueId} ${version}`, {
      venueId,
      ...(tellBuyers && { old }),
    });
}
