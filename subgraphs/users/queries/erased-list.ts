// Erasures for the list outside of the database. Raw SQL: each start reads it, and MikroORM would make that a third of a second longer.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ErasedPerson } from "../entities/erasure.ts";

export function findListed(database: Database, id: string): Promise<ErasedPerson | undefined> {
  return row<ErasedPerson>(
    database.read(),
    sql`select id, user_id, secret_hash, erased_at from erasure where id = ${id}::uuid`,
  );
}

/** Those of the ids that are no erasures of this database. */
export async function findUnknown(database: Database, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await rows<{ id: string }>(
    database.read(),
    sql`select id from unnest(${ids}::uuid[]) id where not exists (select 1 from erasure e where e.id = id.id)`,
  );
  return found.map(({ id }) => id);
}
