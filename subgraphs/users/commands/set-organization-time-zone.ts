// Sets the time zone of an organization's reports.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { OrganizationTimeZoneSet } from "../../../schema/messages/users.ts";
import type { Organization } from "../entities/organization.ts";
import { audit } from "./audit-log.ts";
import { lockOrganization } from "./organization-status.ts";

/** Idempotent: a repeated call only publishes again. @throws NotFound for an unknown or closed organization */
export async function setOrganizationTimeZone(tx: Tx, id: string, timeZone: string): Promise<void> {
  const organization = await lockOrganization(tx, id);
  const isNew = organization.timeZone !== timeZone;
  organization.timeZone = timeZone;
  organization.timeZoneChanges++;
  await publishTimeZone(tx, organization);
  await tx.flush();
  if (isNew) await audit(tx, { organizationId: id, action: "setOrganizationTimeZone", subject: id });
}

/** Publishes the time zone; the row of the organization is locked, or new. */
export async function publishTimeZone(
  tx: Tx,
  { id: organizationId, timeZone, timeZoneChanges: version }: Pick<Organization, "id" | "timeZone" | "timeZoneChanges">,
): Promise<void> {
  await publish(tx, OrganizationTimeZoneSet, organizationId, { organizationId, timeZone, version });
}
