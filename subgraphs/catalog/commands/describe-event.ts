// Publishes name, place and times of an event to other subgraphs.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { placeOf } from "../../../domain/calendar.ts";
import { EventDescribed } from "../../../schema/messages/catalog.ts";
import { EventEntity } from "../entities/event.ts";
import { VenueEntity } from "../entities/venue.ts";

/** Publishes the current state, including changes of `tx`. */
export async function describeEvent(tx: Tx, eventId: string): Promise<void> {
  const event = await tx.findOneOrFail(EventEntity, { id: eventId });
  const { version, name, startsAt, endsAt, journey = null } = event;
  const venue = await tx.findOneOrFail(VenueEntity, { id: event.venueId });
  await publish(tx, EventDescribed, eventId, {
    eventId,
    version,
    name,
    place: placeOf(venue, journey),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    timeZone: venue.timeZone,
  });
}
