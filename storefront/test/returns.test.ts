// Which tickets can be given back, what is said before a purchase, and what is said of a refusal.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createFormat } from "../app/format.ts";
import { textOf } from "../app/problem-text.ts";
import { quoteOfReturnPath, returnPath } from "../app/return/return-path.ts";
import { termsOf } from "../app/return/terms-of.ts";
import { texts as de } from "../app/texts/de.ts";
import { texts as en, type Texts } from "../app/texts/en.ts";
import { texts as es } from "../app/texts/es.ts";
import { texts as fr } from "../app/texts/fr.ts";
import { texts as he } from "../app/texts/he.ts";
import { chosenOf, ticketsOf } from "../pages/choice-of-tickets.ts";
import { explainReturn } from "../pages/return-quote.ts";
import { lastMoment, reasonOfEvent, returnableEvents } from "../pages/returnable.ts";
import { pageAt } from "../pages/routes.ts";

const NOW = Date.parse("2027-03-01T12:00:00Z");
const event = {
  ...{ id: "e", status: "ON_SALE", startsAt: "2027-03-01T20:00:00Z" },
  returnPolicy: { mode: "ALWAYS", minutesBefore: 60, fee: 500 },
};
const order = { status: "CONFIRMED", buyer: { id: "me" }, payments: [{ tender: null }] };
const ticket = { id: "t", status: "VALID", frozen: false, holder: { id: "me" }, event: { id: "e" } };

test("tickets can be given back by the policy of their event, until its last moment", () => {
  expect(lastMoment(event)).toBe("2027-03-01T19:00:00.000Z");
  for (const mode of ["ALWAYS", "WAITLIST"])
    expect(reasonOfEvent(order, { ...event, returnPolicy: { mode, minutesBefore: 60 } }, NOW)).toBeUndefined();
  expect(reasonOfEvent(order, event, Date.parse("2027-03-01T19:00:00Z"))).toBe("TOO_LATE");
  for (const returnPolicy of [null, { mode: "NONE", minutesBefore: 0 }])
    expect(reasonOfEvent(order, { ...event, returnPolicy }, NOW)).toBe("NOT_ALLOWED");
  expect(returnableEvents({ ...order, events: [event], tickets: [ticket] }, "me", NOW)).toEqual(["e"]);
  expect(returnableEvents({ ...order, events: [event], tickets: [ticket] }, "clerk", NOW)).toEqual([]);
  const used = { ...ticket, status: "USED" };
  expect(returnableEvents({ ...order, events: [event], tickets: [used] }, "me", NOW)).toEqual([]);
});

test("a ticket that is being exchanged can't be chosen, and the only one left is chosen already", () => {
  const exchange = { tickets: [{ ticket: { id: "t" } }] };
  const me = { id: "me", orders: { nodes: [{ id: "o", number: "N1", exchange }] } };
  const tickets = [ticket, { ...ticket, id: "free" }, { ...ticket, id: "gone", status: "CANCELLED" }];
  const choice = ticketsOf({ events: [event], tickets }, event, me);
  expect(choice.map(({ ticket: { id }, reason }) => [id, reason])).toEqual([
    ["t", "EXCHANGE_IN_PROGRESS"],
    ["free", null],
  ]);
  expect(choice[0]!.paysFor).toEqual({ id: "o", number: "N1" });
  expect(chosenOf(choice, new URLSearchParams("give=t"))).toEqual(["free"]);
});

test("the chosen tickets are in the addresses of the pages", () => {
  expect(returnPath("o", ["a", "b"])).toBe("/order/o/return?give=a&give=b");
  const quote = quoteOfReturnPath("o", ["a", "b"]);
  expect(quote).toBe("/order/o/return/quote?give=a&give=b");
  expect(pageAt(quote.split("?", 1)[0]!)).toMatchObject({ page: { path: "/order/:id/return/quote" } });
  expect(pageAt("/order/o/return")).toMatchObject({ page: { path: "/order/:id/return" } });
});

const languages: [string, Texts][] = Object.entries({ en, de, fr, es, he });

test.each(languages)("in %s the policy is said before the purchase, with its fee and its deadline", (locale, texts) => {
  const app = { texts, format: createFormat(locale) };
  const later = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const said = (policy: { mode: string; minutesBefore: number; fee: number } | null, startsAt = later) =>
    termsOf({ startsAt, timeZone: "Europe/Berlin", returnPolicy: policy }, "EUR", app);
  const always = said({ mode: "ALWAYS", minutesBefore: 0, fee: 500 })!;
  expect(always).toContain(app.format.money({ amount: 500, currency: "EUR" }));
  expect(always).toContain(app.format.moment(later, "Europe/Berlin"));
  expect(said({ mode: "ALWAYS", minutesBefore: 0, fee: 0 })).toContain(texts.returns.noFee);
  expect(said({ mode: "WAITLIST", minutesBefore: 0, fee: 500 })).not.toBe(always);
  expect(said({ mode: "NONE", minutesBefore: 0, fee: 500 })).toBeUndefined();
  expect(said(null)).toBeUndefined();
  expect(said({ mode: "ALWAYS", minutesBefore: 30 * 24 * 60, fee: 500 })).toBeUndefined();
});

/** Of an enum in the schema. */
function namesIn(name: string): string[] {
  const schema = readFileSync(path.join(import.meta.dirname, "../../schema/api.graphql"), "utf8");
  const [, values] = new RegExp(`^enum ${name} \\{([^}]*)\\}`, "m").exec(schema)!;
  return values!
    .replaceAll(/"[^"]*"/g, "")
    .split(/\s+/)
    .filter(Boolean);
}

test.each(languages)("in %s every refusal of a return has a text of its own", (locale, texts) => {
  const app = { texts, format: createFormat(locale) };
  const reasons = namesIn("TicketsNotReturnableReason");
  expect(reasons).toContain("NOBODY_WAITS");
  const message = "The message of the API.";
  const said = [
    ...reasons.map((reason) => explainReturn({ __typename: "TicketsNotReturnable", message, reason: reason as never })),
    explainReturn({ __typename: "ReturnTotalChanged", message, refund: { amount: 100, currency: "EUR" } }),
    explainReturn({ __typename: "IdempotencyKeyReused", message }),
  ].map((problem) => textOf(problem, app));
  expect(said).not.toContain(message);
  expect(new Set(said).size).toBe(said.length);
});
