// Which tickets can be exchanged, and what they are worth: for quotes, and again when an exchange begins and when its order is stored.
import type { Session } from "../../../platform/postgres/session.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import type { TicketsNotExchangeableReason } from "../enums.generated.ts";
import { TicketsNotExchangeable } from "../errors.ts";

/** A ticket and the policy of its event. */
export interface ExchangeableTicket {
  id: string;
  eventId: string;
  price: number;
  /** Part of the price that the buyer does not get back. */
  fee: number;
  /** Last moment to exchange it; null for clerks. */
  endsAt: Date | null;
}

interface FoundTicket extends ExchangeableTicket {
  status: "VALID" | "USED" | "CANCELLED";
  holderId: string;
  isAllowed: boolean;
  otherEvents: boolean;
  isLate: boolean;
  isEventCancelled: boolean;
  /** Of an exchange that has not ended. */
  isInExchange: boolean;
}

export interface TicketsToExchange {
  ticketIds: string[];
  /** A clerk is not bound by the policies, and takes no fee. */
  isByClerk: boolean;
  /** Events of the new seats; undefined if they are not known yet. */
  newEventIds?: string[];
  /** Of the new seats; undefined if it is not known yet. */
  currency?: string;
}

/** In the sequence of the IDs. Without a start of the event in the database nothing is allowed to buyers. */
function found(session: Session, orderId: string, ticketIds: string[]): Promise<FoundTicket[]> {
  return rows<FoundTicket>(
    session,
    sql`select t.id, t.event_id, t.price, t.status, t.holder_id, least(coalesce(p.fee, 0), t.price) as fee, f.starts_at - make_interval(mins => p.minutes_before) as ends_at,
          coalesce(p.is_allowed and f.event_id is not null, false) as is_allowed, coalesce(p.other_events, false) as other_events,
          coalesce(f.starts_at - make_interval(mins => p.minutes_before) <= app_now(), false) as is_late,
          exists (select from cancelled_event c where c.event_id = t.event_id) as is_event_cancelled,
          exists (select from exchange x where x.from_order_id = t.order_id and x.status in ('OPEN', 'CLAIMED') and t.id = any(x.ticket_ids)) as is_in_exchange
        from unnest(${ticketIds}::uuid[]) with ordinality as g(id, n) join ticket t on t.id = g.id
          left join exchange_policy p on p.event_id = t.event_id left join event_facts f on f.event_id = t.event_id
        where t.order_id = ${orderId} order by g.n`,
  );
}

/**
 * The tickets, in the sequence of the IDs. For a change the caller has locked the order.
 * @throws NotFound for a ticket that is not of the order, TicketsNotExchangeable
 */
export async function exchangeable(
  session: Session,
  order: Order,
  { ticketIds, isByClerk, newEventIds, currency = order.currency }: TicketsToExchange,
): Promise<ExchangeableTicket[]> {
  const tickets = await found(session, order.id, ticketIds);
  if (tickets.length < ticketIds.length) throw new NotFound("ticket");
  const reason = reasonOfOrder(order) ?? tickets.map((ticket) => reasonOf(ticket, order)).find(Boolean);
  const bound = isByClerk ? undefined : tickets.map((ticket) => reasonOfPolicy(ticket, newEventIds)).find(Boolean);
  const refused = reason ?? bound ?? (currency === order.currency ? undefined : "OTHER_CURRENCY");
  if (refused) throw new TicketsNotExchangeable(refused);
  return tickets.map(({ id, eventId, price, fee, endsAt }) =>
    isByClerk ? { id, eventId, price, fee: 0, endsAt: null } : { id, eventId, price, fee, endsAt },
  );
}

function reasonOfOrder({ status, isFrozen, tender }: Order): TicketsNotExchangeableReason | undefined {
  if (tender !== null) return "SOLD_AT_COUNTER";
  if (isFrozen) return "DISPUTED";
  return status === "CONFIRMED" || status === "PARTIALLY_REFUNDED" ? undefined : "REFUNDED";
}

function reasonOf(ticket: FoundTicket, { buyerId }: Order): TicketsNotExchangeableReason | undefined {
  if (ticket.status === "CANCELLED") return "REFUNDED";
  if (ticket.status === "USED") return "USED";
  if (ticket.holderId !== buyerId) return "TRANSFERRED";
  if (ticket.isEventCancelled) return "EVENT_CANCELLED";
  return ticket.isInExchange ? "EXCHANGE_IN_PROGRESS" : undefined;
}

function reasonOfPolicy(
  { isAllowed, isLate, otherEvents, eventId }: FoundTicket,
  newEventIds: string[] = [],
): TicketsNotExchangeableReason | undefined {
  if (!isAllowed) return "NOT_ALLOWED";
  if (isLate) return "TOO_LATE";
  return !otherEvents && newEventIds.some((id) => id !== eventId) ? "OTHER_EVENT" : undefined;
}

/** What the tickets are worth for the buyer. */
export function worthOf(tickets: Pick<ExchangeableTicket, "price" | "fee">[]): number {
  return tickets.reduce((sum, { price, fee }) => sum + price - fee, 0);
}
