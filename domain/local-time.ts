// Local times of a place, and the instants that they are. Source: RFC 5545 section 3.3.5

const DAY_MS = 86_400_000;
/** Events are before it, so that derived times, such as the end of sales, are valid, too. */
export const END_YEAR = 3000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Local date and time as if it were UTC, in milliseconds. */
export function localMs(at: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    const [numeric, two] = ["numeric", "2-digit"] as const;
    const time = { hour: two, minute: two, second: two, hourCycle: "h23" } as const;
    format = new Intl.DateTimeFormat("en-US", { timeZone, year: numeric, month: two, day: two, ...time });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) + at.getUTCMilliseconds();
}

/** Local day, such as `2027-12-24`. */
export const localDay = (at: Date, timeZone: string): string =>
  new Date(localMs(at, timeZone)).toISOString().slice(0, "YYYY-MM-DD".length);

/**
 * The instant of a local time. Of two, when clocks are put back, the first. A time that clocks skip is read with the offset before.
 * @param local as `localMs` gives it
 */
export function instantOf(local: number, timeZone: string): Date {
  const offsetAt = (ms: number) => localMs(new Date(ms), timeZone) - ms;
  const [before, after] = [offsetAt(local - DAY_MS), offsetAt(local + DAY_MS)];
  const isRight = (offset: number) => offsetAt(local - offset) === offset;
  return new Date(local - (isRight(before) || !isRight(after) ? before : after));
}

/** A local time later by so much, by the clock of the place. */
export function movedBy(at: Date, timeZone: string, ms: number): Date {
  return instantOf(localMs(at, timeZone) + ms, timeZone);
}
