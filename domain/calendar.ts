// An event as an iCalendar file (RFC 5545), for the calendars of those who go.
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** What says no end takes so long. */
const ASSUMED_HOURS = 3;

export interface CalendarEntry {
  id: string;
  /** Calendars take the higher one: what was changed replaces what was saved before. */
  version: number;
  name: string;
  description: string | null;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  isCancelled: boolean;
}

/** Where an event is, in one line. */
export function placeOf(
  venue: { name: string; city: string },
  journey: { origin: string; destination: string } | null,
): string {
  return journey ? `${journey.origin} – ${journey.destination}` : `${venue.name}, ${venue.city}`;
}

export function calendarOf({ id, version, name, description, startsAt, endsAt, place, isCancelled }: CalendarEntry) {
  const calendar = ical({
    prodId: "//Boxoffice//Events//EN",
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id,
    sequence: version,
    start: startsAt,
    end: endsAt ?? new Date(startsAt.getTime() + ASSUMED_HOURS * 3_600_000),
    summary: name,
    description,
    location: place,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
