import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

/** Whose an event is; undefined for one that was never on sale. */
export async function organizationOf(database: Database, eventId: string): Promise<string | undefined> {
  const sale = await row<{ organizationId: string }>(
    database.read(),
    sql`select organization_id from sale where event_id = ${uuidOrNull(eventId)}::uuid and not is_tombstone(event_id, organization_id)`,
  );
  return sale?.organizationId;
}
