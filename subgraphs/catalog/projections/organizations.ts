// Projection of organizations: it distinguishes an unknown organization from one that the viewer is not a member of.
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
