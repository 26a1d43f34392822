// Sets how buyers reach an organization, and its terms.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { OrganizationContact } from "../inputs.ts";
import { audit } from "./audit-log.ts";
import { lockOrganization } from "./organization-status.ts";

/** Idempotent. @throws NotFound for an unknown or closed organization */
export async function setOrganizationContact(tx: Tx, id: string, contact: OrganizationContact): Promise<void> {
  const organization = await lockOrganization(tx, id);
  const { contactEmail, contactPhone, termsUrl } = contact;
  const fields = Object.entries({ contactEmail, contactPhone, termsUrl }).flatMap(([name, value]) =>
    (organization[name as keyof OrganizationContact] ?? null) === value ? [] : [name],
  );
  if (fields.length === 0) return;
  Object.assign(organization, { contactEmail, contactPhone, termsUrl });
  await tx.flush();
  await audit(tx, { organizationId: id, action: "setOrganizationContact", subject: id, detail: { fields } });
}
