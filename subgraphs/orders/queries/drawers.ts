// Drawers of the counter, their sales and refunds. SQL: sums with filters are no shorter in Kysely.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  cursorKey,
  connectionOf,
  exactTime,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { CounterSale } from "../entities/counter-sale.ts";
import type { Drawer } from "../entities/drawer.ts";
import { statement } from "../entities/tables.ts";
import type { TenderTakings } from "../entities/tender-takings.ts";

const drawersById = statement((db, { ids }: { ids: readonly string[] }, { sql: by }) =>
  db
    .selectFrom("drawer")
    .selectAll()
    .where((of) => by<boolean>`${of.ref("id")} = any(${ids}::uuid[])`),
);

export function drawersOf(database: Database, ids: readonly string[]): Promise<Drawer[]> {
  return drawersById.rows(database.read(), { ids });
}

const openDrawer = statement((db, { clerkId }: { clerkId: string }) =>
  db.selectFrom("drawer").selectAll().where("clerkId", "=", clerkId).where("closedAt", "is", null),
);

/** The open drawer of a clerk. */
export function openDrawerOf(database: Database, clerkId: string): Promise<Drawer | undefined> {
  return openDrawer.row(database.read(), { clerkId });
}

const cursorSchema = z.object({ at: cursorKey.time, id: cursorKey.id });

type Listed = { organizationId: string } & Page<z.infer<typeof cursorSchema>>;

const listed = statement((db, given: Listed, building) =>
  db
    .selectFrom("drawer as d")
    .selectAll("d")
    .select((of) => exactTime(building, of.ref("d.openedAt")).as("exactlyOpenedAt"))
    .where("d.organizationId", "=", given.organizationId)
    .$if(building.has("id"), (rest) =>
      rest.where((of) =>
        of(
          of.refTuple("d.openedAt", "d.id"),
          "<",
          building.sql<[Date, string]>`(${given.at}::timestamptz, ${given.id}::uuid)` as never,
        ),
      ),
    )
    .$if(building.has("limit"), (drawers) =>
      drawers.orderBy("d.openedAt", "desc").orderBy("d.id", "desc").limit(given.limit!),
    ),
);

/** The last opened first. */
export async function drawersOfOrganization(
  database: Database,
  organizationId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Drawer>> {
  const request = pageRequest(args, cursorSchema);
  const em = database.read();
  return connectionOf(
    await listed.rows(em, { organizationId, ...pageOf(request) }),
    request,
    () => listed.count(em, { organizationId }),
    ({ exactlyOpenedAt, id }) => ({ at: exactlyOpenedAt, id }),
  );
}

const sums = (key: Sql, where: Sql) => sql`
  select ${key} as drawer_id, e.tender, d.currency,
    (count(*) filter (where e.kind = 'SALE') - count(*) filter (where e.kind = 'FAILED_SALE'))::int as sales, sum(e.tickets)::int as tickets,
    coalesce(sum(e.amount) filter (where e.kind <> 'REFUND'), 0)::float8 as sold, coalesce(sum(e.amount) filter (where e.kind = 'REFUND'), 0)::float8 as refunded
  from drawer_entry e join drawer d on d.id = e.drawer_id where ${where} group by 1, 2, 3 order by d.currency, e.tender`;

export function takingsOfDrawers(
  database: Database,
  ids: readonly string[],
): Promise<(TenderTakings & { drawerId: string })[]> {
  return rows(database.read(), sums(sql`e.drawer_id`, sql`e.drawer_id = any(${ids}::uuid[])`));
}

/** @param day such as 2027-03-28 @param zone IANA name */
export function takingsOfDay(
  database: Database,
  organizationId: string,
  day: string,
  zone: string,
): Promise<TenderTakings[]> {
  const startOf = (date: Sql) => sql`(${date})::timestamp at time zone ${zone}`;
  const isOnDay = sql`e.at >= ${startOf(sql`${day}::date`)} and e.at < ${startOf(sql`${day}::date + 1`)}`;
  return rows(database.read(), sums(sql`null`, sql`d.organization_id = ${organizationId} and ${isOnDay}`));
}

export function salesOfOrders(database: Database, orderIds: readonly string[]): Promise<CounterSale[]> {
  return rows<CounterSale>(
    database.read(),
    sql`select e.order_id, e.drawer_id, e.tender, e.amount, d.currency, e.given, e.reference, e.reason, e.at
        from drawer_entry e join drawer d on d.id = e.drawer_id where e.order_id = any(${orderIds}::uuid[]) and e.kind = 'SALE'`,
  );
}
