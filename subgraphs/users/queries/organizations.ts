// Organizations: by status, newest first, for platform staff; and by ID.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { Organization } from "../entities/organization.ts";
import { statement } from "../entities/tables.ts";
import type { OrganizationStatus, QueryOrganizationsArgs } from "../schema.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

type Listed = { isSuspended: true | null; status: OrganizationStatus | null } & Page<z.infer<typeof cursorSchema>>;

const organizations = statement((db, given: Listed, { sql, has }) =>
  db
    .selectFrom("organization")
    .selectAll()
    .select((of) =>
      sql<string>`to_char(${of.ref("createdAt")} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
        "exactlyCreatedAt",
      ),
    )
    .where((of) => {
      const isSuspended = of.and([of("suspendedAt", "is not", null), of("status", "<>", "CLOSED")]);
      if (has("isSuspended")) return isSuspended;
      if (has("status")) return of.and([of(sql<string>`${of.ref("status")}`, "=", given.status), of.not(isSuspended)]);
      return of.or([of("status", "<>", "ACTIVE"), of("suspendedAt", "is not", null)]);
    })
    .$if(has("id"), (rest) =>
      rest.where((of) =>
        of(
          of.refTuple("createdAt", "id"),
          "<",
          sql<[Date, string]>`(${given.createdAt}::timestamptz, ${given.id}::uuid)`,
        ),
      ),
    )
    .$if(has("limit"), (page) => page.orderBy("createdAt", "desc").orderBy("id", "desc").limit(given.limit!)),
);

export async function findOrganizations(
  database: Database,
  { status, ...args }: QueryOrganizationsArgs,
): Promise<Connection<Organization>> {
  const page = pageRequest(args, cursorSchema);
  const of =
    status === "SUSPENDED"
      ? { isSuspended: true as const, status: null }
      : { isSuspended: null, status: status ?? null };
  const em = database.read();
  return connectionOf(
    await organizations.rows(em, { ...of, ...pageOf(page) }),
    page,
    () => organizations.count(em, of),
    ({ exactlyCreatedAt, id }) => ({ createdAt: exactlyCreatedAt, id }),
  );
}

const named = statement((db, { ids }: { ids: string[] }, { sql }) =>
  db
    .selectFrom("organization")
    .select(["id", "name"])
    .where((of) => sql<boolean>`${of.ref("id")} = any(${ids}::uuid[])`)
    .where("status", "<>", "CLOSED")
    .orderBy("name")
    .orderBy("id"),
);

/** Of these, those that are open, by name. */
export function findOpenOrganizations(database: Database, ids: string[]): Promise<{ id: string; name: string }[]> {
  return named.rows(database.read(), { ids });
}
