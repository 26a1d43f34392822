// What an organization has sold, by event and day.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { join, rows, sql } from "../../../platform/postgres/sql.ts";
import type { SalesDay } from "../entities/sales-day.ts";

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
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`sales_by_day where ${matching}`),
    ({ day, eventId, currency }) => ({ day, eventId, currency }),
  );
}
