// Which tickets can be exchanged, for which seats, and how an exchange finds its way through addresses.
import { readFileSync } from "node:fs";
import path from "node:path";
import { exchangePath, keptPath } from "../app/exchange/kept-path.ts";
import { createFormat } from "../app/format.ts";
import { textOf } from "../app/problem-text.ts";
import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";
import type { OtherEvent } from "../page-data/exchange.ts";
import { exchangeableEvents, lastMoment, reasonOfEvent } from "../pages/exchangeable.ts";
import { otherEventsOf } from "../pages/exchange.ts";
import { ticketsFor } from "../pages/exchange-for.ts";
import { explain, keyOf } from "../pages/exchange-quote.ts";
import { pageAt } from "../pages/routes.ts";
import { reasonOfTicket } from "../pages/ticket-rules.ts";
import { parametersOf, quotePath, selectionIn } from "../pages/selection.ts";

const NOW = Date.parse("2027-03-01T12:00:00Z");
const policy = { isAllowed: true, minutesBefore: 60 };
const event = { id: "e", status: "ON_SALE", startsAt: "2027-03-01T20:00:00Z", exchangePolicy: policy };
const order = { status: "CONFIRMED", buyer: { id: "me" }, payments: [{ tender: null }] };
const ticket = { status: "VALID", frozen: false, holder: { id: "me" } };

test("tickets can be exchanged until the organizer's last moment", () => {
  expect(lastMoment(event)).toBe("2027-03-01T19:00:00.000Z");
  expect(reasonOfEvent(order, event, NOW)).toBeUndefined();
  expect(reasonOfEvent(order, event, Date.parse("2027-03-01T18:59:59Z"))).toBeUndefined();
  expect(reasonOfEvent(order, event, Date.parse("2027-03-01T19:00:00Z"))).toBe("TOO_LATE");
  for (const exchangePolicy of [null, { ...policy, isAllowed: false }]) {
    expect(lastMoment({ ...event, exchangePolicy })).toBeUndefined();
    expect(reasonOfEvent(order, { ...event, exchangePolicy }, NOW)).toBe("NOT_ALLOWED");
  }
  expect(reasonOfEvent(order, { ...event, status: "CANCELLED" }, NOW)).toBe("EVENT_CANCELLED");
  expect(reasonOfEvent({ ...order, payments: [{ tender: "CASH" }] }, event, NOW)).toBe("SOLD_AT_COUNTER");
  expect(reasonOfEvent({ ...order, status: "PROCESSING" }, event, NOW)).toBe("REFUNDED");
});

test("of an order only the buyer's own valid tickets can be exchanged", () => {
  expect(reasonOfTicket(ticket, "me")).toBeUndefined();
  expect(reasonOfTicket({ ...ticket, status: "USED" }, "me")).toBe("USED");
  expect(reasonOfTicket({ ...ticket, status: "CANCELLED" }, "me")).toBe("REFUNDED");
  expect(reasonOfTicket({ ...ticket, frozen: true }, "me")).toBe("DISPUTED");
  expect(reasonOfTicket({ ...ticket, holder: { id: "friend" } }, "me")).toBe("TRANSFERRED");
  const other = { ...event, id: "other", exchangePolicy: null };
  const used = { ...event, id: "used" };
  const tickets = [
    { ...ticket, event: { id: "e" } },
    { ...ticket, event: { id: "other" } },
    { ...ticket, status: "USED", event: { id: "used" } },
  ];
  const whole = { ...order, events: [other, used, event], tickets };
  expect(exchangeableEvents(whole, "me", NOW)).toEqual(["e"]);
  expect(exchangeableEvents(whole, "clerk", NOW)).toEqual([]);
  expect(exchangeableEvents({ ...whole, buyer: null }, "me", NOW)).toEqual([]);
});

test("other dates of a series come before other events, and events in another currency not at all", () => {
  const one = (id: string, name: string, series: string | null, currency = "EUR"): OtherEvent => ({
    ...{ id, name, startsAt: "2027-03-02T20:00:00Z", timeZone: "Europe/Berlin" },
    series: series === null ? null : { id: series },
    priceTiers: [{ price: { amount: 1, currency } }],
  });
  const at = { id: "e", name: "Aida", series: { id: "s" } } as never;
  const found = [one("1", "Carmen", null), one("2", "Aida", "s"), one("e", "Aida", "s"), one("3", "Aida", "s", "CHF")];
  expect(otherEventsOf(at, "EUR", found).map(({ id }) => id)).toEqual(["2", "1"]);
  const alone = { id: "e", name: "Aida", series: null } as never;
  expect(otherEventsOf(alone, "EUR", [one("1", "Carmen", null), one("2", "Aida", null)])[0]!.id).toBe("2");
});

type TicketOfViewer = Parameters<typeof ticketsFor>[1][number];

test("held seats are paid with tickets of the same organizer, for the same event or one whose tickets may be exchanged for others", () => {
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const one = (id: string, eventId: string, otherEvents: boolean, organization = "org"): TicketOfViewer => ({
    ...{ id, status: "VALID", frozen: false, holder: { id: "me" } },
    order: { id: "o", number: "1", status: "CONFIRMED", buyer: { id: "me" } },
    event: {
      ...{ id: eventId, name: eventId, status: "ON_SALE", startsAt: later, timeZone: "UTC" },
      organization: { id: organization },
      exchangePolicy: { isAllowed: true, minutesBefore: 0, fee: 0, otherEvents },
    },
  });
  const hold = { event: { id: "e", name: "e", timeZone: "UTC", organization: { id: "org" } } } as never;
  const tickets = [
    one("1", "e", false),
    one("2", "e", false),
    one("3", "bound", false),
    one("4", "free", true),
    one("5", "foreign", true, "other"),
  ];
  const found = ticketsFor(hold, tickets, "me").map(({ orderId, event: { id }, count }) => [orderId, id, count]);
  expect(found).toEqual([
    ["o", "e", 2],
    ["o", "free", 1],
  ]);
  expect(ticketsFor(hold, tickets, "friend")).toEqual([]);
});

test("the tickets of an exchange survive the way through addresses and forms", () => {
  const exchange = { orderId: "o", ticketIds: ["a", "b"] };
  const selection = selectionIn(new URLSearchParams("quantity=2&for=o&give=a&give=b&access=x"), "e");
  expect(selection.exchange).toEqual(exchange);
  expect(selectionIn(parametersOf(selection), "e")).toEqual(selection);
  expect(keptPath("/e/e/seats", selection, [["section", "s"]])).toBe(
    "/e/e/seats?section=s&access=x&for=o&give=a&give=b",
  );
  expect(keptPath("/e/e", { accessCode: null, exchange: null })).toBe("/e/e");
  const quote = quotePath(exchange, "h");
  expect(pageAt(quote.split("?", 1)[0]!)).toMatchObject({
    page: { path: "/order/:id/exchange/:hold" },
    params: { id: "o", hold: "h" },
  });
  expect(quote).toBe("/order/o/exchange/h?give=a&give=b");
  expect(exchangePath(exchange)).toBe("/order/o/exchange?give=a&give=b");
  // An order without tickets, or tickets without an order, is a purchase.
  for (const half of ["for=o", "give=a"]) expect(selectionIn(new URLSearchParams(half), "e").exchange).toBeNull();
});

test("a form that is sent twice is one exchange, and with other content another", () => {
  const input = { holdId: "h", ticketIds: ["a"], expectedDifference: 100 };
  expect(keyOf("key", input)).toBe(keyOf("key", { ...input }));
  expect(new Set([keyOf("key", input), keyOf("other", input), keyOf("key", { ...input, names: ["Ada"] })]).size).toBe(
    3,
  );
});

/** Of an enum or a union in the schema. */
function namesIn(kind: "enum" | "union", name: string): string[] {
  const schema = readFileSync(path.join(import.meta.dirname, "../../schema/api.graphql"), "utf8");
  const text = new RegExp(`^${kind} ${name} (?:\\{([^}]*)\\}|= (.*))$`, "m").exec(schema)!;
  const found = text[1] === undefined ? text[2]!.split(" | ") : text[1].replaceAll(/"""[^"]*"""/g, "").split(/\s+/);
  return found.filter(Boolean);
}

const languages: [string, Texts][] = Object.entries({ en, de, fr, es, he });

test.each(languages)("in %s every refusal of an exchange has a text of its own", (locale, texts) => {
  const app = { texts, format: createFormat(locale) };
  const reasons = namesIn("enum", "TicketsNotExchangeableReason");
  expect(reasons).toContain("NOT_ALLOWED");
  const refusals = namesIn("union", "ExchangeTicketsResult").filter((name) => name !== "Order");
  expect(refusals).toContain("ExchangeTotalChanged");
  const message = "The message of the API.";
  const difference = { amount: 100, currency: "EUR" };
  const said = [
    ...reasons.map((reason) => explain({ __typename: "TicketsNotExchangeable", message, reason: reason as never })),
    ...refusals
      .filter((name) => name !== "TicketsNotExchangeable")
      .map((__typename) => explain({ __typename, message, difference } as never)),
  ].map((problem) => textOf(problem, app));
  expect(said).not.toContain(message);
  expect(new Set(said).size).toBe(said.length);
  const limit = textOf({ code: "SeatLimitInExchange", values: { limit: 7 } }, app);
  expect(limit).toContain("7");
});
