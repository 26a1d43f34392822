// Status of organizations. One without an owner, or suspended by platform staff, may not sell.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { recordIntervention } from "../../../platform/postgres/interventions.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { OrganizationStatusChanged } from "../../../schema/messages/users.ts";
import { InvitationEntity } from "../entities/invitation.ts";
import { ApiKeyEntity } from "../entities/api-key.ts";
import { DeviceEntity } from "../entities/device.ts";
import { MembershipEntity } from "../entities/membership.ts";
import { OrganizationEntity, type Organization } from "../entities/organization.ts";

/** Resumes a paused organization, which has an owner again. */
export async function resumeIfPaused(tx: Tx, organization: Organization): Promise<void> {
  if (organization.status === "PAUSED") await setOrganizationStatus(tx, organization, "ACTIVE");
}

/** Sets the status; the row of the organization is locked. CLOSED removes all members, and ends open invitations, API keys and devices. */
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
    const open = { organizationId, revokedAt: null };
    await tx.nativeUpdate(ApiKeyEntity, open, { revokedAt: new Date() });
    await tx.nativeUpdate(DeviceEntity, open, { revokedAt: new Date() });
  }
  await tellStatus(tx, organization);
}

/**
 * Suspends an organization, for platform staff. A repeated suspension keeps the first reason. @throws NotFound for an unknown or closed
 * organization
 */
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

/** Ends a suspension, for platform staff. @throws NotFound for an unknown or closed organization */
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

/** @throws NotFound for an unknown or closed organization */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<Organization> {
  const organization = await tx.findOne(OrganizationEntity, { id: organizationId }, LOCKED);
  if (!organization || organization.status === "CLOSED") throw new NotFound("organization");
  return organization;
}

/** Publishes the status. Other subgraphs only need to know whether it may sell: for them a suspended organization is PAUSED. */
async function tellStatus(tx: Tx, organization: Organization): Promise<void> {
  organization.statusChanges++;
  const { id: organizationId, status, suspendedAt, statusChanges: version } = organization;
  await publish(tx, OrganizationStatusChanged, organizationId, {
    organizationId,
    status: suspendedAt && status === "ACTIVE" ? "PAUSED" : status,
    version,
  });
}
