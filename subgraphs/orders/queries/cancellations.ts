// How far the orders of a cancelled event are done with.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { EventCancellation } from "../entities/event-cancellation.ts";

/** Undefined for an event that is not cancelled. */
export function cancellationOf(database: Database, eventId: string): Promise<EventCancellation | undefined> {
  return row(
    database.read(),
    sql`select c.event_id, c.organization_id, c.reason, c.started_at, c.orders,
               (c.orders - (select count(*) from purchase where event_id = c.event_id and status not in ('CANCELLED', 'EXPIRED', 'DECLINED', 'REFUNDED')))::int as orders_done,
               coalesce(r.refunds, 0) as refunds, coalesce(r.refunds_done, 0) as refunds_done, coalesce(r.refunds_failed, 0) as refunds_failed,
               coalesce(r.to_refund, 0) as to_refund, coalesce(r.refunded, 0) as refunded,
               coalesce((select currency from purchase where event_id = c.event_id and currency is not null limit 1), 'XXX') as currency
        from cancelled_event c left join lateral (
          select count(*)::int as refunds, count(*) filter (where status = 'DONE')::int as refunds_done, count(*) filter (where status = 'FAILED')::int as refunds_failed,
                 sum(amount)::bigint as to_refund, sum(amount) filter (where status = 'DONE')::bigint as refunded
          from refund where cancelled_event_id = c.event_id
        ) r on true where c.event_id = ${eventId}::uuid`,
  );
}
