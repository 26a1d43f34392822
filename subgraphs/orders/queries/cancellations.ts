// Progress of an event's cancellation.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { isToCancel, type EventCancellation } from "../entities/event-cancellation.ts";
import { ordersOfEvent } from "../entities/order.ts";

/** Undefined for an event that is not cancelled. */
export function cancellationOf(database: Database, eventId: string): Promise<EventCancellation | undefined> {
  return row<EventCancellation>(
    database.read(),
    sql`select c.event_id, c.organization_id, c.reason, c.started_at, c.orders, r.*,
          c.orders - (select count(*)::int from (${ordersOfEvent(eventId, isToCancel(eventId))}) o) as orders_done,
          coalesce((select o.currency from (${ordersOfEvent(eventId, sql`o.currency is not null`)}) o limit 1), 'XXX') as currency
        from cancelled_event c
          cross join lateral (
            select count(*)::int as refunds, count(*) filter (where status = 'DONE')::int as refunds_done,
              count(*) filter (where status = 'FAILED')::int as refunds_failed, coalesce(sum(amount), 0)::float8 as to_refund,
              coalesce(sum(amount) filter (where status = 'DONE'), 0)::float8 as refunded
            from refund where refund.cancelled_event_id = c.event_id
          ) r
        where c.event_id = ${eventId}`,
  );
}
