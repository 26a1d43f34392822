// Dates by rules of RFC 5545, over changes of the clock.
import { instantOf, localMs, movedBy } from "./local-time.ts";
import { BadRule, datesOf } from "./recurrence.ts";

const dates = async (rule: string, from: string, zone = "Europe/Berlin") =>
  (await datesOf(rule, new Date(from), zone)).map((date) => date.toISOString().replace(":00.000Z", "Z"));

test.each([
  [
    "in autumn",
    "FREQ=WEEKLY;COUNT=3",
    "2026-10-18T18:00Z",
    ["2026-10-18T18:00Z", "2026-10-25T19:00Z", "2026-11-01T19:00Z"],
  ],
  [
    "in spring",
    "RRULE:FREQ=DAILY;COUNT=3",
    "2026-03-28T19:00Z",
    ["2026-03-28T19:00Z", "2026-03-29T18:00Z", "2026-03-30T18:00Z"],
  ],
  [
    "at a time that is skipped",
    "FREQ=DAILY;COUNT=3",
    "2026-03-28T01:30Z",
    ["2026-03-28T01:30Z", "2026-03-30T00:30Z", "2026-03-31T00:30Z"],
  ],
  [
    "at a time that comes twice",
    "FREQ=DAILY;COUNT=3",
    "2026-10-24T00:30Z",
    ["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"],
  ],
  [
    "by weekdays until a time",
    "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261105T183000Z",
    "2026-10-24T17:30Z",
    ["2026-10-27T18:30Z", "2026-10-29T18:30Z", "2026-11-03T18:30Z", "2026-11-05T18:30Z"],
  ],
  [
    "twice a day",
    "FREQ=DAILY;BYHOUR=15,20;BYMINUTE=0;COUNT=3",
    "2026-11-24T12:00Z",
    ["2026-11-24T14:00Z", "2026-11-24T19:00Z", "2026-11-25T14:00Z"],
  ],
  [
    "on second Fridays",
    "FREQ=MONTHLY;BYDAY=2FR;COUNT=2",
    "2026-10-24T17:30Z",
    ["2026-11-13T18:30Z", "2026-12-11T18:30Z"],
  ],
  [
    "on the 31st",
    "FREQ=MONTHLY;COUNT=3",
    "2026-10-31T19:00Z",
    ["2026-10-31T19:00Z", "2026-12-31T19:00Z", "2027-01-31T19:00Z"],
  ],
])("%s", async (_, rule, from, expected) => {
  expect(await dates(rule, from)).toEqual(expected);
});

test.each([
  ["", /needs FREQ|no part/],
  ["FREQ=WEEKLY", /either COUNT or UNTIL/],
  ["FREQ=WEEKLY;COUNT=3;UNTIL=20270101T000000Z", /either COUNT or UNTIL/],
  ["FREQ=WEEKLY;COUNT=3;COUNT=4", /twice/],
  ["COUNT=3", /needs FREQ/],
  ["FREQ=SECONDLY;COUNT=3", /"FREQ=SECONDLY" is no part/],
  ["FREQ=WEEKLY;COUNT=0", /"COUNT=0"/],
  ["FREQ=WEEKLY;COUNT=1e3", /"COUNT=1e3"/],
  ["FREQ=WEEKLY;UNTIL=20270101", /"UNTIL=20270101"/],
  ["FREQ=WEEKLY;BYDAY=XX;COUNT=3", /"BYDAY=XX"/],
  ["FREQ=MONTHLY;BYMONTHDAY=99;COUNT=3", /"BYMONTHDAY=99"/],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", /gives no dates/],
  ["FREQ=DAILY;UNTIL=20200101T000000Z", /gives no dates/],
  ["FREQ=DAILY;COUNT=367", /more than 366 dates/],
  ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=5", /not all, within 4000 steps of its FREQ/],
  ["FREQ=YEARLY;INTERVAL=999;COUNT=2", /dates from the year 3000 on/],
  ["FREQ=WEEKLY;COUNT=3\nEXDATE:20261025T190000Z", /no part/],
  ["FREQ=WEEKLY;COUNT=3;__proto__=1", /no part/],
  [`FREQ=WEEKLY;COUNT=3;BYDAY=${"MO,".repeat(200)}MO`, /at most 300 characters/],
])("%j is refused with the reason", async (rule, reason) => {
  const asked = () => datesOf(rule, new Date("2026-10-18T18:00Z"), "Europe/Berlin");
  await expect(asked).rejects.toThrow(BadRule);
  await expect(asked).rejects.toThrow(reason);
});

test("a local time is moved by the clock of the place", () => {
  const hours = (n: number) => n * 3_600_000;
  const moved = (at: string, ms: number, zone = "Europe/Berlin") => movedBy(new Date(at), zone, ms).toISOString();
  expect(moved("2026-10-24T18:00:00.000Z", hours(24))).toBe("2026-10-25T19:00:00.000Z");
  expect(moved("2026-03-28T01:30:00.000Z", hours(24))).toBe("2026-03-29T01:30:00.000Z");
  expect(moved("2026-10-24T00:30:00.000Z", hours(24))).toBe("2026-10-25T00:30:00.000Z");
  expect(moved("2026-11-01T02:30:00.000Z", hours(-24), "America/St_Johns")).toBe("2026-10-31T02:30:00.000Z");
  for (const zone of ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += hours(25)) {
      const local = localMs(new Date(at), zone);
      expect([zone, localMs(instantOf(local, zone), zone)]).toEqual([zone, local]);
    }
});
