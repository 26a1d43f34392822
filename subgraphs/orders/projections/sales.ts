// Projection of sales by organization, event and day: in UTC, by quarter of an hour, and in the organization's time zone. Messages count once. SQL:
// one statement for all messages that were read together, instead of two round trips for each.
import { idOf } from "../../../platform/core/ids.ts";
import { onAll } from "../../../platform/messaging/handlers.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Projection } from "../../../platform/messaging/projection.ts";
import { rawSql, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { OrderConfirmed, TicketsCancelled } from "../../../schema/messages/orders.ts";
import { isCounted } from "./confirmed-order.ts";

interface Counted {
  what: "confirmed" | "cancelled";
  /** ID of the order or the cancellation. */
  id: string;
  organizationId: string;
  eventId: string;
  currency: string;
  at: string;
  orders: number;
  tickets: number;
  gross: number;
  ticketsReturned: number;
  returned: number;
}

/** Adds the sums of `from` to the rows of a table, which differ by `time`. */
function addTo(table: string, time: string, from: Sql): Sql {
  const key = rawSql(`organization_id, ${time}, event_id, currency`);
  return sql`insert into ${rawSql(table)} as s (${key}, orders, tickets, gross, tickets_returned, returned)
          select ${key}, sum(orders), sum(tickets), sum(gross), sum(tickets_returned), sum(returned) from (${from}) f group by ${key} order by ${key}
          on conflict (${key}) do update set orders = s.orders + excluded.orders, tickets = s.tickets + excluded.tickets,
            gross = s.gross + excluded.gross, tickets_returned = s.tickets_returned + excluded.tickets_returned, returned = s.returned + excluded.returned`;
}

async function count(tx: Tx, all: Counted[]): Promise<void> {
  const of = <Name extends keyof Counted>(name: Name) => all.map((counted) => counted[name]);
  await rows(
    tx,
    sql`with c as (
          select distinct on (what, id) * from unnest(${of("what")}::text[], ${of("id")}::uuid[], ${of("organizationId")}::uuid[], ${of("eventId")}::uuid[], ${of("currency")}::text[], ${of("at")}::timestamptz[],
                               ${of("orders")}::int[], ${of("tickets")}::int[], ${of("gross")}::bigint[], ${of("ticketsReturned")}::int[], ${of("returned")}::bigint[])
            as c(what, id, organization_id, event_id, currency, at, orders, tickets, gross, tickets_returned, returned)
        ), fresh as (
          insert into sales_counted (what, id) select what, id from c order by what, id on conflict do nothing returning what, id
        ), n as (select c.* from c join fresh using (what, id)), by_quarter as (
          ${addTo("sales_by_quarter_hour", "starts_at", sql`select date_bin('15 minutes', at, 'epoch') as starts_at, n.* from n`)}
        ), by_zone as (
          ${addTo(
            "sales_by_zone_day",
            "day",
            sql`select (at at time zone z.counted_zone)::date as day, n.* from n join organization_zone z using (organization_id) where z.counted_zone <> 'UTC'`,
          )}
        )
        ${addTo("sales_by_day", "day", sql`select (at at time zone 'UTC')::date as day, n.* from n`)}`,
  );
}

/** An order of several events counts for each of them: what is counted first has the id of the order. */
const partId = (id: string, eventId: string, index: number) => (index === 0 ? id : idOf(`${id} ${eventId}`));

const NOTHING = { orders: 0, tickets: 0, gross: 0, ticketsReturned: 0, returned: 0 };

export const salesProjection: Projection = {
  tables: ["sales_by_day", "sales_counted", "sales_by_quarter_hour", "sales_by_zone_day"],
  handlers: [
    onAll(OrderConfirmed, (tx, received) =>
      count(
        tx,
        received
          .map(({ body }) => body)
          .filter(isCounted)
          .flatMap(({ orderId, organizationId, currency, confirmedAt, eventId, tickets, total, events }) =>
            (events ?? [{ eventId, tickets, total }]).map((part, index) => ({
              ...NOTHING,
              what: "confirmed" as const,
              id: partId(orderId, part.eventId, index),
              organizationId,
              eventId: part.eventId,
              currency,
              at: confirmedAt,
              orders: 1,
              tickets: part.tickets,
              gross: part.total,
            })),
          ),
      ),
    ),
    onAll(TicketsCancelled, (tx, received) =>
      count(
        tx,
        received.flatMap(
          ({ body: { cancellationId, organizationId, currency, at, eventId, tickets, amount, events } }) =>
            (events ?? [{ eventId, tickets, amount }]).map((part, index) => ({
              ...NOTHING,
              what: "cancelled" as const,
              id: partId(cancellationId, part.eventId, index),
              organizationId,
              eventId: part.eventId,
              currency,
              at,
              ticketsReturned: part.tickets,
              returned: part.amount,
            })),
        ),
      ),
    ),
  ],
};
