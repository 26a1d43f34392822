// Which tickets can be exchanged, and what they are worth: for quotes, and again when an exchange begins and when its order is stored.
import type { Session } from "../../../platform/postgres/session.ts";
import { sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import { TicketsNotExchangeable } from "../errors.ts";
import { reasonOf, reasonOfPolicy, ticketsToGive, type Policies, type TicketToGive } from "./ticket-rules.ts";

/** A ticket and the policy of its event. */
export type ExchangeableTicket = Pick<TicketToGive, "id" | "eventId" | "price" | "fee" | "endsAt">;

export interface TicketsToExchange {
  ticketIds: string[];
  /** A clerk is not bound by the policies, and takes no fee. */
  isByClerk: boolean;
  /** Events of the new seats; undefined if they are not known yet. */
  newEventIds?: string[];
  /** Of the new seats; undefined if it is not known yet. */
  currency?: string;
}

const POLICIES: Policies<{ otherEvents: boolean | null }> = {
  table: sql`exchange_policy`,
  isAllowed: sql`p.is_allowed`,
  more: sql`p.other_events`,
};

/**
 * The tickets, in the sequence of the IDs. For a change the caller has locked the order.
 * @throws NotFound for a ticket that is not of the order, TicketsNotExchangeable
 */
export async function exchangeable(
  session: Session,
  order: Order,
  { ticketIds, isByClerk, newEventIds = [], currency = order.currency }: TicketsToExchange,
): Promise<ExchangeableTicket[]> {
  const tickets = await ticketsToGive(session, order.id, ticketIds, POLICIES);
  const isElsewhere = ({ otherEvents, eventId }: (typeof tickets)[number]) =>
    !otherEvents && newEventIds.some((id) => id !== eventId);
  const bound = tickets.map(
    (ticket) => reasonOfPolicy(ticket) ?? (isElsewhere(ticket) ? ("OTHER_EVENT" as const) : undefined),
  );
  const refused =
    reasonOf(order, tickets) ??
    (isByClerk ? undefined : bound.find(Boolean)) ??
    (currency === order.currency ? undefined : "OTHER_CURRENCY");
  if (refused) throw new TicketsNotExchangeable(refused);
  return tickets.map(({ id, eventId, price, fee, endsAt }) =>
    isByClerk ? { id, eventId, price, fee: 0, endsAt: null } : { id, eventId, price, fee, endsAt },
  );
}
