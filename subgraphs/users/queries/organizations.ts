// Organizations by their status, newest first, for platform staff.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  exactly,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Organization } from "../entities/organization.ts";
import type { QueryOrganizationsArgs } from "../schema.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

export async function findOrganizations(
  database: Database,
  { status, ...args }: QueryOrganizationsArgs,
): Promise<Connection<Organization>> {
  const page = pageRequest(args, cursorSchema);
  const isSuspended = sql`suspended_at is not null and status <> 'CLOSED'`;
  const where =
    status === "SUSPENDED"
      ? isSuspended
      : status
        ? sql`status = ${status} and not (${isSuspended})`
        : sql`(status <> 'ACTIVE' or suspended_at is not null)`;
  const beyond = page.after
    ? sql`(created_at, id) < (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Organization & { exactlyCreatedAt: string }>(
    em,
    sql`select *, ${exactly(sql`created_at`)} as exactly_created_at from organization
        where ${where} and ${beyond} order by created_at desc, id desc limit ${page.first + 1}`,
  );
  return connectionOf(
    found,
    page,
    () => countOf(em, sql`organization where ${where}`),
    ({ exactlyCreatedAt, id }) => ({ createdAt: exactlyCreatedAt, id }),
  );
}
