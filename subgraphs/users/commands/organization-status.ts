// Whether an organization may sell: not while it has no owner, and not while platform staff have suspended it.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { recordIntervention } from "../../../platform/postgres/interventions.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { OrganizationStatusChanged } from "../../../schema/messages/users.ts";
import { InvitationEntity } from "../entities/invitation.ts";
import { MembershipEntity } from "../entities/membership.ts";
import { OrganizationEntity, type Organization } from "../entities/organization.ts";

/** It has an owner again. */
export async function resumeIfPaused(tx: Tx, organization: Organization): Promise<void> {
  if (organization.status === "PAUSED") await setOrganizationStatus(tx, organization, "ACTIVE");
}

/** With the organization's row locked. Nobody works for a CLOSED one, and no invitation to it is open. */
export async function setOrganizationStatus(
  tx: Tx,
  organization: Organization,
  status: Organization["status"],
): Promise<void> {
  organization.status = status;
  if (status === "CLOSED") {
    const organizationId = organization.id;
    await tx.nativeDelete(MembershipEntity, { organizationId });
    await tx.nativeUpdate(InvitationEntity, { organizationId, endedAt: null }, { endedAt: new Date() });
  }
  await tellStatus(tx, organization);
}

/** For platform staff. A repeated suspension keeps the first reason. @throws NotFound for an organization that is unknown or closed */
export async function suspendOrganization(
  tx: Tx,
  { organizationId, reason, by }: { organizationId: string; reason: string; by: string },
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  if (organization.suspendedAt) return;
  Object.assign(organization, { suspendedAt: new Date(), suspendedBy: by, suspensionReason: reason });
  await recordIntervention(tx, { subjectId: organizationId, action: "suspendOrganization", byUser: by, reason });
  await tellStatus(tx, organization);
}

/** For platform staff. @throws NotFound for an organization that is unknown or closed */
export async function resumeOrganization(
  tx: Tx,
  { organizationId, by }: { organizationId: string; by: string },
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  if (!organization.suspendedAt) return;
  Object.assign(organization, { suspendedAt: null, suspendedBy: null, suspensionReason: null });
  await recordIntervention(tx, { subjectId: organizationId, action: "resumeOrganization", byUser: by, reason: null });
  await tellStatus(tx, organization);
}

/** @throws NotFound for one that is unknown or closed */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<Organization> {
  const organization = await tx.findOne(OrganizationEntity, { id: organizationId }, LOCKED);
  if (!organization || organization.status === "CLOSED") throw new NotFound("organization");
  return organization;
}

/** Other subgraphs only need to know whether it may sell: to them a suspended organization is PAUSED. */
async function tellStatus(tx: Tx, organization: Organization): Promise<void> {
  organization.statusChanges++;
  const { id: organizationId, status, suspendedAt, statusChanges: version } = organization;
  await publish(tx, OrganizationStatusChanged, organizationId, {
    organizationId,
    status: suspendedAt && status === "ACTIVE" ? "PAUSED" : status,
    version,
  });
}
