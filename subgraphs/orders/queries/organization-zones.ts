// Time zones of organizations.
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const zoneOf = statement((db, { organizationId }: { organizationId: string }) =>
  db.selectFrom("organization_zone").select("timeZone").where("organizationId", "=", organizationId),
);

/** UTC until it is set. */
export async function timeZoneOf(database: Database, organizationId: string): Promise<string> {
  return (await zoneOf.row(database.read(), { organizationId }))?.timeZone ?? "UTC";
}
