// The first step of giving tickets back: which ones.
import { quoteOfReturnPath } from "../app/return/return-path.ts";
import { ReturnPage } from "../documents/return.generated.ts";
import type { PageData } from "../page-data.ts";
import type { Problem } from "../page-data/problem.ts";
import { chosenOf, eventOf, ticketsOf } from "./choice-of-tickets.ts";
import { continueSession, notFound, type Outcome, type Page, type Visit } from "./page.ts";
import { lastMoment, reasonOfEvent, returnableEvents } from "./returnable.ts";

type Data = PageData["returnChoice"];

/** @param form as it was sent */
async function dataOf(visit: Visit, form: URLSearchParams): Promise<Data | Outcome> {
  const { me, order } = await visit.ask(ReturnPage, { id: visit.params.id! });
  if (!me) return continueSession(visit);
  const returnable = order ? returnableEvents(order, me.id) : [];
  const event = order && eventOf(visit, order, returnable);
  if (!event || order.buyer?.id !== me.id) return notFound;
  const tickets = ticketsOf(order, event, me);
  return {
    ...{ orderId: order.id, number: order.number, event, tickets, needsAccount: me.kind === "GUEST" },
    reason: reasonOfEvent(order, event) ?? null,
    until: lastMoment(event) ?? null,
    fee: { amount: event.returnPolicy?.fee ?? 0, currency: order.total.currency },
    otherTickets: order.events
      .filter(({ id }) => id !== event.id && returnable.includes(id))
      .map(({ id, name }) => ({ id, name })),
    chosen: chosenOf(tickets, form),
  };
}

const isData = (outcome: Data | Outcome): outcome is Data => "tickets" in outcome;

export const returnChoice: Page = {
  path: "/order/:id/return",
  load: async (visit) => {
    const data = await dataOf(visit, visit.url.searchParams);
    return isData(data) ? { view: "returnChoice", data } : data;
  },
  submit: async (visit, form) => {
    const data = await dataOf(visit, form);
    if (!isData(data)) return data;
    if (data.needsAccount) return { view: "returnChoice", data };
    const refused = (problem: Problem): Outcome => ({ view: "returnChoice", status: 409, data: { ...data, problem } });
    if (data.reason !== null) return refused({ code: "TicketsNotReturnable", values: { reason: data.reason } });
    // Nothing is chosen for the visitor here: a ticket that has just become impossible is not replaced by another one.
    if (!form.has("give") || data.chosen.length === 0) return refused({ code: "NO_TICKETS_CHOSEN" });
    return { to: quoteOfReturnPath(data.orderId, data.chosen) };
  },
};
