// Days of an organization's sales in another time zone. SQL: one statement reads and writes all of its days.
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";

/**
 * Recounts the days of the organization in its current time zone. The lock holds back the projection of sales: a sale is either among the quarters that are
 * read here, or counted afterwards by the new time zone.
 */
export async function recountSales(tx: Tx, organizationId: string): Promise<void> {
  await rows(tx, sql`set local statement_timeout = 0`);
  await rows(tx, sql`lock table sales_by_day in share row exclusive mode`);
  const zone = await row<{ timeZone: string; countedZone: string }>(
    tx,
    sql`select time_zone, counted_zone from organization_zone where organization_id = ${organizationId} for update`,
  );
  if (!zone || zone.timeZone === zone.countedZone) return;
  await rows(tx, sql`delete from sales_by_zone_day where organization_id = ${organizationId}`);
  if (zone.timeZone !== "UTC") await addDays(tx, organizationId, zone.timeZone);
  await rows(
    tx,
    sql`update organization_zone set counted_zone = ${zone.timeZone} where organization_id = ${organizationId}`,
  );
  reach("sales recounted, not committed");
}

/** From quarters of an hour. The previous version counted days only: what a day has beyond its quarters stays on this day. */
async function addDays(tx: Tx, organizationId: string, zone: string): Promise<void> {
  await rows(
    tx,
    sql`with q as (select * from sales_by_quarter_hour where organization_id = ${organizationId}), part as (
          select (starts_at at time zone ${zone}::text)::date as day, event_id, currency, orders, tickets, gross, tickets_returned, returned from q
          union all
          select day, event_id, currency, orders, tickets, gross, tickets_returned, returned from sales_by_day where organization_id = ${organizationId}
          union all
          select (starts_at at time zone 'UTC')::date, event_id, currency, -orders, -tickets, -gross, -tickets_returned, -returned from q
        )
        insert into sales_by_zone_day (organization_id, day, event_id, currency, orders, tickets, gross, tickets_returned, returned)
        select ${organizationId}, day, event_id, currency, sum(orders), sum(tickets), sum(gross), sum(tickets_returned), sum(returned)
        from part group by day, event_id, currency having sum(orders) <> 0 or sum(tickets_returned) <> 0`,
  );
}
