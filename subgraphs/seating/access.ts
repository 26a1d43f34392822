import { forbidden } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { actsAs, readsAs } from "../../domain/roles.ts";
import type { Hold } from "./entities/hold.ts";

/** Sales channels and promo codes: readable by managers, auditors and platform staff. */
export function mayReadSale(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "MANAGER", organizationId);
}

/** Report of availability: readable from BOX_OFFICE up in the organization, and by auditors and platform staff. */
export function mayReadReport(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "BOX_OFFICE", organizationId);
}

/** Only the buyer of a hold may read and change it. A hold at the counter belongs to the organization: to BOX_OFFICE and up. */
export function isOwnHold(viewer: Viewer | null, hold: Pick<Hold, "buyerId"> | null): boolean {
  return (
    viewer !== null && hold !== null && (hold.buyerId === viewer.userId || actsAs(viewer, "BOX_OFFICE", hold.buyerId))
  );
}

/** Names of customers: only for BOX_OFFICE and up of the organization, and not for auditors and platform staff. */
export function mayReadReservations(viewer: Viewer | null, organizationId: string): boolean {
  return actsAs(viewer, "BOX_OFFICE", organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireClerk(viewer: Viewer, organizationId: string): void {
  if (!actsAs(viewer, "BOX_OFFICE", organizationId)) throw forbidden("Only for BOX_OFFICE and up of the organization.");
}

/** @throws GraphQLError FORBIDDEN */
export function requireManager(viewer: Viewer, organizationId: string): void {
  if (!actsAs(viewer, "MANAGER", organizationId)) throw forbidden("Only for MANAGER and up of the organization.");
}
