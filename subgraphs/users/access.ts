import { forbidden } from "../../platform/core/errors.ts";
import type { Viewer } from "../../platform/identity/identity.ts";
import { actsAs, isMember } from "../../domain/roles.ts";
import type { ElevationReason } from "./enums.generated.ts";

/** @throws GraphQLError FORBIDDEN */
export function requireStaff(viewer: Viewer): Viewer {
  if (!viewer.staff) throw forbidden("Only for platform staff.");
  return viewer;
}

/** @throws GraphQLError FORBIDDEN */
export function requireOwner(viewer: Viewer, organizationId: string): void {
  if (!isOwner(viewer, organizationId)) throw forbidden("Only for OWNER of the organization.");
}

export function isManager(viewer: Viewer | null, organizationId: string): boolean {
  return actsAs(viewer, "MANAGER", organizationId);
}

/** @throws GraphQLError FORBIDDEN */
export function requireManager(viewer: Viewer, organizationId: string): void {
  if (!isManager(viewer, organizationId)) throw forbidden("Only for MANAGER and up of the organization.");
}

export function isOwner(viewer: Viewer | null, organizationId: string): boolean {
  return viewer?.memberships[organizationId] === "OWNER";
}

export function belongsTo(viewer: Viewer | null, organizationId: string): boolean {
  return isMember(viewer, organizationId);
}

/** Members and status of an organization: readable by its members and platform staff. */
export function mayReadOrganization(viewer: Viewer | null, organizationId: string): boolean {
  return viewer !== null && (viewer.staff || belongsTo(viewer, organizationId));
}

/** Reason of a suspension: readable by owners of the organization and platform staff. */
export function mayReadSuspension(viewer: Viewer | null, organizationId: string): boolean {
  return viewer !== null && (viewer.staff || isOwner(viewer, organizationId));
}

export function mayReadInterventions(viewer: Viewer | null): boolean {
  return viewer?.staff === true;
}

/** Address, status and memberships of a user: readable by that user and platform staff. */
export function mayReadPerson(viewer: Viewer | null, userId: string): boolean {
  return viewer !== null && (viewer.staff || viewer.userId === userId);
}

/** Platform staff may appoint an owner of a paused organization: it has none. */
export function mayAppoint(viewer: Viewer, organization: { status: string }): boolean {
  return viewer.staff && organization.status === "PAUSED";
}

/** Assurance of the viewer's identity. */
export interface Standing {
  /** Whether they proved it in this session within the last 10 minutes. */
  isRecent: boolean;
  hasFactor: boolean;
  /** Whether they are OWNER or platform staff for longer than the grace period. */
  mustHaveFactor: boolean;
}

/**
 * Dangerous mutations, and what each needs. PASSWORD: its own password input. RECENT: a recent proof of identity. ENROLL: the same, also for
 * people without the second factor that they must have. OWNER: as RECENT, if the mutation gives or takes the role OWNER.
 */
export const STEP_UPS = {
  changeEmail: "PASSWORD",
  changePassword: "PASSWORD",
  enrollTotp: "ENROLL",
  passkeyOptions: "ENROLL",
  removePasskey: "RECENT",
  disableTotp: "RECENT",
  renewRecoveryCodes: "RECENT",
  setMember: "OWNER",
  inviteMember: "OWNER",
  createApiKey: "RECENT",
} as const;

export type StepUp = keyof typeof STEP_UPS;

/** Step that the viewer must take before this mutation; undefined if none. */
export function missingFor(mutation: StepUp, standing: Standing): ElevationReason | undefined {
  const kind = STEP_UPS[mutation];
  if (kind !== "ENROLL" && standing.mustHaveFactor && !standing.hasFactor) return "ENROLL_FACTOR";
  return kind === "PASSWORD" || standing.isRecent ? undefined : "CONFIRM_IDENTITY";
}
