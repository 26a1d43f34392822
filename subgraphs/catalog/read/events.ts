// Reading events: with the status that time has made of them, and only those that the viewer may see.
import { z } from "zod";
import type { Database } from "../../../platform/database.ts";
import type { Viewer } from "../../../platform/identity.ts";
import { isStorable, uuidOrNull } from "../../../platform/input.ts";
import { cursorKey, connectionOf, pageRequest, type Connection } from "../../../platform/pagination.ts";
import { join, row, rows, sql, type Sql } from "../../../platform/sql.ts";
import { wordsOf } from "./words.ts";
import type { Event } from "../entities/event.ts";
import type { EventFilter } from "../schema.generated.ts";

const STATUS = sql`case when e.status in ('ON_SALE', 'SALES_PAUSED') and event_over_at(e.starts_at, e.ends_at) <= app_now() then 'ENDED' else e.status end`;

export function selectEvents(where: Sql): Sql {
  return sql`select e.id, e.organization_id, e.venue_id, e.series_id, e.name, e.description, e.category, ${STATUS} as status, e.starts_at, e.ends_at,
                    event_over_at(e.starts_at, e.ends_at) as over_at, e.journey, e.max_seats_per_buyer, e.hold_seconds, e.max_hold_seconds, e.avoid_single_seats, e.companions_per_wheelchair_place, e.version, e.cancel_reason
             from event e where ${where}`;
}

/** What was never on sale, a cancelled draft too, is for members of the organization and platform staff. */
export function visibleTo(viewer: Viewer | null): Sql {
  if (viewer?.staff) return sql`true`;
  return sql`(e.published or e.organization_id = any(${Object.keys(viewer?.memberships ?? {})}::uuid[]))`;
}

const cursorSchema = z.object({ rank: z.number(), startsAt: cursorKey.time, id: cursorKey.id });

interface RankedEvent extends Event {
  rank: number;
}

/** Events that fulfil all `conditions` and may be seen: best match first if there is a text, else soonest first. */
async function page(
  database: Database,
  args: { first?: number | null; after?: string | null },
  viewer: Viewer | null,
  conditions: Sql[],
  text: string | null,
): Promise<Connection<Event>> {
  const request = pageRequest(args, cursorSchema);
  const query = sql`search_query(${text ?? ""})`;
  const rank = text === null ? sql`0::float8` : sql`ts_rank(e.search, ${query})::float8`;
  const matching = join(
    [visibleTo(viewer), ...conditions, ...(text === null ? [] : [sql`e.search @@ ${query}`])],
    " and ",
  );
  const { after } = request;
  const beyond = after
    ? sql`(-${rank}, e.starts_at, e.id) > (${-after.rank}::float8, ${after.startsAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const [found, total] = await database.reading(async (em) => [
    await rows<RankedEvent>(
      em,
      sql`select * from (${selectEvents(sql`${matching} and ${beyond}`)}) found join lateral (select ${rank} as rank from event e where e.id = found.id) ranked on true
        order by -ranked.rank, found.starts_at, found.id limit ${request.first + 1}`,
    ),
    await row<{ n: number }>(em, sql`select count(*)::int as n from event e where ${matching}`),
  ]);
  return connectionOf<RankedEvent>(found, request, total?.n ?? 0, (event) => ({
    rank: event.rank,
    startsAt: event.startsAt.toISOString(),
    id: event.id,
  }));
}

export async function findEvents(
  database: Database,
  viewer: Viewer | null,
  filter: EventFilter | null | undefined,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Event>> {
  const conditions = [sql`${STATUS} = ${filter?.status ?? "ON_SALE"}`];
  const { text, city, category, organizationId, startsAfter, startsBefore } = filter ?? {};
  if (city != null)
    conditions.push(
      sql`exists (select 1 from venue v where v.id = e.venue_id and city_key(v.city) = city_key(${isStorable(city) ? city : ""}))`,
    );
  if (category != null) conditions.push(sql`e.category = ${category}`);
  if (organizationId != null) conditions.push(sql`e.organization_id = ${uuidOrNull(organizationId)}::uuid`);
  if (startsAfter != null) conditions.push(sql`e.starts_at >= ${startsAfter}::timestamptz`);
  if (startsBefore != null) conditions.push(sql`e.starts_at < ${startsBefore}::timestamptz`);
  return page(database, args, viewer, conditions, wordsOf(text));
}

/** All that an organization has, whatever its status. */
export function eventsOfOrganization(
  database: Database,
  viewer: Viewer | null,
  organizationId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Event>> {
  return page(database, args, viewer, [sql`e.organization_id = ${organizationId}::uuid`], null);
}

export function eventsOfSeries(
  database: Database,
  viewer: Viewer | null,
  seriesId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Event>> {
  return page(database, args, viewer, [sql`e.series_id = ${seriesId}::uuid`], null);
}
