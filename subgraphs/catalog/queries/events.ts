// Reading events: with the status that time has made of them, and only those that the viewer may see.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { isStorable, uuidOrNull } from "../../../platform/core/input.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { PLAN_EVERY_TIME } from "../../../platform/postgres/prepared-statements.ts";
import { join, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { ownOrganizations, seesAllEvents, seesAllEventsOf } from "../access.ts";
import { wordsOf } from "./search-words.ts";
import { selectEvents, selectEventsFrom, type Event } from "../entities/event.ts";
import type { Series } from "../entities/series.ts";
import type { EventFilter, EventStatus } from "../schema.generated.ts";

/** What was never on sale, a cancelled draft too, is for members of the organization and platform staff. */
export function visibleTo(viewer: Viewer | null): Sql {
  if (seesAllEvents(viewer)) return sql`true`;
  return sql`(e.published or e.organization_id = any(${ownOrganizations(viewer)}::uuid[]))`;
}

const cursorSchema = z.object({ rank: z.number(), startsAt: cursorKey.time, id: cursorKey.id });
type Cursor = z.infer<typeof cursorSchema>;

interface RankedEvent extends Event {
  rank: number;
}

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** Of more events than these that a text matches, the soonest are ranked. */
const MOST_RANKED = 2_000;

/** Events of a list that can be read in its order, or that are few. An event is in one part of a list at most. The condition speaks of `e`. */
interface Part {
  source: Sql;
  where: Sql;
}

const EVENTS = sql`event e`;
/** Apart from any other condition, for none leaves fewer. */
const UNDER_WAY = sql`(select * from event where tstzrange(starts_at, event_over_at(starts_at, ends_at)) @> app_now() offset 0) e`;

/** The soonest of all parts together that fulfil all conditions: of each no more is read than is asked for. */
function soonest(parts: Part[], conditions: Sql[], columns: Sql, limit: number): Sql {
  const each = parts.map(
    ({ source, where }) =>
      sql`(select ${columns} from ${source} where ${join([where, ...conditions], " and ")} order by e.starts_at, e.id limit ${limit})`,
  );
  return sql`(${join(each, " union all ")}) e order by e.starts_at, e.id limit ${limit}`;
}

const isAfter = (after: Cursor | null) =>
  after ? sql`(e.starts_at, e.id) > (${after.startsAt}::timestamptz, ${after.id}::uuid)` : sql`true`;

/** Events that fulfil all `conditions` and are in one of the parts, soonest first. */
async function soonestFirst(
  database: Database,
  args: PageArgs,
  parts: Part[],
  conditions: Sql[],
): Promise<Connection<Event>> {
  const request = pageRequest(args, cursorSchema);
  const found = await database.reading((em) =>
    rows<Event>(
      em,
      selectEventsFrom(soonest(parts, [...conditions, isAfter(request.after)], sql`e.*`, request.first + 1)),
    ),
  );
  return connectionOf(
    found,
    request,
    () => count(database, parts, conditions),
    (event) => keyOf({ ...event, rank: 0 }),
  );
}

/** The same, best match first. */
async function bestFirst(
  database: Database,
  args: PageArgs,
  parts: Part[],
  conditions: Sql[],
  text: string,
): Promise<Connection<Event>> {
  const request = pageRequest(args, cursorSchema);
  const { after } = request;
  const query = sql`search_query(${text})`;
  const matching = [...conditions, sql`e.search @@ ${query}`];
  const ranked = soonest(
    parts,
    matching,
    sql`e.id, e.starts_at, ts_rank(e.search, ${query})::float8 as rank`,
    MOST_RANKED,
  );
  const beyond = after
    ? sql`(-rank, starts_at, id) > (${-after.rank}::float8, ${after.startsAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const found = await database.reading((em) =>
    rows<RankedEvent>(
      em,
      sql`select found.*, ranked.rank from (
            select * from (select * from ${ranked}) candidate where ${beyond} order by -rank, starts_at, id limit ${request.first + 1}
          ) ranked cross join lateral (${selectEvents(sql`e.id = ranked.id`)}) found order by -ranked.rank, found.starts_at, found.id ${PLAN_EVERY_TIME}`,
    ),
  );
  return connectionOf(found, request, () => count(database, parts, matching), keyOf);
}

function keyOf({ rank, startsAt, id }: RankedEvent): Cursor {
  return { rank, startsAt: startsAt.toISOString(), id };
}

function count(database: Database, parts: Part[], conditions: Sql[]): Promise<number> {
  const each = parts.map(
    ({ source, where }) => sql`select 1 from ${source} where ${join([where, ...conditions], " and ")}`,
  );
  return database.reading((em) => countOf(em, sql`(${join(each, " union all ")}) found`));
}

/** Events that have this status at present. */
function withStatus(status: EventStatus, viewer: Viewer | null): Part[] {
  switch (status) {
    case "ON_SALE":
    case "SALES_PAUSED":
      // What is over keeps its status, and is not read.
      return [
        { source: EVENTS, where: sql`e.status = ${status} and e.starts_at > app_now() and not e.is_past` },
        { source: UNDER_WAY, where: sql`e.status = ${status}` },
      ];
    case "ENDED":
      return ["ON_SALE", "SALES_PAUSED"].map((stored) => ({
        source: EVENTS,
        where: sql`e.status = ${stored} and e.starts_at < app_now() and event_over_at(e.starts_at, e.ends_at) <= app_now()`,
      }));
    case "DRAFT":
    case "CANCELLED":
      return visibleParts(viewer).map((part) => ({ source: EVENTS, where: sql`e.status = ${status} and ${part}` }));
  }
}

/** Of each organization of the viewer's a part of its own: an index has the events of one in their order, and not those of several. */
function visibleParts(viewer: Viewer | null): Sql[] {
  if (seesAllEvents(viewer)) return [sql`true`];
  const own = ownOrganizations(viewer);
  return [sql`e.published`, ...own.map((id) => sql`not e.published and e.organization_id = ${id}::uuid`)];
}

export function findEvents(
  database: Database,
  viewer: Viewer | null,
  filter: EventFilter | null | undefined,
  args: PageArgs,
): Promise<Connection<Event>> {
  const conditions: Sql[] = [];
  const { text, city, category, organizationId, startsAfter, startsBefore } = filter ?? {};
  if (city != null) conditions.push(sql`e.city_key = city_key(${isStorable(city) ? city : ""})`);
  if (category != null) conditions.push(sql`e.category = ${category}`);
  if (organizationId != null) conditions.push(sql`e.organization_id = ${uuidOrNull(organizationId)}::uuid`);
  if (startsAfter != null) conditions.push(sql`e.starts_at >= ${startsAfter}::timestamptz`);
  if (startsBefore != null) conditions.push(sql`e.starts_at < ${startsBefore}::timestamptz`);
  const parts = withStatus(filter?.status ?? "ON_SALE", viewer);
  const words = wordsOf(text);
  return words === null
    ? soonestFirst(database, args, parts, conditions)
    : bestFirst(database, args, parts, conditions, words);
}

/** All that an organization has, whatever its status. */
export function eventsOfOrganization(
  database: Database,
  viewer: Viewer | null,
  organizationId: string,
  args: PageArgs,
): Promise<Connection<Event>> {
  return soonestFirst(
    database,
    args,
    [seenOf(viewer, organizationId)],
    [sql`e.organization_id = ${organizationId}::uuid`],
  );
}

export function eventsOfSeries(
  database: Database,
  viewer: Viewer | null,
  series: Series,
  args: PageArgs,
): Promise<Connection<Event>> {
  return soonestFirst(database, args, [seenOf(viewer, series.organizationId)], [sql`e.series_id = ${series.id}::uuid`]);
}

/** The events of one organization that the viewer may see. */
function seenOf(viewer: Viewer | null, organizationId: string): Part {
  const seesAll = seesAllEventsOf(viewer, organizationId);
  return { source: EVENTS, where: seesAll ? sql`true` : sql`e.published` };
}
