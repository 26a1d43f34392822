import { calendarOf } from "./calendar.ts";
import type { Event } from "./entities/event.ts";
import type { Venue } from "./entities/venue.ts";

const event: Event = {
  id: "01a1ff08-ccdc-787e-9cfa-2f6d7b1ad219",
  organizationId: "",
  venueId: "",
  seriesId: null,
  name: "Tosca, Act II; reprise",
  description: "Doors at 19:00\r\nATTENDEE:mailto:somebody@example.org",
  category: "THEATRE",
  status: "ON_SALE",
  startsAt: new Date("2027-03-28T18:00:00Z"),
  endsAt: null,
  overAt: new Date(),
  journey: null,
  maxSeatsPerBuyer: 10,
  version: 4,
  cancelReason: null,
  holdSeconds: 600,
  maxHoldSeconds: 3_600,
  avoidSingleSeats: false,
  companionsPerWheelchairPlace: null,
};
const venue = { name: "Oper", city: "Köln" } as Venue;

/** Lines that were folded are one again. */
const linesOf = (file: string) => file.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

test("a calendar takes the event with its time, place and version, and what people wrote stays text", () => {
  const lines = linesOf(calendarOf(event, venue));
  expect(lines).toEqual(
    expect.arrayContaining([
      "METHOD:PUBLISH",
      `UID:${event.id}`,
      "SEQUENCE:4",
      "DTSTART:20270328T180000Z",
      "DTEND:20270328T210000Z",
      "SUMMARY:Tosca\\, Act II\\; reprise",
      "LOCATION:Oper\\, Köln",
      "STATUS:CONFIRMED",
    ]),
  );
  expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
  for (const line of calendarOf(event, venue).split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("a cancelled event is taken out again, and a journey is from where to where", () => {
  const cancelled = linesOf(calendarOf({ ...event, status: "CANCELLED" }, venue));
  expect(cancelled).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED"]));
  const journey = { route: "7", origin: "Köln", destination: "Trier", departsAt: "", arrivesAt: "" };
  const endsAt = new Date("2027-03-28T19:30:00Z");
  expect(linesOf(calendarOf({ ...event, journey, endsAt }, venue))).toEqual(
    expect.arrayContaining(["LOCATION:Köln – Trier", "DTEND:20270328T193000Z"]),
  );
});
