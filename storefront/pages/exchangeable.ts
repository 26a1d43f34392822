// Which tickets of an order its buyer may exchange, as far as these pages know. The API decides when there is a quote.
import type { TicketsNotExchangeableReason } from "../documents/exchange.generated.ts";

interface Policy {
  isAllowed: boolean;
  minutesBefore: number;
}

interface EventWithPolicy {
  id: string;
  status: string;
  startsAt: string;
  exchangePolicy: Policy | null;
}

interface OrderOfTickets {
  status: string;
  buyer: { id: string } | null;
  payments: readonly { tender: string | null }[] | null;
}

interface TicketOfOrder {
  status: string;
  frozen: boolean;
  holder: { id: string } | null;
}

type Reason = TicketsNotExchangeableReason;

/** Last moment for an exchange; undefined if the organizer allows none. */
export function lastMoment({ startsAt, exchangePolicy }: EventWithPolicy): string | undefined {
  if (!exchangePolicy?.isAllowed) return undefined;
  return new Date(Date.parse(startsAt) - exchangePolicy.minutesBefore * 60_000).toISOString();
}

/** Why no ticket for the event can be exchanged; undefined if tickets can be. */
export function reasonOfEvent(order: OrderOfTickets, event: EventWithPolicy, now = Date.now()): Reason | undefined {
  if (order.payments?.some(({ tender }) => tender !== null)) return "SOLD_AT_COUNTER";
  if (order.status !== "CONFIRMED" && order.status !== "PARTIALLY_REFUNDED") return "REFUNDED";
  if (event.status === "CANCELLED") return "EVENT_CANCELLED";
  const until = lastMoment(event);
  if (until === undefined) return "NOT_ALLOWED";
  return Date.parse(until) <= now ? "TOO_LATE" : undefined;
}

/** Why the ticket can't be exchanged; undefined if it can be. */
export function reasonOfTicket({ status, frozen, holder }: TicketOfOrder, buyerId: string): Reason | undefined {
  if (status === "CANCELLED") return "REFUNDED";
  if (status === "USED") return "USED";
  if (frozen) return "DISPUTED";
  return holder?.id === buyerId ? undefined : "TRANSFERRED";
}

type OrderWithTickets = OrderOfTickets & {
  events: readonly EventWithPolicy[];
  tickets: readonly (TicketOfOrder & { event: { id: string } })[];
};

/** Events with tickets that this person can exchange. */
export function exchangeableEvents(order: OrderWithTickets, viewerId: string, now = Date.now()): string[] {
  if (order.buyer?.id !== viewerId) return [];
  const open = order.events.filter((event) => reasonOfEvent(order, event, now) === undefined);
  const canBe = (eventId: string) =>
    order.tickets.some((ticket) => ticket.event.id === eventId && reasonOfTicket(ticket, viewerId) === undefined);
  return open.map(({ id }) => id).filter(canBe);
}
