// What catalog knows of organizations: it tells an unknown organization from one that the viewer does not belong to.
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const addOrganization = statement((db, { id }: { id: string }) =>
  db
    .insertInto("organization")
    .values({ id })
    .onConflict((known) => known.doNothing()),
);

export async function noteOrganization(tx: Tx, organizationId: string): Promise<void> {
  await addOrganization.change(tx, { id: organizationId });
}
