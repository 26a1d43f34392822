// Packages of several events. Raw SQL: functions of the engine, and prices of all tiers in one statement.
import { z } from "zod";
import { byId, manyById } from "../../../platform/core/batching.ts";
import { connectionOf, cursorKey, pageOf, pageRequest, type Connection } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { TicketPackage } from "../entities/ticket-package.ts";
import type { TicketPackagePart } from "../entities/ticket-package-part.ts";

/** The codes of a package have limits and times in common. */
const selectPackages = (where: Sql) => sql`
  select p.id, p.organization_id, p.name, p.events_to_choose, sale.currency, code.discount,
    code.max_tickets as max_seats, code.max_tickets_per_buyer as max_seats_per_buyer, code.starts_at, code.ends_at
  from ticket_package p join ticket_package_event first on first.package_id = p.id and first.position = 0
    join promo_code code on code.event_id = first.event_id and code.no = first.code_no
    join sale on sale.event_id = first.event_id
  where ${where}`;

/** By ID, whether or not strangers see them. */
export function packageById(database: Database) {
  return byId<TicketPackage>(
    (ids) => rows(database.read(), selectPackages(sql`p.id = any(${ids}::uuid[])`)),
    ({ id }) => id,
  );
}

/** As everybody sees it. */
export function openPackage(database: Database, id: string): Promise<TicketPackage | undefined> {
  return row(database.read(), selectPackages(sql`p.id = ${id}::uuid and is_open_package(p.id)`));
}

const MOST_OF_EVENT = 10;

/** Packages of an event that can be bought now or later, the first created first. */
export function packagesOfEvent(database: Database) {
  return manyById<TicketPackage & { eventId: string }>(
    (eventIds) =>
      rows(
        database.read(),
        sql`select found.*, e.event_id
            from unnest(${eventIds}::uuid[]) as e(event_id) cross join lateral (
              ${selectPackages(sql`p.id in (select package_id from ticket_package_event where event_id = e.event_id)
                and coalesce(code.ends_at > app_now(), true) and is_open_package(p.id) and p.events_to_choose <= (
                  select count(*) from ticket_package_event part join sale s on s.event_id = part.event_id
                  where part.package_id = p.id and s.state <> 'CLOSED' and s.sales_end_at > app_now())`)}
              order by p.id limit ${MOST_OF_EVENT}) found`,
      ),
    ({ eventId }) => eventId,
  );
}

const cursorSchema = z.object({ id: cursorKey.id });

/** Newest first. */
export async function packagesOf(
  database: Database,
  organizationId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<TicketPackage>> {
  const request = pageRequest(args, cursorSchema);
  const { id = null, limit } = pageOf(request) as { id?: string | null; limit: number };
  const em = database.read();
  const found = await rows<TicketPackage>(
    em,
    sql`${selectPackages(sql`p.organization_id = ${organizationId}::uuid and (${id}::uuid is null or p.id < ${id}::uuid)`)}
        order by p.id desc limit ${limit}`,
  );
  const total = () =>
    row<{ n: number }>(
      em,
      sql`select count(*)::int as n from ticket_package where organization_id = ${organizationId}::uuid`,
    );
  return connectionOf(
    found,
    request,
    async () => (await total())!.n,
    (one) => ({ id: one.id }),
  );
}

/** Events of packages, in the order of the organizer. Of an event with several prices: the standard price of the present step. */
export function partsOfPackage(database: Database) {
  return manyById<TicketPackagePart>(
    (packageIds) =>
      rows(
        database.read(),
        sql`select e.package_id, p.organization_id, e.event_id, e.code_no, sale.currency, sale.access_hash is not null as is_private,
              code.max_tickets as max_seats, code.bound,
              (select jsonb_agg(jsonb_build_object('tierId', tier.tier_id, 'name', tier.name, 'standard', coalesce(tier.price_now, tier.price),
                                                   'price', coalesce(step.price, price.price)) order by tier.no)
               from promo_code_price price join sale_tier tier on tier.event_id = price.event_id and tier.no = price.tier_no
                 left join lateral (
                   select with_code.price from sale_price paid join price_with_code with_code
                     on with_code.event_id = paid.event_id and with_code.code_no = price.code_no and with_code.price_no = paid.no
                   where paid.event_id = price.event_id and paid.tier_no = price.tier_no and paid.is_current and paid.is_standard
                     and coalesce(paid.ends_at > app_now(), true) order by paid.position limit 1) step on true
               where price.event_id = e.event_id and price.code_no = e.code_no) as prices
            from ticket_package_event e join ticket_package p on p.id = e.package_id join sale on sale.event_id = e.event_id
              join promo_code code on code.event_id = e.event_id and code.no = e.code_no
            where e.package_id = any(${packageIds}::uuid[]) order by e.package_id, e.position`,
      ),
    ({ packageId }) => packageId,
  );
}

/** Key of a part for `seatsUsed`. */
export const partKey = ({ eventId, codeNo }: Pick<TicketPackagePart, "eventId" | "codeNo">): string =>
  `${eventId} ${codeNo}`;

/** Seats that are held and sold with a package at an event. */
export function seatsUsed(database: Database) {
  return manyById<{ eventId: string; codeNo: number; used: number }>((keys) => {
    const parts = keys.map((key) => key.split(" "));
    return rows(
      database.read(),
      sql`select event_id, code_no, tickets_with_code(event_id, code_no, app_now()) as used
          from unnest(${parts.map(([eventId]) => eventId)}::uuid[], ${parts.map(([, no]) => Number(no))}::int[]) as p(event_id, code_no)`,
    );
  }, partKey);
}

/** Package of a hold, and the holds that were made with it in the order of their events' IDs. */
export interface HoldOfPackage {
  packageGroup: string;
  packageId: string;
  holdIds: string[];
}

export function packageOfGroup(database: Database) {
  return manyById<HoldOfPackage>(
    (groups) =>
      rows(
        database.read(),
        sql`select h.package_group, min(e.package_id::text) as package_id, array_agg(h.id order by h.event_id) as hold_ids
            from hold h join ticket_package_event e on e.event_id = h.event_id and e.code_no = h.code_no
            where h.package_group = any(${groups}::uuid[]) group by h.package_group`,
      ),
    ({ packageGroup }) => packageGroup,
  );
}
