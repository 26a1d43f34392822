import { calendarOf, placeOf } from "./calendar.ts";

const event = {
  id: "01a1ff08-ccdc-787e-9cfa-2f6d7b1ad219",
  name: "Tosca, Act II; reprise",
  description: "Doors at 19:00\r\nATTENDEE:mailto:somebody@example.org",
  startsAt: new Date("2027-03-28T18:00:00Z"),
  endsAt: null,
  version: 4,
  place: placeOf({ name: "Oper", city: "Köln" }, null),
  timeZone: "Europe/Berlin",
  isCancelled: false,
};

/** Lines that were folded are one again. */
const linesOf = (file: string) => file.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

test("a calendar takes the event with its time, place and version, and what people wrote stays text", () => {
  const lines = linesOf(calendarOf(event));
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
  for (const line of calendarOf(event).split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("a cancelled event is taken out again, and a journey is from where to where", () => {
  const cancelled = linesOf(calendarOf({ ...event, isCancelled: true }));
  expect(cancelled).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED"]));
  const place = placeOf({ name: "Train", city: "Köln" }, { origin: "Köln", destination: "Trier" });
  const endsAt = new Date("2027-03-28T19:30:00Z");
  expect(linesOf(calendarOf({ ...event, place, endsAt }))).toEqual(
    expect.arrayContaining(["LOCATION:Köln – Trier", "DTEND:20270328T193000Z"]),
  );
});

test("a calendar says when doors open, by the clock of the venue", () => {
  const descriptionAt = (doorsAt: string) =>
    linesOf(calendarOf({ ...event, description: "Bring a coat", doorsAt: new Date(doorsAt) })).find((line) =>
      line.startsWith("DESCRIPTION"),
    );
  expect(descriptionAt("2027-03-28T17:00:00Z")).toBe("DESCRIPTION:Doors open: 19:00\\n\\nBring a coat");
  expect(descriptionAt("2027-03-27T17:00:00Z")).toBe("DESCRIPTION:Doors open: 27 Mar 2027\\, 18:00\\n\\nBring a coat");
});
