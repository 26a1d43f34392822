// Access rules.
import { forbidden } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { actsAs, readsAs } from "../../domain/roles.ts";
import type { Payment } from "./entities/payment.ts";
import type { Refund } from "./entities/refund.ts";

/** The organization from BOX_OFFICE up, auditors and platform staff. */
export function mayReadLedger(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "BOX_OFFICE", organizationId);
}

/** Readers of the ledger, not limited to some events; limited viewers with the scope `org:read` only. */
export function mayExportLedger(viewer: Viewer, organizationId: string): boolean {
  const { scopes, eventIds } = viewer;
  return mayReadLedger(viewer, organizationId) && !eventIds && (!scopes || scopes.includes("org:read"));
}

/** For the buyer, and for readers of the organization's ledger. */
export function mayReadPayment(viewer: Viewer | null, payment: Pick<Payment, "buyerId" | "organizationId">): boolean {
  return viewer !== null && (viewer.userId === payment.buyerId || mayReadLedger(viewer, payment.organizationId));
}

/** For BOX_OFFICE and up of the organization, and platform staff. @throws GraphQLError FORBIDDEN */
export function requireRefunder(viewer: Viewer, refund: Pick<Refund, "organizationId">): void {
  if (!viewer.staff && !actsAs(viewer, "BOX_OFFICE", refund.organizationId))
    throw forbidden("Only for BOX_OFFICE and up of the organization.");
}
