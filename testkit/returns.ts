// Tickets that buyers gave back, as orders has them.
import type { System } from "../local/system.ts";
import { query } from "./inspect.ts";

export interface ReturnState {
  orderId: string;
  ticketIds: string[];
  /** What was refunded. */
  amount: number;
  /** What the organization keeps of the prices. */
  kept: number;
}

/** Oldest first. What buyers ask for besides are the refunds that an organizer offered. */
export function returnsOf(system: System): Promise<ReturnState[]> {
  return query(
    system,
    "orders",
    `select r.order_id as "orderId", r.ticket_ids as "ticketIds", r.amount, (select sum(t.kept)::int from ticket t where t.id = any(r.ticket_ids)) as kept
     from refund r join purchase o on o.id = r.order_id
     where r.asked_by = o.buyer_id and cardinality(r.ticket_ids) > 0 and not exists (select from refund_answer a where a.refund_id = r.id)
       and not exists (select from exchange x where x.from_order_id = r.order_id and x.ticket_ids = r.ticket_ids and x.status = 'DONE')
     order by r.created_at, r.id`,
  );
}
