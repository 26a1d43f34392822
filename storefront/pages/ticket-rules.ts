// Which tickets of an order its buyer may give away by a policy of the organizer, as far as these pages know. The API decides when there is a quote.
export interface Policy {
  isAllowed: boolean;
  minutesBefore: number;
}

interface EventOfTickets {
  id: string;
  status: string;
  startsAt: string;
}

export interface OrderOfTickets {
  status: string;
  buyer: { id: string } | null;
  payments: readonly { tender: string | null }[] | null;
}

interface TicketOfOrder {
  status: string;
  frozen: boolean;
  holder: { id: string } | null;
}

type ReasonOfEvent = "SOLD_AT_COUNTER" | "REFUNDED" | "EVENT_CANCELLED" | "NOT_ALLOWED" | "TOO_LATE";

/** Why the ticket can't be given away; undefined if it can be. */
export function reasonOfTicket({ status, frozen, holder }: TicketOfOrder, buyerId: string) {
  if (status === "CANCELLED") return "REFUNDED";
  if (status === "USED") return "USED";
  if (frozen) return "DISPUTED";
  return holder?.id === buyerId ? undefined : "TRANSFERRED";
}

export function rulesBy<Event extends EventOfTickets>(policyOf: (event: Event) => Policy | null) {
  /** Undefined if the organizer allows it never. */
  function lastMoment(event: Event): string | undefined {
    const policy = policyOf(event);
    if (!policy?.isAllowed) return undefined;
    return new Date(Date.parse(event.startsAt) - policy.minutesBefore * 60_000).toISOString();
  }

  /** Why no ticket for the event can be given away; undefined if tickets can be. */
  function reasonOfEvent(order: OrderOfTickets, event: Event, now = Date.now()): ReasonOfEvent | undefined {
    if (order.payments?.some(({ tender }) => tender !== null)) return "SOLD_AT_COUNTER";
    if (order.status !== "CONFIRMED" && order.status !== "PARTIALLY_REFUNDED") return "REFUNDED";
    if (event.status === "CANCELLED") return "EVENT_CANCELLED";
    const until = lastMoment(event);
    if (until === undefined) return "NOT_ALLOWED";
    return Date.parse(until) <= now ? "TOO_LATE" : undefined;
  }

  /** IDs of the events with tickets that this person can give away. */
  function eventsOf(
    order: OrderOfTickets & {
      events: readonly Event[];
      tickets: readonly (TicketOfOrder & { event: { id: string } })[];
    },
    viewerId: string,
    now = Date.now(),
  ): string[] {
    if (order.buyer?.id !== viewerId) return [];
    const open = order.events.filter((event) => reasonOfEvent(order, event, now) === undefined);
    const canBe = (eventId: string) =>
      order.tickets.some((ticket) => ticket.event.id === eventId && reasonOfTicket(ticket, viewerId) === undefined);
    return open.map(({ id }) => id).filter(canBe);
  }

  return { lastMoment, reasonOfEvent, eventsOf };
}
