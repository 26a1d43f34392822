import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const sold = statement((db, { eventId }: { eventId: string | null }, { sql }) =>
  db
    .selectFrom("sale")
    .select("organizationId")
    .where("eventId", "=", eventId)
    .where((of) => sql<boolean>`not is_tombstone(${of.ref("eventId")}, ${of.ref("organizationId")})`),
);

/** Organization of an event; undefined if it was never on sale. */
export async function organizationOf(database: Database, eventId: string): Promise<string | undefined> {
  return (await sold.row(database.read(), { eventId: uuidOrNull(eventId) }))?.organizationId;
}
