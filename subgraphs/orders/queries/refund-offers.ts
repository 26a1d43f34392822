// Choices between the tickets and the money.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { ordersOfEvent } from "../entities/order.ts";
import { selectRefundOffers, type RefundOffer } from "../entities/refund-offer.ts";

export function refundOffersOf(database: Database, orderIds: readonly string[]): Promise<RefundOffer[]> {
  return rows<RefundOffer>(database.read(), selectRefundOffers(orderIds));
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
          (select count(*)::int from (${ordersOfEvent(eventId)}) o where o.created_at < m.created_at
             and (o.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
               or exists (select from refund_answer a where a.mailing_id = m.id and a.order_id = o.id))) as orders,
          (select count(*)::int from refund_answer a where a.mailing_id = m.id and a.answer = 'KEEP') as kept,
          (select count(*)::int from refund_answer a where a.mailing_id = m.id and a.answer = 'REFUND') as refunded
        from mailing m where m.event_id = ${eventId} and m.refund_until is not null
        order by m.created_at desc, m.id desc limit 1`,
  );
}
