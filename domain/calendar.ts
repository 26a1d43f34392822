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
  /** When doors open, if known; shown by the clock of `timeZone`. */
  doorsAt?: Date | null;
  timeZone: string;
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

/** iCalendar has no property for it. */
function doorsLine({ doorsAt, startsAt, timeZone }: CalendarEntry): string | null {
  if (!doorsAt) return null;
  const isOfThatDay = dayOf(doorsAt, timeZone) === dayOf(startsAt, timeZone);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" }).format(doorsAt);
  return `Doors open: ${isOfThatDay ? "" : `${dayOf(doorsAt, timeZone)}, `}${time}`;
}

const dayOf = (time: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium" }).format(time);

export function calendarOf(entry: CalendarEntry) {
  const { id, version, name, description, startsAt, endsAt, place, isCancelled } = entry;
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
    description: [doorsLine(entry), description].filter(Boolean).join("\n\n") || null,
    location: place,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
