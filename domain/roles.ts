// Rights of members of an organization, by role. Each role includes the ones after it, except AUDITOR.
const RANKS = ["SCANNER", "BOX_OFFICE", "MANAGER", "OWNER"] as const;

export type Role = (typeof RANKS)[number] | "AUDITOR";

export interface Member {
  staff: boolean;
  /** Role by organization id. */
  memberships: Record<string, string>;
}

/** Whether the viewer works for the organization as `role` or more. */
export function actsAs(viewer: Member | null, role: (typeof RANKS)[number], organizationId: string): boolean {
  const has = viewer?.memberships[organizationId];
  return has !== undefined && RANKS.indexOf(has as never) >= RANKS.indexOf(role);
}

/** Whether the viewer may read data for members from `role` up: also AUDITOR and platform staff. */
export function readsAs(viewer: Member | null, role: (typeof RANKS)[number], organizationId: string): boolean {
  return (
    viewer !== null &&
    (viewer.staff || viewer.memberships[organizationId] === "AUDITOR" || actsAs(viewer, role, organizationId))
  );
}

/** Whether the viewer is a member of the organization. */
export function isMember(viewer: Member | null, organizationId: string): boolean {
  return viewer !== null && Object.hasOwn(viewer.memberships, organizationId);
}
