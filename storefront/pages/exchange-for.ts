// Tickets that can pay for seats that are held: the way to an exchange from the basket.
import { TicketsForHoldPage } from "../documents/exchange.generated.ts";
import type { TicketsForHoldPageQuery } from "../documents/exchange.generated.ts";
import type { TicketsOfEvent } from "../page-data/exchange.ts";
import { exchangeableEvents } from "./exchangeable.ts";
import { continueSession, notFound, type Page } from "./page.ts";

type Held = NonNullable<TicketsForHoldPageQuery["hold"]>;
type Ticket = NonNullable<NonNullable<TicketsForHoldPageQuery["me"]>["tickets"]>["nodes"][number];

/** By order and event, in the sequence of the tickets. */
export function ticketsFor({ event }: Held, tickets: readonly Ticket[], viewerId: string): TicketsOfEvent[] {
  const groups = new Map<string, TicketsOfEvent>();
  for (const ticket of tickets) {
    const { id, name, startsAt, timeZone, organization, exchangePolicy } = ticket.event;
    const isSold = organization?.id === event?.organization?.id;
    const isAllowed = id === event?.id || exchangePolicy?.otherEvents === true;
    const order = { ...ticket.order, payments: null, events: [ticket.event], tickets: [ticket] };
    if (!isSold || !isAllowed || exchangeableEvents(order, viewerId).length === 0) continue;
    const key = `${order.id} ${id}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else
      groups.set(key, {
        orderId: order.id,
        number: order.number,
        event: { id, name, startsAt, timeZone },
        count: 1,
      });
  }
  return [...groups.values()];
}

export const exchangeFor: Page = {
  path: "/hold/:id/exchange",
  load: async (visit) => {
    const { me, hold } = await visit.ask(TicketsForHoldPage, { id: visit.params.id! });
    if (!me) return continueSession(visit);
    if (!hold) return notFound;
    if (hold.status !== "ACTIVE" || me.kind === "GUEST") return { to: `/hold/${hold.id}` };
    const groups = ticketsFor(hold, me.tickets?.nodes ?? [], me.id);
    return { view: "exchangeFor", data: { holdId: hold.id, eventName: hold.event?.name ?? "", groups } };
  },
};
