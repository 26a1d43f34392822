import fc from "fast-check";
import { localMs } from "./local-time.ts";
import { offerEnd, type OfferTimes } from "./offer-end.ts";

const HOUR = 3_600;
const far = new Date("2030-01-01T00:00:00Z");
const inBerlin = (now: string, offerSeconds: number, rest: Partial<OfferTimes> = {}) =>
  offerEnd({ now: new Date(now), offerSeconds, timeZone: "Europe/Berlin", closesAt: null, endsAt: far, ...rest })
    .toISOString()
    .replace(":00.000Z", "Z");

test.each([
  // Berlin is an hour ahead of UTC.
  ["by day it runs as long as the list says", "2027-01-15T09:00:00Z", 2 * HOUR, "2027-01-15T11:00Z"],
  ["one that ends at 22:00 ends in the morning", "2027-01-15T19:00:00Z", 2 * HOUR, "2027-01-16T09:00Z"],
  ["one that ends a minute before does not", "2027-01-15T18:59:00Z", 2 * HOUR, "2027-01-15T20:59Z"],
  ["one of half an hour has that half after 08:00", "2027-01-15T23:30:00Z", HOUR / 2, "2027-01-16T07:30Z"],
  ["one that is made just before 08:00, too", "2027-01-16T06:50:00Z", HOUR / 2, "2027-01-16T07:30Z"],
  ["at 08:00 it is day", "2027-01-16T07:00:00Z", HOUR / 2, "2027-01-16T07:30Z"],
  ["one of ten hours ends at 10:00 by itself", "2027-01-15T23:00:00Z", 10 * HOUR, "2027-01-16T09:00Z"],
  ["one of two days ends two mornings later", "2027-01-15T22:00:00Z", 48 * HOUR, "2027-01-18T09:00Z"],
  ["in the night in which clocks go forward 08:00 is earlier", "2027-03-27T23:00:00Z", HOUR, "2027-03-28T07:00Z"],
  ["in the night in which clocks go back it is later", "2027-10-30T22:00:00Z", HOUR, "2027-10-31T08:00Z"],
  ["on the evening before that, too", "2027-10-30T19:30:00Z", HOUR, "2027-10-31T08:00Z"],
])("%s", (_, now, seconds, end) => {
  expect(inBerlin(now, seconds)).toBe(end);
});

test("an offer at night runs to the close of the list at most, if it would not run longer anyway, and never past the sale", () => {
  const night = "2027-01-15T23:00:00Z";
  const at = (time: string) => new Date(time);
  expect(inBerlin(night, HOUR, { closesAt: at("2027-01-16T06:00:00Z") })).toBe("2027-01-16T06:00Z");
  expect(inBerlin(night, HOUR, { closesAt: at("2027-01-15T23:20:00Z") })).toBe("2027-01-16T00:00Z");
  expect(inBerlin(night, HOUR, { endsAt: at("2027-01-16T05:00:00Z") })).toBe("2027-01-16T05:00Z");
  expect(inBerlin(night, HOUR, { endsAt: at("2027-01-15T23:20:00Z") })).toBe("2027-01-15T23:20Z");
});

test("without a known time zone there is no night", () => {
  expect(inBerlin("2027-01-15T23:00:00Z", HOUR, { timeZone: null })).toBe("2027-01-16T00:00Z");
});

test("in no place and at no change of clocks does an offer end at night or early, or run longer than to the morning", () => {
  const zones = ["Europe/Berlin", "America/New_York", "America/Havana", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"];
  const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1_800, max: 172_800 }),
      fc.constantFrom(...zones),
      (now, offerSeconds, timeZone) => {
        const end = offerEnd({ now, offerSeconds, timeZone, closesAt: null, endsAt: far });
        const hour = (localMs(end, timeZone) % 86_400_000) / 3_600_000;
        expect(hour).toBeGreaterThanOrEqual(8);
        expect(hour).toBeLessThan(22);
        const plain = now.getTime() + offerSeconds * 1_000;
        expect(end.getTime()).toBeGreaterThanOrEqual(plain);
        // The longest night has eleven hours.
        expect(end.getTime() - plain).toBeLessThanOrEqual(13 * 3_600_000);
      },
    ),
  );
});
