// What full-text search finds an event by: its name first, then where it is, then its description.
// The 'simple' configuration splits words and drops nothing: names come in every language.
import { sql, type Sql } from "../../../platform/sql.ts";

export function searchVector(name: string, description: string | null, venueId: string): Sql {
  return sql`(select setweight(to_tsvector('simple', ${name}::text), 'A')
                  || setweight(to_tsvector('simple', v.name || ' ' || v.city), 'B')
                  || setweight(to_tsvector('simple', coalesce(${description}::text, '')), 'C') from venue v where v.id = ${venueId})`;
}
