// Projection of the time zones of organizations from users. Messages may be late, so older versions are ignored.
import type { z } from "zod";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { OrganizationTimeZoneSet } from "../../../schema/messages/users.ts";
import { statement } from "../entities/tables.ts";

export type Zone = z.infer<typeof OrganizationTimeZoneSet.body>;

const addZone = statement((db, { organizationId, version, timeZone }: Zone) =>
  db
    .insertInto("organization_zone")
    .values({ organizationId, version, timeZone })
    .onConflict((known) =>
      known
        .column("organizationId")
        .doUpdateSet((news) => ({ version: news.ref("excluded.version"), timeZone: news.ref("excluded.timeZone") }))
        .whereRef("organization_zone.version", "<", "excluded.version"),
    ),
);

/** False for an older version. */
export async function noteZone(tx: Tx, zone: Zone): Promise<boolean> {
  return (await addZone.change(tx, zone)) > 0;
}
