import { forbidden } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { actsAs, isMember, readsAs } from "../../domain/roles.ts";

/** Whether the viewer sees events of all organizations that were never on sale. */
export function seesAllEvents(viewer: Viewer | null): boolean {
  return viewer?.staff === true;
}

/** Organizations whose events the viewer sees before they are on sale. */
export function ownOrganizations(viewer: Viewer | null): string[] {
  return Object.keys(viewer?.memberships ?? {});
}

export function belongsTo(viewer: Viewer | null, organizationId: string): boolean {
  return isMember(viewer, organizationId);
}

export function seesAllEventsOf(viewer: Viewer | null, organizationId: string): boolean {
  return seesAllEvents(viewer) || belongsTo(viewer, organizationId);
}

/** Pricing: readable from BOX_OFFICE up in the organization, and by auditors and platform staff. */
export function mayReadPricing(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "BOX_OFFICE", organizationId);
}

/** Changes of a series: readable from MANAGER up in the organization, and by auditors and platform staff. */
export function mayReadSeriesChanges(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "MANAGER", organizationId);
}

/** Access code of a private event: readable by members from BOX_OFFICE up, auditors and platform staff. */
export function mayReadAccessCode(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "BOX_OFFICE", organizationId);
}

export function mayReadInterventions(viewer: Viewer | null): boolean {
  return viewer?.staff === true;
}

/** Platform staff may pause and resume the sales of any event. */
export function mayPauseAnySale(viewer: Viewer): boolean {
  return viewer.staff;
}

export function manages(viewer: Viewer, organizationId: string): boolean {
  return actsAs(viewer, "MANAGER", organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireManager(viewer: Viewer, organizationId: string): void {
  if (!manages(viewer, organizationId)) throw forbidden("Only for MANAGER and up of the organization.");
}

/** Organizations that a venue is shared with: readable by managers and auditors of its owner, and by platform staff. */
export function mayReadShares(viewer: Viewer | null, organizationId: string): boolean {
  return readsAs(viewer, "MANAGER", organizationId);
}
