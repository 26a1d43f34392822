// What an organization has sold, by event and day: counted from what orders tells, once each.
import { z } from "zod";
import { on } from "../../../platform/consumer.ts";
import type { Database, Tx } from "../../../platform/database.ts";
import { uuidOrNull } from "../../../platform/input.ts";
import { cursorKey, connectionOf, pageRequest, type Connection } from "../../../platform/pagination.ts";
import type { Projection } from "../../../platform/projection.ts";
import { change, join, row, rows, sql } from "../../../platform/sql.ts";
import { OrderConfirmed, TicketsCancelled } from "../../../schema/messages/orders.ts";
import type { SalesDay } from "../entities/sales-day.ts";

async function isNew(tx: Tx, what: string, id: string): Promise<boolean> {
  return (
    (await change(tx, sql`insert into sales_counted (what, id) values (${what}, ${id}) on conflict do nothing`)) > 0
  );
}

type Counted = Pick<SalesDay, "organizationId" | "eventId" | "currency"> & { at: string } & Partial<SalesDay>;

async function count(tx: Tx, counted: Counted): Promise<void> {
  const { organizationId, eventId, currency, at } = counted;
  const { orders = 0, tickets = 0, gross = 0, ticketsReturned = 0, returned = 0 } = counted;
  await rows(
    tx,
    sql`insert into sales_by_day as s (organization_id, event_id, day, currency, orders, tickets, gross, tickets_returned, returned)
        values (${organizationId}, ${eventId}, (${at}::timestamptz at time zone 'UTC')::date, ${currency}, ${orders}, ${tickets}, ${gross}, ${ticketsReturned}, ${returned})
        on conflict (organization_id, day, event_id, currency) do update set orders = s.orders + excluded.orders, tickets = s.tickets + excluded.tickets,
          gross = s.gross + excluded.gross, tickets_returned = s.tickets_returned + excluded.tickets_returned, returned = s.returned + excluded.returned`,
  );
}

export const salesProjection: Projection = {
  tables: ["sales_by_day", "sales_counted"],
  reactions: [
    on(OrderConfirmed, async (tx, { orderId, total, tickets, confirmedAt, ...of }) => {
      // What was told before these were part of it has no day.
      if (tickets === undefined || confirmedAt === undefined || !(await isNew(tx, "confirmed", orderId))) return;
      await count(tx, { ...of, at: confirmedAt, orders: 1, tickets, gross: total });
    }),
    on(TicketsCancelled, async (tx, { cancellationId, tickets, amount, at, ...of }) => {
      if (!(await isNew(tx, "cancelled", cancellationId))) return;
      await count(tx, { ...of, at, ticketsReturned: tickets, returned: amount });
    }),
  ],
};

const cursorSchema = z.object({ day: cursorKey.day, eventId: cursorKey.id, currency: cursorKey.text });

interface SalesArgs {
  first?: number | null;
  after?: string | null;
  from?: string | null;
  to?: string | null;
  eventId?: string | null;
}

/** Newest day first. */
export async function salesOf(
  database: Database,
  organizationId: string,
  args: SalesArgs,
): Promise<Connection<SalesDay>> {
  const request = pageRequest(args, cursorSchema);
  const matching = join(
    [
      sql`organization_id = ${organizationId}::uuid`,
      ...(args.eventId == null ? [] : [sql`event_id = ${uuidOrNull(args.eventId)}::uuid`]),
      ...(args.from == null ? [] : [sql`day >= ${args.from}::date`]),
      ...(args.to == null ? [] : [sql`day < ${args.to}::date`]),
    ],
    " and ",
  );
  const beyond = request.after
    ? sql`(day, event_id, currency) < (${request.after.day}::date, ${request.after.eventId}::uuid, ${request.after.currency})`
    : sql`true`;
  const em = database.read();
  const found = await rows<SalesDay>(
    em,
    sql`select organization_id, event_id, day::text as day, currency, orders, tickets, gross, tickets_returned, returned from sales_by_day
        where ${matching} and ${beyond} order by sales_by_day.day desc, event_id desc, currency desc limit ${request.first + 1}`,
  );
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from sales_by_day where ${matching}`);
  return connectionOf(found, request, total?.n ?? 0, ({ day, eventId, currency }) => ({ day, eventId, currency }));
}
