// Sales of an organization by day, as orders has them.
import type { System } from "../local/system.ts";
import { query } from "./inspect.ts";

export interface SalesState {
  /** As users has it, and as the days of orders are counted. */
  timeZone: string;
  countedZone: string;
  /** One line for each day, event and currency: in the time zone of users, from quarters of an hour, and as reports show it. */
  byQuarter: string[];
  byDay: string[];
  /** Tickets that quarters count. */
  tickets: number;
  returned: number;
}

const SUMS = `event_id || ' ' || currency || ' ' || sum(orders) || ' ' || sum(tickets) || ' ' || sum(gross) || ' ' || sum(tickets_returned) || ' ' || sum(returned)`;

export async function salesOf(system: System, organizationId: string): Promise<SalesState> {
  const [{ timeZone = "UTC" } = {}] = await query<{ timeZone: string }>(
    system,
    "users",
    `select time_zone as "timeZone" from organization where id = '${organizationId}'`,
  );
  const ofOne = `organization_id = '${organizationId}'`;
  const [found] = await query<Omit<SalesState, "timeZone">>(
    system,
    "orders",
    `with zone as (select coalesce((select counted_zone from organization_zone where ${ofOne}), 'UTC') as counted),
       quarters as (select (starts_at at time zone '${timeZone}')::date as day, * from sales_by_quarter_hour where ${ofOne}),
       days as (
         select day, event_id, currency, orders, tickets, gross, tickets_returned, returned from sales_by_zone_day where ${ofOne} and (select counted from zone) <> 'UTC'
         union all
         select day, event_id, currency, orders, tickets, gross, tickets_returned, returned from sales_by_day where ${ofOne} and (select counted from zone) = 'UTC'
       ),
       lines as (select day || ' ' || ${SUMS} as line from quarters group by day, event_id, currency)
     select (select counted from zone) as "countedZone", coalesce((select array_agg(line order by line) from lines), '{}') as "byQuarter",
       coalesce((select array_agg(line order by line) from (select day || ' ' || ${SUMS} as line from days group by day, event_id, currency) d), '{}') as "byDay",
       coalesce((select sum(tickets)::int from quarters), 0) as tickets, coalesce((select sum(tickets_returned)::int from quarters), 0) as returned`,
  );
  return { timeZone, ...found! };
}
