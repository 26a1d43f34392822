// Scopes of limited viewers: see docs/accounts.md.

/** Scopes by which a viewer acts for organizations, with the roles of the account or key. */
export const ORGANIZATION_SCOPES = ["org:read", "gate:scan", "events:write"] as const;

export type OrganizationScope = (typeof ORGANIZATION_SCOPES)[number];

export const SCOPES = [
  ...["profile", "email", "orders:read", "tickets:read", "tickets:codes", "holds:write", "orders:write"],
  ...ORGANIZATION_SCOPES,
  /** That of a guest, to prove the address. */
  "guest",
  /** That of a limited session, to end itself. */
  "session",
  /** That of every limited viewer. */
  "any",
];

const OF_ORGANIZATIONS: ReadonlySet<string> = new Set(ORGANIZATION_SCOPES);

/** Whether a viewer has its roles: without a scope for organizations it has none. */
export function hasRoles(scopes: readonly string[] | null | undefined): boolean {
  return !scopes || scopes.some((scope) => OF_ORGANIZATIONS.has(scope));
}
