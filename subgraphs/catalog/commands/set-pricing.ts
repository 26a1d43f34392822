// Replaces fees and taxes of an organization. Events with fixed prices keep theirs.
import type { Tx } from "../../../platform/postgres/database.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import type { Pricing } from "../../../domain/pricing.ts";
import { OrganizationEntity } from "../entities/organization.ts";
import { statement } from "../entities/tables.ts";
import { PricingChanged } from "../errors.ts";
import type { SetPricing } from "../inputs.ts";
import { audit } from "./audit.ts";

/** Of two concurrent first requests, one succeeds. */
const addPricing = statement((db, { id, pricing }: { id: string; pricing: Pricing }) =>
  db
    .insertInto("organization")
    .values({ id, pricing, pricingVersion: 1 })
    .onConflict((known) => known.doNothing()),
);

/** @throws PricingChanged unless `expectedVersion` is the current version */
export async function setPricing(tx: Tx, organizationId: string, input: SetPricing): Promise<void> {
  const { fees, taxes, expectedVersion } = input;
  const pricing = { fees, taxes };
  // The organization may be unknown here: memberships come with the viewer.
  const isNew = expectedVersion === 0 && (await addPricing.change(tx, { id: organizationId, pricing })) > 0;
  if (!isNew) {
    const organization = await tx.findOne(OrganizationEntity, { id: organizationId }, LOCKED);
    if (organization?.pricingVersion !== expectedVersion) throw new PricingChanged(organizationId);
    Object.assign(organization, { pricing, pricingVersion: expectedVersion + 1 });
  }
  const detail = {
    version: expectedVersion + 1,
    feeRates: fees.map(({ rate }) => rate),
    feeAmounts: fees.map(({ fixed }) => (fixed ? `${fixed.amount} ${fixed.currency}` : "")),
    taxRates: taxes.map(({ rate }) => rate),
  };
  await audit(tx, { organizationId, action: "setPricing", subject: organizationId, detail });
}
