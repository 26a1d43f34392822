// The choice of tickets that are exchanged or given back: of one event of an order.
import type { TicketToChoose } from "../page-data/exchange.ts";
import type { Visit } from "./page.ts";
import { reasonOfTicket } from "./ticket-rules.ts";

interface Ticket {
  id: string;
  status: string;
  frozen: boolean;
  holder: { id: string } | null;
  event: { id: string };
}

interface Order<Event, Of> {
  events: readonly Event[];
  tickets: readonly Of[];
}

interface OpenOrder {
  id: string;
  number: string;
  exchange: { tickets: readonly { ticket: { id: string } }[] } | null;
}

export interface Me {
  id: string;
  orders: { nodes: readonly OpenOrder[] } | null;
}

/** The event of the address or of the chosen tickets, or else the first with tickets that can be given. */
export function eventOf<Event extends { id: string }>(
  { url }: Visit,
  { events, tickets }: Order<Event, Ticket>,
  possible: readonly string[],
): Event | undefined {
  const given = tickets.find(({ id }) => id === url.searchParams.get("give"))?.event.id;
  const wanted = url.searchParams.get("event") ?? given;
  return events.find(({ id }) => id === wanted) ?? events.find(({ id }) => possible.includes(id)) ?? events[0];
}

/** Tickets for the event that are not cancelled. */
export function ticketsOf<Of extends Ticket>(
  order: Order<unknown, Of>,
  event: { id: string },
  me: Me,
): TicketToChoose<Of>[] {
  const paid = (me.orders?.nodes ?? []).flatMap(({ id, number, exchange: begun }) =>
    (begun?.tickets ?? []).map(({ ticket }) => [ticket.id, { id, number }] as const),
  );
  const orders = new Map(paid);
  return order.tickets
    .filter((ticket) => ticket.event.id === event.id && ticket.status !== "CANCELLED")
    .map((ticket) => {
      const paysFor = orders.get(ticket.id) ?? null;
      return { ticket, paysFor, reason: reasonOfTicket(ticket, me.id) ?? (paysFor && "EXCHANGE_IN_PROGRESS") };
    });
}

/** Those of the form that can be chosen, or else the only one. */
export function chosenOf(tickets: readonly TicketToChoose<{ id: string }>[], form: URLSearchParams): string[] {
  const free = tickets.filter((one) => one.reason === null).map(({ ticket }) => ticket.id);
  const given = form.getAll("give").filter((id) => free.includes(id));
  return given.length === 0 && free.length === 1 ? free : given;
}
