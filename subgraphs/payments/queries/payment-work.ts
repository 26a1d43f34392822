// What waits for a person of the organization, oldest first.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  connectionOf,
  countOf,
  cursorKey,
  exactly,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { selectDisputes, type Dispute } from "../entities/dispute.ts";
import { selectRefunds, type Refund } from "../entities/refund.ts";

const cursorSchema = z.object({ at: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export async function failedRefunds(
  database: Database,
  organizationId: string,
  args: PageArgs,
): Promise<Connection<Refund>> {
  const request = pageRequest(args, cursorSchema);
  // Once all of the payment has gone back, by another refund or by the buyer's bank, nothing waits any more.
  const failed = sql`r.organization_id = ${organizationId}::uuid and r.status = 'FAILED' and not r.is_covered and exists (select 1 from payment p where p.id = r.payment_id and p.status <> 'REFUNDED')`;
  const beyond = request.after
    ? sql`(r.created_at, r.id) > (${request.after.at}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Refund & { exactlyCreatedAt: string }>(
    em,
    sql`select r.*, ${exactly(sql`r.created_at`)} as exactly_created_at from (${selectRefunds(sql`${failed} and ${beyond}`)}) r order by r.created_at, r.id limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`refund r where ${failed}`),
    ({ exactlyCreatedAt, id }) => ({ at: exactlyCreatedAt, id }),
  );
}

export async function openDisputes(
  database: Database,
  organizationId: string,
  args: PageArgs,
): Promise<Connection<Dispute>> {
  const request = pageRequest(args, cursorSchema);
  const open = sql`d.organization_id = ${organizationId}::uuid and d.status = 'OPEN'`;
  const beyond = request.after
    ? sql`(d.opened_at, d.id) > (${request.after.at}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Dispute>(
    em,
    sql`${selectDisputes(sql`${open} and ${beyond}`)} order by d.opened_at, d.id limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`dispute d where ${open}`),
    ({ openedAt, id }) => ({ at: openedAt.toISOString(), id }),
  );
}
