// An event as an iCalendar file (RFC 5545).
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** Duration of events without an end. */
const ASSUMED_HOURS = 3;

export interface CalendarEntry {
  id: string;
  /** Calendars use the higher number: a changed event replaces the saved one. */
  version: number;
  name: string;
  description: string | null;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  isCancelled: boolean;
}

/** Place of an event, in one line. */
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
