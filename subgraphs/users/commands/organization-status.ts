// Whether an organization may sell: not while it has no owner, and not while platform staff have suspended it.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { recordIntervention } from "../../../platform/postgres/interventions.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { OrganizationStatusChanged } from "../../../schema/messages/users.ts";
import type { Organization } from "../entities/organization.ts";

type Owned = Organization["status"];

/** It has an owner again. */
export async function resumeIfPaused(tx: Tx, organization: { id: string; status: Owned }): Promise<void> {
  if (organization.status === "PAUSED") await setOrganizationStatus(tx, organization.id, "ACTIVE");
}

/** With the organization's row locked. Nobody works for a CLOSED one, and no invitation to it is open. */
export async function setOrganizationStatus(tx: Tx, organizationId: string, status: Owned): Promise<void> {
  await rows(tx, sql`update organization set status = ${status} where id = ${organizationId}`);
  if (status === "CLOSED") {
    await rows(tx, sql`delete from membership where organization_id = ${organizationId}`);
    await rows(
      tx,
      sql`update invitation set ended_at = now() where organization_id = ${organizationId} and ended_at is null`,
    );
  }
  await tellStatus(tx, organizationId);
}

/** For platform staff. A repeated suspension keeps the first reason. @throws NotFound for an organization that is unknown or closed */
export async function suspendOrganization(
  tx: Tx,
  { organizationId, reason, by }: { organizationId: string; reason: string; by: string },
): Promise<void> {
  if (await isSuspended(tx, organizationId)) return;
  await rows(
    tx,
    sql`update organization set suspended_at = date_trunc('milliseconds', now()), suspended_by = ${by}, suspension_reason = ${reason} where id = ${organizationId}`,
  );
  await recordIntervention(tx, { subjectId: organizationId, action: "suspendOrganization", byUser: by, reason });
  await tellStatus(tx, organizationId);
}

/** For platform staff. @throws NotFound for an organization that is unknown or closed */
export async function resumeOrganization(
  tx: Tx,
  { organizationId, by }: { organizationId: string; by: string },
): Promise<void> {
  if (!(await isSuspended(tx, organizationId))) return;
  await rows(
    tx,
    sql`update organization set suspended_at = null, suspended_by = null, suspension_reason = null where id = ${organizationId}`,
  );
  await recordIntervention(tx, { subjectId: organizationId, action: "resumeOrganization", byUser: by, reason: null });
  await tellStatus(tx, organizationId);
}

/** Locks the organization's row. @throws NotFound */
async function isSuspended(tx: Tx, organizationId: string): Promise<boolean> {
  const found = await row<{ isSuspended: boolean }>(
    tx,
    sql`select suspended_at is not null as is_suspended from organization where id = ${organizationId} and status <> 'CLOSED' for update`,
  );
  if (!found) throw new NotFound("organization");
  return found.isSuspended;
}

/** Other subgraphs only need to know whether it may sell: to them a suspended organization is PAUSED. */
async function tellStatus(tx: Tx, organizationId: string): Promise<void> {
  const { status, isSuspended, version } = (await row<{ status: Owned; isSuspended: boolean; version: number }>(
    tx,
    sql`update organization set status_changes = status_changes + 1 where id = ${organizationId}
        returning status, suspended_at is not null as is_suspended, status_changes as version`,
  ))!;
  await publish(tx, OrganizationStatusChanged, organizationId, {
    organizationId,
    status: isSuspended && status === "ACTIVE" ? "PAUSED" : status,
    version,
  });
}
