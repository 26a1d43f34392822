// Tells the others what an event is called, and where and when it is.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { placeOf } from "../../../domain/calendar.ts";
import { EventDescribed } from "../../../schema/messages/catalog.ts";
import type { StoredJourney } from "../entities/event.ts";

interface Described {
  version: number;
  name: string;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  journey: StoredJourney | null;
  venueName: string;
  city: string;
}

/** As it is now, with what `tx` has changed. */
export async function describeEvent(tx: Tx, eventId: string): Promise<void> {
  const event = (await row<Described>(
    tx,
    sql`select e.version, e.name, e.starts_at, e.ends_at, e.journey, v.time_zone, v.name as venue_name, v.city
        from event e join venue v on v.id = e.venue_id where e.id = ${eventId}`,
  ))!;
  const { version, name, startsAt, endsAt, timeZone, journey, venueName, city } = event;
  await publish(tx, EventDescribed, eventId, {
    eventId,
    version,
    name,
    place: placeOf({ name: venueName, city }, journey),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    timeZone,
  });
}
