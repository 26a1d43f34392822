// Queries of events, with their current status, limited to those that the viewer may see.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { badInput } from "../../../platform/core/errors.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { isStorable, uuidOrNull } from "../../../platform/core/input.ts";
import {
  afterTuple,
  cursorKey,
  connectionOf,
  pageRequest,
  type AfterTime,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { PLAN_EVERY_TIME } from "../../../platform/postgres/prepared-statements.ts";
import { forShape, unionAll, type Building } from "../../../platform/postgres/statements.ts";
import { tagKey } from "../../../domain/event-details.ts";
import { ownOrganizations, seesAllEvents, seesAllEventsOf } from "../access.ts";
import { wordsOf } from "./search-words.ts";
import { notOver, SALES } from "./sold-events.ts";
import { allEvents, current, type EventsFrom } from "../entities/current-event.ts";
import type { Event } from "../entities/event.ts";
import type { Series } from "../entities/series.ts";
import { statement, type Db } from "../entities/tables.ts";
import type { EventFilter, EventStatus } from "../schema.generated.ts";

const cursorSchema = z.object({ rank: z.number(), startsAt: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** Parameters that determine the text of the statement of a list. */
interface Shape {
  /** Undefined for any status. */
  status: EventStatus | undefined;
  /** Visible events that were never on sale: all, or those of this number of organizations. */
  unpublished: "ALL" | number;
  /** Whether also events that are not PUBLIC are listed. */
  unlisted: boolean;
  filters: (keyof typeof FILTERS)[];
  isContinued: boolean;
}

interface Given extends AfterTime {
  city: string;
  category: string;
  organizationId: string | null;
  seriesId: string;
  startsAfter: Date;
  startsBefore: Date;
  salesStartAfter: Date;
  salesStartBefore: Date;
  tags: string[];
  words: string;
  /** Organizations that `Shape.unpublished` counts. */
  organizationIds: string[];
  limit: number;
  afterRank: number;
}

/** Tags of one filter. */
const MAX_TAGS = 5;
/** Maximum of ranked events. If a text matches more, the soonest are ranked. */
const MOST_RANKED = 2_000;

/**
 * Parts of a list that an index reads in order, or that are small. Indexes order the events of one status or organization by time, not
 * those of several. An event is in one part at most.
 */
function partsOf(
  db: Db,
  { status, unpublished, unlisted, filters }: Shape,
  given: Given,
  building: Building,
): EventsFrom[] {
  const parts = withStatus(db, status, unpublished, given, building).map((part) =>
    unlisted ? part : part.where((of) => of.or([of("e.visibility", "=", "PUBLIC"), of.not("e.published")])),
  );
  return parts.map((part) => filters.reduce((narrowed, name) => FILTERS[name](narrowed, given), part));
}

/** Events with this current status. */
function withStatus(
  db: Db,
  status: Shape["status"],
  unpublished: Shape["unpublished"],
  given: Given,
  building: Building,
): EventsFrom[] {
  switch (status) {
    case "ANNOUNCED":
    case "ON_SALE":
    case "SALES_ENDED":
      return notOver(db, "ON_SALE", building).map(SALES[status]);
    case "SALES_PAUSED":
      return notOver(db, status, building);
    case "ENDED":
      return (["ON_SALE", "SALES_PAUSED"] as const).map((stored) =>
        allEvents(db)
          .where("e.status", "=", stored)
          .where((of) => of("e.startsAt", "<", of.fn<Date>("app_now", [])))
          .where((of) => of(of.fn("event_over_at", ["e.startsAt", "e.endsAt"]), "<=", of.fn<Date>("app_now", []))),
      );
    case "DRAFT":
    case "CANCELLED":
      return visibleParts(db, unpublished, given, building).map((part) => part.where("e.status", "=", status));
    case undefined:
      return visibleParts(db, unpublished, given, building);
  }
}

function visibleParts(
  db: Db,
  unpublished: Shape["unpublished"],
  { organizationIds }: Given,
  { sql }: Building,
): EventsFrom[] {
  if (unpublished === "ALL") return [allEvents(db)];
  const own = Array.from({ length: unpublished }, (_, index) => index + 1);
  return [
    allEvents(db).where((of) => of.ref("e.published")),
    ...own.map((n) =>
      allEvents(db)
        .where((of) => of.not("e.published"))
        .where("e.organizationId", "=", sql<string>`(${organizationIds}::uuid[])[${sql.lit(n)}]`),
    ),
  ];
}

const FILTERS = {
  city: (from: EventsFrom, { city }: Given) =>
    from.where((of) => of("e.city_key", "=", of.fn<string>("city_key", [of.val(city)]))),
  category: (from: EventsFrom, { category }: Given) => from.where("e.category", "=", category as never),
  organizationId: (from: EventsFrom, { organizationId }: Given) => from.where("e.organizationId", "=", organizationId),
  seriesId: (from: EventsFrom, { seriesId }: Given) => from.where("e.seriesId", "=", seriesId),
  startsAfter: (from: EventsFrom, { startsAfter }: Given) => from.where("e.startsAt", ">=", startsAfter),
  startsBefore: (from: EventsFrom, { startsBefore }: Given) => from.where("e.startsAt", "<", startsBefore),
  salesStartAfter: (from: EventsFrom, { salesStartAfter }: Given) =>
    from.where("e.salesStartAt", ">=", salesStartAfter),
  salesStartBefore: (from: EventsFrom, { salesStartBefore }: Given) =>
    from.where("e.salesStartAt", "<", salesStartBefore),
  tags: (from: EventsFrom, { tags }: Given) => from.where((of) => of("e.tags", "@>", of.val(tags) as never)),
  words: (from: EventsFrom, { words }: Given) =>
    from.where((of) => of("e.search", "@@", of.fn<string>("search_query", [of.val(words)]))),
};

/** Merges the parts, soonest first. Each part reads no more than a page. */
const soonestFirst = forShape((shape: Shape) =>
  statement((db, given: Given, building) => {
    const parts = partsOf(db, shape, given, building).map((part) => {
      const beyond = shape.isContinued
        ? part.where((of) => of(of.refTuple("e.startsAt", "e.id"), ">", afterTuple(building, given)))
        : part;
      return current(beyond).orderBy("e.startsAt").orderBy("e.id").limit(given.limit);
    });
    return db
      .selectFrom(unionAll(db, parts).as("listed"))
      .selectAll()
      .orderBy("listed.startsAt")
      .orderBy("listed.id")
      .limit(given.limit);
  }),
);

/** Ranks the soonest matches, best first. */
const bestFirst = forShape((shape: Shape) =>
  statement((db, given: Given, building) => {
    const { sql } = building;
    const parts = partsOf(db, shape, given, building).map((part) =>
      part
        .select(["e.id as id", "e.startsAt as at"])
        .select((of) => {
          const query = of.fn("search_query", [of.val(given.words)]);
          return of.cast<number>(of.fn("ts_rank", ["e.search", query]), "float8").as("rank");
        })
        .orderBy("e.startsAt")
        .orderBy("e.id")
        .limit(sql.lit(MOST_RANKED)),
    );
    const candidates = db
      .selectFrom(unionAll(db, parts).as("listed"))
      .selectAll()
      .orderBy("listed.at")
      .orderBy("listed.id")
      .limit(sql.lit(MOST_RANKED));
    const ranked = db
      .selectFrom(candidates.as("candidate"))
      .selectAll()
      .$if(shape.isContinued, (beyond) =>
        beyond.where((of) =>
          of(
            of.tuple(of.neg(of.ref("candidate.rank")), of.ref("candidate.at"), of.ref("candidate.id")),
            ">",
            of.tuple(
              sql<number>`-${given.afterRank}::float8`,
              sql<Date>`${given.afterTime}::timestamptz`,
              sql<string>`${given.afterId}::uuid`,
            ),
          ),
        ),
      )
      .orderBy((of) => of.neg(of.ref("candidate.rank")))
      .orderBy("candidate.at")
      .orderBy("candidate.id")
      .limit(given.limit);
    return db
      .selectFrom(ranked.as("ranked"))
      .crossJoinLateral((inner) =>
        current(allEvents(inner as unknown as Db))
          .whereRef("e.id", "=", "ranked.id" as never)
          .as("found"),
      )
      .selectAll("found")
      .select("ranked.rank")
      .orderBy((of) => of.neg(of.ref("ranked.rank")))
      .orderBy("ranked.at")
      .orderBy("ranked.id")
      .modifyEnd(sql.raw(PLAN_EVERY_TIME.text));
  }),
);

const countOf = forShape((shape: Shape) =>
  statement((db, given: Given, building) => {
    const parts = partsOf(db, shape, given, building).map((part) => part.select("e.id as id"));
    return db.selectFrom(unionAll(db, parts).as("found")).select((of) => of.fn.countAll<number>().as("n"));
  }),
);

async function pageOf(
  database: Database,
  list: Omit<Shape, "filters" | "isContinued">,
  filters: Partial<Given>,
  args: PageArgs,
): Promise<Connection<Event>> {
  const { first, after } = pageRequest(args, cursorSchema);
  const names = (Object.keys(FILTERS) as (keyof typeof FILTERS)[]).filter((name) => filters[name] !== undefined);
  const shape = { ...list, filters: names, isContinued: after !== null };
  const given = {
    ...filters,
    limit: first + 1,
    ...(after && { afterRank: after.rank, afterTime: after.startsAt, afterId: after.id }),
  } as Given;
  const statement = filters.words === undefined ? soonestFirst(shape) : bestFirst(shape);
  const found: (Event & { rank?: number })[] = await database.reading((em) => statement.rows(em, given));
  return connectionOf(
    found,
    { first, after },
    async () => {
      const counted = await database.reading((em) => countOf({ ...shape, isContinued: false }).row(em, given));
      return counted!.n;
    },
    ({ rank = 0, startsAt, id }) => ({ rank, startsAt: startsAt.toISOString(), id }),
  );
}

export function findEvents(
  database: Database,
  viewer: Viewer | null,
  filter: EventFilter | null | undefined,
  args: PageArgs,
): Promise<Connection<Event>> {
  const { text, city, category, organizationId, startsAfter, startsBefore, tags } = filter ?? {};
  if (tags && tags.length > MAX_TAGS) throw badInput("filter.tags", `must be at most ${MAX_TAGS}`);
  const status = filter?.status ?? "ON_SALE";
  const organizationIds = status === "DRAFT" || status === "CANCELLED" ? ownOrganizations(viewer) : [];
  const unpublished = seesAllEvents(viewer) ? "ALL" : organizationIds.length;
  return pageOf(
    database,
    { status, unpublished, unlisted: seesAllEvents(viewer) },
    {
      organizationIds,
      words: wordsOf(text) ?? undefined,
      tags: tags?.length ? tags.map((tag) => (isStorable(tag) ? tagKey(tag) : "")) : undefined,
      city: city == null ? undefined : isStorable(city) ? city : "",
      category: category ?? undefined,
      organizationId: organizationId == null ? undefined : uuidOrNull(organizationId),
      startsAfter: startsAfter ?? undefined,
      startsBefore: startsBefore ?? undefined,
      salesStartAfter: filter?.salesStartAfter ?? undefined,
      salesStartBefore: filter?.salesStartBefore ?? undefined,
    },
    args,
  );
}

/** Events of an organization, with any status. */
export function eventsOfOrganization(
  database: Database,
  viewer: Viewer | null,
  organizationId: string,
  args: PageArgs,
): Promise<Connection<Event>> {
  return pageOf(database, seenOf(viewer, organizationId), { organizationId }, args);
}

export function eventsOfSeries(
  database: Database,
  viewer: Viewer | null,
  series: Series,
  args: PageArgs,
): Promise<Connection<Event>> {
  return pageOf(database, seenOf(viewer, series.organizationId), { seriesId: series.id }, args);
}

/** Shape of the events of one organization that the viewer may see. */
function seenOf(viewer: Viewer | null, organizationId: string) {
  const seesAll = seesAllEventsOf(viewer, organizationId);
  return { status: undefined, unpublished: seesAll ? ("ALL" as const) : 0, unlisted: seesAll };
}
