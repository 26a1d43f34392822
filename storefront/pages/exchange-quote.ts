// The second step of an exchange: what the tickets pay of held seats, and the confirmation.
import { createHash, randomUUID } from "node:crypto";
import { exchangePath } from "../app/exchange/kept-path.ts";
import { ExchangeTickets } from "../documents/exchange.generated.ts";
import type { ExchangeTicketsMutation } from "../documents/exchange.generated.ts";
import { ExchangeQuotePage, ReleaseHold } from "../documents/hold.generated.ts";
import type { ExchangeQuotePageQuery } from "../documents/hold.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { Problem } from "../page-data/problem.ts";
import type { TicketsToExchange } from "../page-data/seats.ts";
import { answersIn, type Faults } from "./answers.ts";
import { readAndRememberHolds, rememberHolds } from "./basket.ts";
import { changeHold, namesIn, orderFormOf, orFaults, typedCode } from "./order-form.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";
import { DEFAULT_CARD, payOrShow } from "./payment.ts";

const exchangeOf = ({ params, url }: Visit): TicketsToExchange => ({
  orderId: params.id!,
  ticketIds: url.searchParams.getAll("give"),
});

type Read = { [Name in keyof ExchangeQuotePageQuery]: NonNullable<ExchangeQuotePageQuery[Name]> };

async function read(visit: Visit): Promise<Read | Outcome> {
  const exchange = exchangeOf(visit);
  if (exchange.ticketIds.length === 0) return { to: exchangePath(exchange) };
  const variables = { id: visit.params.hold!, orderId: exchange.orderId, ticketIds: exchange.ticketIds };
  const answer = await visit.ask(ExchangeQuotePage, variables).catch((error: unknown) => {
    // Of a guest: the page before says what to do.
    if (error instanceof OperationFailed && error.code === "FORBIDDEN") return undefined;
    throw error;
  });
  if (!answer) return { to: exchangePath(exchange) };
  const { me, order, hold } = answer;
  if (!me) return continueSession(visit);
  return order && hold && order.buyer?.id === me.id ? { me, order, hold } : notFound;
}

type Quoted = NonNullable<ExchangeQuotePageQuery["hold"]>["exchangeQuote"];
type Refusal = Exclude<Quoted, { __typename: "ExchangeQuote" }>;
type ExchangeRefusal = Exclude<ExchangeTicketsMutation["exchangeTickets"], { __typename: "Order" | "AnswersRefused" }>;

/** A refusal of a quote or of an exchange. */
export function explain(refusal: Refusal | ExchangeRefusal): Problem {
  if (refusal.__typename === "TicketsNotExchangeable") return problemOf(refusal, { reason: refusal.reason });
  if (refusal.__typename === "ExchangeTotalChanged") return problemOf(refusal, refusal.difference);
  return problemOf(refusal);
}

function dataOf(visit: Visit, { me, order, hold }: Read, form: URLSearchParams, faults: Faults) {
  const exchange = exchangeOf(visit);
  const { exchangeQuote: quoted } = hold;
  return {
    ...{ exchange, number: order.number, hold },
    viewer: { displayName: me.displayName, email: me.email },
    quote: quoted.__typename === "ExchangeQuote" ? quoted : null,
    tickets: order.tickets.filter(({ id }) => exchange.ticketIds.includes(id)),
    ...orderFormOf([hold], form, visit.locale, faults),
    ...{ key: randomUUID(), typedCode: typedCode(form, hold.id), card: fieldOf(form, "card") ?? DEFAULT_CARD },
  };
}

async function show(
  visit: Visit,
  form = new URLSearchParams(),
  problem?: Problem,
  faults: Faults = {},
): Promise<Outcome> {
  const found = await read(visit);
  if (!("hold" in found)) return found;
  const { me, hold } = found;
  rememberHolds(visit, me.holds ?? []);
  const data = dataOf(visit, found, form, faults);
  const { exchangeQuote: quoted } = hold;
  // A hold that has ended says so itself.
  const refused = quoted.__typename === "ExchangeQuote" || hold.status !== "ACTIVE" ? undefined : explain(quoted);
  const shown = problem ?? refused;
  return shown
    ? { view: "exchangeQuote", status: 409, data: { ...data, problem: shown } }
    : { view: "exchangeQuote", data };
}

/** The seats go back on sale, and others are chosen. */
async function release(visit: Visit, id: string): Promise<Outcome> {
  await visit.ask(ReleaseHold, { id });
  await readAndRememberHolds(visit);
  return { to: exchangePath(exchangeOf(visit)) };
}

/** The same form sent again is the same exchange or return. Refusals are those of the key, so what is sent is part of it. */
export function keyOf(key: string, input: object, what: "exchange" | "return" = "exchange"): string {
  const hash = createHash("sha256").update(JSON.stringify([key, input]));
  return `${what} ${hash.digest("hex")}`;
}

async function confirm(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const names = namesIn(form);
  if (!names) return show(visit, form, { code: "NAMES_INCOMPLETE" });
  const found = await read(visit);
  if (!("hold" in found)) return found;
  const { hold } = found;
  const { exchangeQuote: quoted } = hold;
  const difference = Number(form.get("difference") ?? NaN);
  if (hold.status === "ACTIVE") {
    if (quoted.__typename !== "ExchangeQuote") return show(visit, form);
    // A difference that the API refuses ends the hold: the new one is shown before.
    if (quoted.difference.amount !== difference)
      return show(visit, form, { code: "DIFFERENCE_CHANGED", values: { ...quoted.difference } });
  }
  const given = { holdId: hold.id, ticketIds: exchangeOf(visit).ticketIds, expectedDifference: difference };
  const content = { ...given, ...names, ...answersIn(form, [hold]) };
  const input = { ...content, idempotencyKey: keyOf(fieldOf(form, "key") ?? randomUUID(), content) };
  const result = await orFaults(input, async () => (await visit.ask(ExchangeTickets, { input })).exchangeTickets);
  if ("faults" in result) return show(visit, form, { code: "AnswersRefused" }, result.faults);
  if (result.__typename !== "Order") return show(visit, form, explain(result));
  await readAndRememberHolds(visit);
  return result.amountDue.amount > 0 ? payOrShow(visit, result.id, form) : { to: `/order/${result.id}` };
}

export const exchangeQuote: Page = {
  path: "/order/:id/exchange/:hold",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    const released = form.get("release");
    if (released) return release(visit, released);
    const changed = await changeHold(visit, form, [visit.params.hold!]);
    return changed ? show(visit, form, changed.problem) : confirm(visit, form);
  },
};
