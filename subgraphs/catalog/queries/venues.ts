// Reading venues, by name.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { isStorable } from "../../../platform/core/input.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { PLAN_EVERY_TIME } from "../../../platform/postgres/prepared-statements.ts";
import { join, rows, sql } from "../../../platform/postgres/sql.ts";
import { wordsOf } from "./search-words.ts";
import type { Venue } from "../entities/venue.ts";

const cursorSchema = z.object({ name: cursorKey.text, id: cursorKey.id });

export async function findVenues(
  database: Database,
  args: { text?: string | null; city?: string | null; first?: number | null; after?: string | null },
): Promise<Connection<Venue>> {
  const request = pageRequest(args, cursorSchema);
  const conditions = [sql`true`];
  const words = wordsOf(args.text);
  if (words !== null) conditions.push(sql`search @@ search_query(${words})`);
  if (args.city != null) conditions.push(sql`city_key(city) = city_key(${isStorable(args.city) ? args.city : ""})`);
  const matching = join(conditions, " and ");
  const beyond = request.after ? sql`(name, id) > (${request.after.name}, ${request.after.id}::uuid)` : sql`true`;
  const found = await database.reading((em) =>
    rows<Venue>(
      em,
      sql`select id, organization_id, name, city, country, time_zone, capacity, created_at from venue where ${matching} and ${beyond} order by name, id limit ${request.first + 1} ${words === null ? sql`` : PLAN_EVERY_TIME}`,
    ),
  );
  const count = () => database.reading((em) => countOf(em, sql`venue where ${matching}`));
  return connectionOf(found, request, count, ({ name, id }) => ({ name, id }));
}
