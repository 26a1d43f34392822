// Which tickets their buyer can give away for other ones or for money, by the policy of their event and by what became of them.
import type { Session } from "../../../platform/postgres/session.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";

/** A ticket and what the policy of its event says. */
export interface TicketToGive {
  id: string;
  eventId: string;
  price: number;
  /** Part of the price that the buyer does not get back. */
  fee: number;
  /** Last moment by the policy; null without one. */
  endsAt: Date | null;
  status: "VALID" | "USED" | "CANCELLED";
  holderId: string;
  isAllowed: boolean;
  isLate: boolean;
  isEventCancelled: boolean;
  /** Of an exchange that has not ended. */
  isInExchange: boolean;
}

export type RefusedTicket =
  | "NOT_ALLOWED"
  | "TOO_LATE"
  | "USED"
  | "REFUNDED"
  | "TRANSFERRED"
  | "DISPUTED"
  | "SOLD_AT_COUNTER"
  | "EVENT_CANCELLED"
  | "EXCHANGE_IN_PROGRESS";

/** Policies of events as `p`. */
export interface Policies<More> {
  table: Sql;
  isAllowed: Sql;
  /** Further columns. */
  more: Sql & { readonly row?: More };
}

/**
 * In the sequence of the IDs. Without a start of the event in the database nothing is allowed.
 * @throws NotFound for a ticket that is not of the order
 */
export async function ticketsToGive<More>(
  session: Session,
  orderId: string,
  ticketIds: string[],
  { table, isAllowed, more }: Policies<More>,
): Promise<(TicketToGive & More)[]> {
  const tickets = await rows<TicketToGive & More>(
    session,
    sql`select ${more}, t.id, t.event_id, t.price, t.status, t.holder_id, least(coalesce(p.fee, 0), t.price) as fee,
          f.starts_at - make_interval(mins => p.minutes_before) as ends_at,
          coalesce(${isAllowed} and f.event_id is not null, false) as is_allowed,
          coalesce(f.starts_at - make_interval(mins => p.minutes_before) <= app_now(), false) as is_late,
          exists (select from cancelled_event c where c.event_id = t.event_id) as is_event_cancelled,
          exists (select from exchange x where x.from_order_id = t.order_id and x.status in ('OPEN', 'CLAIMED') and t.id = any(x.ticket_ids)) as is_in_exchange
        from unnest(${ticketIds}::uuid[]) with ordinality as g(id, n) join ticket t on t.id = g.id
          left join ${table} p on p.event_id = t.event_id left join event_facts f on f.event_id = t.event_id
        where t.order_id = ${orderId} order by g.n`,
  );
  if (tickets.length < ticketIds.length) throw new NotFound("ticket");
  return tickets;
}

/** Reason that refuses all of the tickets, independent of the policy; undefined without one. */
export function reasonOf(order: Order, tickets: TicketToGive[]): RefusedTicket | undefined {
  return reasonOfOrder(order) ?? tickets.map((ticket) => reasonOfTicket(ticket, order)).find(Boolean);
}

function reasonOfOrder({ status, isFrozen, tender }: Order): RefusedTicket | undefined {
  if (tender !== null) return "SOLD_AT_COUNTER";
  if (isFrozen) return "DISPUTED";
  return status === "CONFIRMED" || status === "PARTIALLY_REFUNDED" ? undefined : "REFUNDED";
}

function reasonOfTicket(ticket: TicketToGive, { buyerId }: Order): RefusedTicket | undefined {
  if (ticket.status === "CANCELLED") return "REFUNDED";
  if (ticket.status === "USED") return "USED";
  if (ticket.holderId !== buyerId) return "TRANSFERRED";
  if (ticket.isEventCancelled) return "EVENT_CANCELLED";
  return ticket.isInExchange ? "EXCHANGE_IN_PROGRESS" : undefined;
}

/** Why the policy does not let the buyer give it. */
export function reasonOfPolicy({ isAllowed, isLate }: TicketToGive): RefusedTicket | undefined {
  if (!isAllowed) return "NOT_ALLOWED";
  return isLate ? "TOO_LATE" : undefined;
}

/** What the tickets are worth for the buyer. */
export function worthOf(tickets: Pick<TicketToGive, "price" | "fee">[]): number {
  return tickets.reduce((sum, { price, fee }) => sum + price - fee, 0);
}
