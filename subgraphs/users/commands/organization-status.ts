// What becomes of an organization that has lost its last owner, or has one again.
import type { Tx } from "../../../platform/database.ts";
import { publish } from "../../../platform/outbox.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { OrganizationStatusChanged } from "../../../schema/messages/users.ts";
import type { OrganizationStatus } from "../schema.generated.ts";

/** It has an owner again. */
export async function resumeIfPaused(tx: Tx, organization: { id: string; status: OrganizationStatus }): Promise<void> {
  if (organization.status === "PAUSED") await setOrganizationStatus(tx, organization.id, "ACTIVE");
}

/** With the organization's row locked. Nobody works for a CLOSED one, and no invitation to it is open. */
export async function setOrganizationStatus(tx: Tx, organizationId: string, status: OrganizationStatus): Promise<void> {
  const changed = await row<{ statusChanges: number }>(
    tx,
    sql`update organization set status = ${status}, status_changes = status_changes + 1
        where id = ${organizationId} returning status_changes`,
  );
  if (status === "CLOSED") {
    await rows(tx, sql`delete from membership where organization_id = ${organizationId}`);
    await rows(
      tx,
      sql`update invitation set ended_at = now() where organization_id = ${organizationId} and ended_at is null`,
    );
  }
  await publish(tx, OrganizationStatusChanged, organizationId, {
    organizationId,
    status,
    version: changed!.statusChanges,
  });
}
