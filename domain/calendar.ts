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
  venue: { name: string; city: string; address?: { lines: string[]; postalCode: string | null } | null },
  journey: { origin: string; destination: string } | null,
): string {
  if (journey) return `${journey.origin} – ${journey.destination}`;
  const { name, city, address } = venue;
  const town = address?.postalCode ? `${address.postalCode} ${city}` : city;
  return [name, ...(address?.lines ?? []), town].join(", ");
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
