// An event as an iCalendar file (RFC 5545), for the calendars of those who go.
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Event } from "./entities/event.ts";
import type { Venue } from "./entities/venue.ts";

/** What says no end takes so long. */
const ASSUMED_HOURS = 3;

export function calendarOf(event: Event, venue: Venue): string {
  const isCancelled = event.status === "CANCELLED";
  const calendar = ical({
    prodId: "//Boxoffice//Events//EN",
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  const { id, version, name, description, startsAt, journey } = event;
  calendar.createEvent({
    id,
    // Calendars take the higher one: what was changed replaces what was saved before.
    sequence: version,
    start: startsAt,
    end: event.endsAt ?? new Date(startsAt.getTime() + ASSUMED_HOURS * 3_600_000),
    summary: name,
    description: description ?? null,
    location: journey ? `${journey.origin} – ${journey.destination}` : `${venue.name}, ${venue.city}`,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
