import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

/** Whether catalog has heard of the organization. */
export async function organizationExists(database: Database, id: string): Promise<boolean> {
  return (await row(database.read(), sql`select 1 from organization where id = ${uuidOrNull(id)}`)) !== undefined;
}
