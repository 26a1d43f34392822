// Which tickets can be given back, and what their buyer gets: for quotes, and again, under the lock of the order, when they are given back. Whether
// people wait for the seats is a question to seating (workflows/return-tickets.ts).
import type { Session } from "../../../platform/postgres/session.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import type { ReturnMode } from "../enums.generated.ts";
import { TicketsNotReturnable } from "../errors.ts";
import { JOBS } from "../job-names.ts";
import { reasonOf, reasonOfPolicy, ticketsToGive, type Policies, type TicketToGive } from "./ticket-rules.ts";

/** A ticket and the policy of its event. */
export type ReturnableTicket = Pick<TicketToGive, "id" | "eventId" | "price" | "fee"> & {
  endsAt: Date;
  mode: ReturnMode;
};

const POLICIES: Policies<{ mode: ReturnMode }> = {
  table: sql`return_policy`,
  isAllowed: sql`p.mode <> 'NONE'`,
  more: sql`p.mode`,
};

/**
 * The tickets, in the sequence of the IDs. For a change the caller has locked the order.
 * @throws NotFound for a ticket that is not of the order, TicketsNotReturnable
 */
export async function returnable(session: Session, order: Order, ticketIds: string[]): Promise<ReturnableTicket[]> {
  const tickets = await ticketsToGive(session, order.id, ticketIds, POLICIES);
  const refused = reasonOf(order, tickets) ?? tickets.map(reasonOfPolicy).find(Boolean);
  if (refused) throw new TicketsNotReturnable(refused);
  return tickets.map(({ id, eventId, price, fee, endsAt, mode }) => ({
    id,
    eventId,
    price,
    fee,
    endsAt: endsAt!,
    mode,
  }));
}

export interface SeatOfOrder {
  orderId: string;
  seatId: string;
}

/** What seating is asked about an event that takes tickets back for its waiting list. */
export interface WaitlistQuestion {
  eventId: string;
  /** Number of such returns before the question. */
  returns: number;
  seats: SeatOfOrder[];
  /** Seats that come back in any case: jobs release them. */
  returning: SeatOfOrder[];
}

/** One for each event whose tickets are only taken back for its waiting list. One snapshot has the number of returns and the seats of their jobs. */
export function waitlistQuestions(session: Session, tickets: ReturnableTicket[]): Promise<WaitlistQuestion[]> {
  const forList = tickets.filter(({ mode }) => mode === "WAITLIST");
  if (forList.length === 0) return Promise.resolve([]);
  return rows<WaitlistQuestion>(
    session,
    sql`select p.event_id, p.returns,
          (select jsonb_agg(jsonb_build_object('orderId', t.order_id, 'seatId', i.seat_id))
             from ticket t join order_item i using (order_id, position)
             where t.id = any(${forList.map(({ id }) => id)}::uuid[]) and t.event_id = p.event_id) as seats,
          (select coalesce(jsonb_agg(jsonb_build_object('orderId', j.body -> 'orderId', 'seatId', s.id)), '[]')
             from job j cross join lateral jsonb_array_elements_text(case jsonb_typeof(j.body -> 'seatIds') when 'array' then j.body -> 'seatIds' else '[]' end) s(id)
             where j.kind = ${JOBS.release} and j.given_up_at is null and s.id like p.event_id::text || '.%') as returning
        from return_policy p where p.event_id = any(${forList.map(({ eventId }) => eventId)}::uuid[]) order by p.event_id`,
  );
}
