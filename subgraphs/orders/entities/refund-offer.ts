import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { RefundAnswer } from "../enums.generated.ts";

/** A buyer's choice between the tickets for an event and the money. */
export interface RefundOffer {
  orderId: string;
  eventId: string;
  mailingId: string;
  until: Date;
  answer: RefundAnswer | null;
  isOpen: boolean;
}

/** The last offer of each event to each of the orders: of a change after the order was placed. Sorted by the events of the order. */
export function selectRefundOffers(orderIds: readonly string[]): Sql {
  return sql`select o.id as order_id, e.id as event_id, m.id as mailing_id, m.refund_until as until, a.answer,
          m.refund_until > app_now() and a.answer is distinct from 'REFUND' and o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
            and (o.more_event_ids = '{}' or exists (select from ticket t where t.order_id = o.id and t.event_id = e.id and t.status <> 'CANCELLED')) as is_open
        from purchase o
          cross join lateral unnest(o.event_id || o.more_event_ids) with ordinality as e(id, no)
          cross join lateral (
            select m.id, m.refund_until from mailing m
            where m.event_id = e.id and m.refund_until is not null and m.created_at > o.created_at
            order by m.created_at desc, m.id desc limit 1
          ) m
          left join refund_answer a on a.mailing_id = m.id and a.order_id = o.id
        where o.id = any(${[...orderIds]}::uuid[]) and o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED')
        order by o.id, e.no`;
}

/** The offer of an event, or else the first that is open, or else the first. */
export function offerOf(offers: readonly RefundOffer[], eventId: string | null = null): RefundOffer | undefined {
  if (eventId !== null) return offers.find((offer) => offer.eventId === eventId);
  return offers.find(({ isOpen }) => isOpen) ?? offers[0];
}
