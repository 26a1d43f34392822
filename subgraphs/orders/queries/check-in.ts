// What scanners need to check tickets without a network, and what came of their scans.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Scan } from "../entities/scan.ts";
import type { TicketException } from "../entities/ticket-exception.ts";

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

const idCursor = z.object({ id: cursorKey.id });

/** Whose event it is; undefined if no ticket of it was ever issued. */
export async function organizationOfEvent(database: Database, eventId: string): Promise<string | undefined> {
  const found = await row<{ organizationId: string }>(
    database.read(),
    sql`select organization_id from purchase where event_id = ${eventId}::uuid limit 1`,
  );
  return found?.organizationId;
}

/** Tickets of the event that are not as a code alone would make one believe. */
export async function exceptionsOf(
  database: Database,
  eventId: string,
  args: PageArgs,
): Promise<Connection<TicketException>> {
  const request = pageRequest(args, idCursor, { byDefault: 500, cap: 5_000 });
  const exceptional = sql`t.event_id = ${eventId}::uuid and (t.status <> 'VALID' or t.revision > 1 or o.is_frozen)`;
  const em = database.read();
  const found = await rows<TicketException>(
    em,
    sql`select t.id, t.status, t.revision, o.is_frozen as frozen from ticket t join purchase o on o.id = t.order_id
        where ${exceptional} and t.id > ${request.after?.id ?? "00000000-0000-0000-0000-000000000000"}::uuid order by t.id limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`ticket t join purchase o on o.id = t.order_id where ${exceptional}`),
    ({ id }) => ({ id }),
  );
}

const uploadCursor = z.object({ at: cursorKey.time, id: cursorKey.id });

/** Scans by which somebody entered who should not have, oldest first. */
export async function conflictsOf(database: Database, eventId: string, args: PageArgs): Promise<Connection<Scan>> {
  const request = pageRequest(args, uploadCursor);
  const conflicts = sql`event_id = ${eventId}::uuid and outcome <> 'ADMITTED'`;
  const beyond = request.after
    ? sql`(uploaded_at, id) > (${request.after.at}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Scan>(
    em,
    sql`select * from scan where ${conflicts} and ${beyond} order by uploaded_at, id limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`scan where ${conflicts}`),
    ({ uploadedAt, id }) => ({ at: uploadedAt.toISOString(), id }),
  );
}
