import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const known = statement((db, { id }: { id: string | null }) =>
  db.selectFrom("organization").select("id").where("id", "=", id),
);

export async function organizationExists(database: Database, id: string): Promise<boolean> {
  return (await known.row(database.read(), { id: uuidOrNull(id) })) !== undefined;
}
