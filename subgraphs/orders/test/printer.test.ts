// One thread prints all tickets: a buyer with many tickets does not delay notifications or other buyers.
import { FIRST } from "../../../platform/core/worker-thread.ts";
import { createPrinter, type Printer } from "../notifications/printer.ts";

let printer: Printer;
beforeAll(() => {
  printer = createPrinter("/nowhere");
});
afterAll(() => printer.stop());

const event = {
  eventId: "e",
  version: 1,
  name: "Tosca",
  place: "Halle",
  startsAt: new Date("2027-03-28T18:00:00Z"),
  endsAt: null,
  timeZone: "Europe/Berlin",
};
const order = { number: "ABCDEFGH23", currency: "EUR", createdAt: new Date(0) };
const print = (by: string | typeof FIRST) => printer.print({ event, order, tickets: [], locale: "en" }, by);

test("letters come first, and buyers take turns", async () => {
  const printed: string[] = [];
  const ask = (name: string, by: string | typeof FIRST) => print(by).then(() => printed.push(name));
  const asked = Array.from({ length: 20 }, () => ask("many", "buyer"));
  await Promise.all([...asked, ask("other", "another"), ask("letter", FIRST)]);
  expect(printed).toHaveLength(22);
  expect(printed.indexOf("letter")).toBeLessThanOrEqual(1);
  expect(printed.indexOf("other")).toBeLessThanOrEqual(3);
});

test("one buyer can fill only a part of the queue, and others still get in", async () => {
  const crowd = Array.from({ length: 60 }, () =>
    print("buyer").then(
      () => "printed",
      (error: { extensions?: { code?: string } }) => error.extensions?.code,
    ),
  );
  await expect(print("another")).resolves.toBeInstanceOf(Buffer);
  const answers = await Promise.all(crowd);
  expect(answers.filter((answer) => answer === "RATE_LIMITED").length).toBeGreaterThanOrEqual(9);
  expect(answers.filter((answer) => answer === "printed").length).toBeGreaterThanOrEqual(50);
});
