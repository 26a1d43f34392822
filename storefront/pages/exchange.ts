// The first step of an exchange: which tickets, and for which seats.
import { keptPath } from "../app/exchange/kept-path.ts";
import { ExchangePage, OtherEvents } from "../documents/exchange.generated.ts";
import type { PageData } from "../page-data.ts";
import type { HeldSeats, OtherEvent } from "../page-data/exchange.ts";
import type { Problem } from "../page-data/problem.ts";
import { chosenOf, eventOf, ticketsOf } from "./choice-of-tickets.ts";
import { exchangeableEvents, lastMoment, reasonOfEvent } from "./exchangeable.ts";
import { continueSession, notFound, type Outcome, type Page, type Visit } from "./page.ts";
import { quotePath } from "./selection.ts";

type Data = PageData["exchange"];
type Event = Data["event"];
const HELD = "hold:";

/** Other dates first, then other events; each in the order of time. */
export function otherEventsOf(event: Event, currency: string, found: readonly OtherEvent[]): OtherEvent[] {
  const isDate = ({ name, series }: OtherEvent) =>
    series === null || event.series === null ? name === event.name : series.id === event.series.id;
  const others = found.filter(
    ({ id, priceTiers }) => id !== event.id && priceTiers.some(({ price }) => price.currency === currency),
  );
  return [...others.filter(isDate), ...others.filter((one) => !isDate(one))];
}

/** Seats that tickets for this event can pay for. */
const heldFor = (event: Event, currency: string, holds: readonly HeldSeats[]) =>
  holds.filter(
    (held) =>
      held.package === null &&
      held.total.currency === currency &&
      held.event?.organization?.id === event.organization?.id &&
      (held.event?.id === event.id || event.exchangePolicy?.otherEvents === true),
  );

async function othersOf({ ask, url }: Visit, event: Event, currency: string): Promise<Pick<Data, "others" | "next">> {
  if (!event.exchangePolicy?.otherEvents || !event.organization) return { others: [], next: null };
  const after = url.searchParams.get("after");
  const { events } = await ask(OtherEvents, { organizationId: event.organization.id, after });
  return {
    others: otherEventsOf(event, currency, events.nodes),
    next: events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null,
  };
}

/** @param form as it was sent */
async function dataOf(visit: Visit, form: URLSearchParams): Promise<Data | Outcome> {
  const { me, order } = await visit.ask(ExchangePage, { id: visit.params.id! });
  if (!me) return continueSession(visit);
  const exchangeable = order ? exchangeableEvents(order, me.id) : [];
  const event = order && eventOf(visit, order, exchangeable);
  if (!event || order.buyer?.id !== me.id) return notFound;
  const { currency } = order.total;
  const reason = reasonOfEvent(order, event) ?? null;
  const tickets = ticketsOf(order, event, me);
  return {
    ...{ orderId: order.id, number: order.number, event, tickets, reason, needsAccount: me.kind === "GUEST" },
    until: lastMoment(event) ?? null,
    fee: { amount: event.exchangePolicy?.fee ?? 0, currency },
    ...(reason === null ? await othersOf(visit, event, currency) : { others: [], next: null }),
    held: reason === null ? heldFor(event, currency, me.holds ?? []) : [],
    otherTickets: order.events
      .filter(({ id }) => id !== event.id && exchangeable.includes(id))
      .map(({ id, name }) => ({ id, name })),
    chosen: chosenOf(tickets, form),
    to: form.get("to") ?? event.id,
  };
}

const isData = (outcome: Data | Outcome): outcome is Data => "tickets" in outcome;

/** Where the new seats are chosen, or the exchange for held seats is confirmed. */
function next({ orderId, event, others, held, to }: Data, ticketIds: string[]): string | undefined {
  const exchanged = { orderId, ticketIds };
  const hold = held.find(({ id }) => to === `${HELD}${id}`);
  if (hold) return quotePath(exchanged, hold.id);
  if (to !== event.id && !others.some(({ id }) => id === to)) return undefined;
  const quantity = String(ticketIds.length);
  return keptPath(`/e/${to}`, { accessCode: null, exchange: exchanged }, [["quantity", quantity]]);
}

export const exchange: Page = {
  path: "/order/:id/exchange",
  load: async (visit) => {
    const data = await dataOf(visit, visit.url.searchParams);
    return isData(data) ? { view: "exchange", data } : data;
  },
  submit: async (visit, form) => {
    const data = await dataOf(visit, form);
    if (!isData(data)) return data;
    if (data.needsAccount) return { view: "exchange", data };
    const refused = (problem: Problem): Outcome => ({ view: "exchange", status: 409, data: { ...data, problem } });
    if (data.reason !== null) return refused({ code: "TicketsNotExchangeable", values: { reason: data.reason } });
    // Nothing is chosen for the visitor here: a ticket that has just become impossible is not replaced by another one.
    if (!form.has("give") || data.chosen.length === 0) return refused({ code: "NO_TICKETS_CHOSEN" });
    const to = next(data, data.chosen);
    return to === undefined ? refused({ code: "SEATS_GONE" }) : { to };
  },
};
