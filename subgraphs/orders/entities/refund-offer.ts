import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { RefundAnswer } from "../enums.generated.ts";

/** A buyer's choice between the tickets and the money. */
export interface RefundOffer {
  orderId: string;
  mailingId: string;
  until: Date;
  answer: RefundAnswer | null;
  isOpen: boolean;
}

/** The last offer to each of the orders: of a change after the order was placed. */
export function selectRefundOffers(orderIds: readonly string[]): Sql {
  return sql`select o.id as order_id, m.id as mailing_id, m.refund_until as until, a.answer,
          m.refund_until > app_now() and a.answer is distinct from 'REFUND' and o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED') as is_open
        from purchase o
          cross join lateral (
            select m.id, m.refund_until from mailing m
            where m.event_id = o.event_id and m.refund_until is not null and m.created_at > o.created_at
            order by m.created_at desc, m.id desc limit 1
          ) m
          left join refund_answer a on a.mailing_id = m.id and a.order_id = o.id
        where o.id = any(${[...orderIds]}::uuid[]) and o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED')`;
}
