// Choices between the tickets and the money.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { RefundAnswer } from "../enums.generated.ts";

export interface RefundOffer {
  orderId: string;
  mailingId: string;
  until: Date;
  answer: RefundAnswer | null;
  isOpen: boolean;
}

/** The last offer to each of the orders: of a change after the order was placed. */
export function refundOffersOf(session: Tx | ReturnType<Database["read"]>, orderIds: readonly string[]) {
  return rows<RefundOffer>(
    session,
    sql`select o.id as order_id, m.id as mailing_id, m.refund_until as until, a.answer,
          m.refund_until > app_now() and a.answer is distinct from 'REFUND' and o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED') as is_open
        from purchase o
          cross join lateral (
            select m.id, m.refund_until from mailing m
            where m.event_id = o.event_id and m.refund_until is not null and m.created_at > o.created_at
            order by m.created_at desc, m.id desc limit 1
          ) m
          left join refund_answer a on a.mailing_id = m.id and a.order_id = o.id
        where o.id = any(${[...orderIds]}::uuid[]) and o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED')`,
  );
}

export interface EventRefundOffer {
  until: Date;
  orders: number;
  kept: number;
  refunded: number;
}

/** Answers to the last offer of an event. */
export function refundOfferOf(database: Database, eventId: string): Promise<EventRefundOffer | undefined> {
  return row<EventRefundOffer>(
    database.read(),
    sql`select m.refund_until as until,
          (select count(*)::int from purchase o where o.event_id = m.event_id and o.created_at < m.created_at
             and (o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
               or exists (select from refund_answer a where a.mailing_id = m.id and a.order_id = o.id))) as orders,
          (select count(*)::int from refund_answer a where a.mailing_id = m.id and a.answer = 'KEEP') as kept,
          (select count(*)::int from refund_answer a where a.mailing_id = m.id and a.answer = 'REFUND') as refunded
        from mailing m where m.event_id = ${eventId} and m.refund_until is not null
        order by m.created_at desc, m.id desc limit 1`,
  );
}
