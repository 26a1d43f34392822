// Publishes name, place, times and sections of an event to other subgraphs.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { placeOf } from "../../../domain/calendar.ts";
import { EventDescribed } from "../../../schema/messages/catalog.ts";
import { EventEntity } from "../entities/event.ts";
import { VenueEntity } from "../entities/venue.ts";
import { sectionsAt } from "./fix-hall.ts";

/** Publishes the current state, including changes of `tx`. */
export async function describeEvent(tx: Tx, eventId: string): Promise<void> {
  const event = await tx.findOneOrFail(EventEntity, { id: eventId });
  const { version, name, startsAt, endsAt, doorsAt, organizationId, journey = null, questionnaire } = event;
  const venue = await tx.findOneOrFail(VenueEntity, { id: event.venueId });
  const sections = await sectionsAt(tx, venue.id, event.venueVersion ?? venue.version);
  await publish(tx, EventDescribed, eventId, {
    eventId,
    version,
    name,
    place: placeOf(venue, journey),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    doorsAt: doorsAt?.toISOString() ?? null,
    timeZone: venue.timeZone,
    organizationId,
    sections: sections.map(({ id, name: label }) => ({ id, label })),
    ...(questionnaire && { questionnaire }),
  });
}
