// The second step of giving tickets back: what comes back for them, and the confirmation.
import { randomUUID } from "node:crypto";
import { returnPath } from "../app/return/return-path.ts";
import { ReturnQuotePage, ReturnTickets } from "../documents/return.generated.ts";
import type { ReturnQuotePageQuery, ReturnTicketsMutation } from "../documents/return.generated.ts";
import type { Problem } from "../page-data/problem.ts";
import { keyOf } from "./exchange-quote.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";

type FoundOrder = NonNullable<ReturnQuotePageQuery["order"]>;
type Quoted = NonNullable<FoundOrder["returnQuote"]>;
type Refusal = Exclude<Quoted, { __typename: "ReturnQuote" }>;
type ReturnRefusal = Exclude<ReturnTicketsMutation["returnTickets"], { __typename: "Order" }>;

const ticketIdsOf = ({ url }: Visit) => url.searchParams.getAll("give");

/** A refusal of a quote or of a return. */
export function explainReturn(refusal: Refusal | ReturnRefusal): Problem {
  if (refusal.__typename === "TicketsNotReturnable") return problemOf(refusal, { reason: refusal.reason });
  if (refusal.__typename === "ReturnTotalChanged") return problemOf(refusal, { ...refusal.refund });
  return problemOf(refusal);
}

async function read(visit: Visit): Promise<{ order: FoundOrder; quoted: Quoted } | Outcome> {
  const ticketIds = ticketIdsOf(visit);
  const choice = { to: returnPath(visit.params.id!, ticketIds) };
  if (ticketIds.length === 0) return choice;
  const { me, order } = await visit.ask(ReturnQuotePage, { id: visit.params.id!, ticketIds });
  if (!me) return continueSession(visit);
  if (!order || order.buyer?.id !== me.id || !order.returnQuote) return notFound;
  // The page before says what to do.
  return me.kind === "GUEST" ? choice : { order, quoted: order.returnQuote };
}

async function show(visit: Visit, problem?: Problem): Promise<Outcome> {
  const found = await read(visit);
  if (!("quoted" in found)) return found;
  const { order, quoted } = found;
  const isQuote = quoted.__typename === "ReturnQuote";
  const ticketIds = ticketIdsOf(visit);
  const tickets = order.tickets.filter(({ id }) => ticketIds.includes(id));
  const data = {
    ...{ orderId: order.id, number: order.number, tickets, ticketIds, key: randomUUID() },
    events: order.events.filter(({ id }) => tickets.some(({ event }) => event.id === id)),
    quote: isQuote ? quoted : null,
  };
  const shown = isQuote ? problem : explainReturn(quoted);
  return shown
    ? { view: "returnQuote", status: 409, data: { ...data, problem: shown } }
    : { view: "returnQuote", data };
}

async function confirm(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const content = {
    orderId: visit.params.id!,
    ticketIds: ticketIdsOf(visit),
    expectedRefund: Number(form.get("refund") ?? NaN),
  };
  if (!Number.isInteger(content.expectedRefund)) return show(visit);
  const idempotencyKey = keyOf(fieldOf(form, "key") ?? randomUUID(), content, "return");
  const { returnTickets: result } = await visit.ask(ReturnTickets, { input: { ...content, idempotencyKey } });
  return result.__typename === "Order" ? { to: `/order/${result.id}` } : show(visit, explainReturn(result));
}

export const returnQuote: Page = {
  path: "/order/:id/return/quote",
  load: (visit) => show(visit),
  submit: confirm,
};
