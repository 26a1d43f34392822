// Tells the others what an event is called, and where and when it is.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { placeOf } from "../../../domain/calendar.ts";
import { EventDescribed } from "../../../schema/messages/catalog.ts";
import { EventEntity } from "../entities/event.ts";
import { VenueEntity } from "../entities/venue.ts";

/** As it is now, with what `tx` has changed. */
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
