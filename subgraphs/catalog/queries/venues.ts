// Queries of venues, by name, and of their versions.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { isStorable } from "../../../platform/core/input.ts";
import { cursorKey, connectionOf, pageRequest, type Connection } from "../../../platform/graphql/pagination.ts";
import { PLAN_EVERY_TIME } from "../../../platform/postgres/prepared-statements.ts";
import { forShape } from "../../../platform/postgres/statements.ts";
import { wordsOf } from "./search-words.ts";
import { statement, type Db } from "../entities/tables.ts";
import type { Venue } from "../entities/venue.ts";
import type { VenueVersion } from "../entities/venue-version.ts";

const cursorSchema = z.object({ name: cursorKey.text, id: cursorKey.id });

interface Shape {
  hasWords: boolean;
  hasCity: boolean;
  isContinued: boolean;
}

interface Given {
  words: string | null;
  city: string;
  limit: number;
  afterName: string | undefined;
  afterId: string | undefined;
}

const matching = (db: Db, { hasWords, hasCity }: Shape, { words, city }: Given) =>
  db
    .selectFrom("venue as v")
    .$if(hasWords, (all) => all.where((of) => of("v.search", "@@", of.fn<string>("search_query", [of.val(words)]))))
    .$if(hasCity, (all) =>
      all.where((of) => of(of.fn("city_key", ["v.city"]), "=", of.fn<string>("city_key", [of.val(city)]))),
    );

const VENUE_COLUMNS = [
  "v.id",
  "v.organizationId",
  "v.name",
  "v.city",
  "v.country",
  "v.timeZone",
  "v.capacity",
  "v.createdAt",
  "v.address",
  "v.latitude",
  "v.longitude",
  "v.access",
  "v.focalPoint",
  "v.version",
  "v.layout",
] as const;

const byName = forShape((shape: Shape) =>
  statement((db, given: Given, { sql }) =>
    matching(db, shape, given)
      .select(VENUE_COLUMNS)
      .$if(shape.isContinued, (all) =>
        all.where((of) =>
          of(
            of.refTuple("v.name", "v.id"),
            ">",
            of.tuple(sql<string>`${given.afterName}`, sql<string>`${given.afterId}::uuid`),
          ),
        ),
      )
      .orderBy("v.name")
      .orderBy("v.id")
      .limit(given.limit)
      .$if(shape.hasWords, (all) => all.modifyEnd(sql.raw(PLAN_EVERY_TIME.text))),
  ),
);

const countOf = forShape((shape: Shape) =>
  statement((db, given: Given) => matching(db, shape, given).select((of) => of.fn.countAll<number>().as("n"))),
);

export async function findVenues(
  database: Database,
  args: { text?: string | null; city?: string | null; first?: number | null; after?: string | null },
): Promise<Connection<Venue>> {
  const request = pageRequest(args, cursorSchema);
  const words = wordsOf(args.text);
  const shape = { hasWords: words !== null, hasCity: args.city != null, isContinued: request.after !== null };
  const given = {
    words,
    city: isStorable(args.city ?? "") ? (args.city ?? "") : "",
    limit: request.first + 1,
    afterName: request.after?.name,
    afterId: request.after?.id,
  };
  const found = await database.reading((em) => byName(shape).rows(em, given));
  const count = async () => (await database.reading((em) => countOf(shape).row(em, given)))!.n;
  return connectionOf(found, request, count, ({ name, id }) => ({ name, id }));
}

const versionCursor = z.object({ version: cursorKey.int });

const newestFirst = statement((db, of: { venueId: string; before: number; limit: number }) =>
  db
    .selectFrom("venue_version")
    .selectAll()
    .where("venueId", "=", of.venueId)
    .where("version", "<", of.before)
    .orderBy("version", "desc")
    .limit(of.limit),
);

const countOfVersions = statement((db, { venueId }: { venueId: string }) =>
  db
    .selectFrom("venue_version")
    .select((of) => of.fn.countAll<number>().as("n"))
    .where("venueId", "=", venueId),
);

export async function versionsOfVenue(
  database: Database,
  venueId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<VenueVersion>> {
  const request = pageRequest(args, versionCursor);
  const before = request.after?.version ?? 2 ** 31 - 1;
  const found = await database.reading((em) => newestFirst.rows(em, { venueId, before, limit: request.first + 1 }));
  const count = async () => (await database.reading((em) => countOfVersions.row(em, { venueId })))!.n;
  return connectionOf(found, request, count, ({ version }) => ({ version }));
}
