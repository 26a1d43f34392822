// What catalog knows of organizations: it tells an unknown organization from one that the viewer does not belong to.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

export async function noteOrganization(tx: Tx, organizationId: string): Promise<void> {
  await rows(tx, sql`insert into organization (id) values (${organizationId}) on conflict do nothing`);
}
