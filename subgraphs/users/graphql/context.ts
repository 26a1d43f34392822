// Context of resolvers, and lookups of what the viewer may change.
import { NotFound, unauthenticated } from "../../../platform/core/errors.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { signedIn, type Viewer } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import {
  belongsTo,
  mayAppoint,
  mayReadPerson,
  missingFor,
  requireManager,
  requireOwner,
  requireStaff,
  type StepUp,
} from "../access.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { lockFactors } from "../commands/second-factors.ts";
import type { Organization } from "../entities/organization.ts";
import type { User } from "../entities/user.ts";
import { ElevationRequired } from "../errors.ts";
import { findStanding } from "../queries/standing.ts";
import type { Loaders } from "../queries/loaders.ts";
import type { Role } from "../schema.generated.ts";

export type Context = SubgraphContext<Loaders>;

export function staff(context: Context): Viewer {
  return requireStaff(signedIn(context));
}

/** @throws NotFound for an unknown or closed organization */
async function openOrganization(context: Context, organizationId: string): Promise<Organization> {
  const organization = uuidOrNull(organizationId) ? await context.loaders.organization.load(organizationId) : null;
  if (!organization || organization.status === "CLOSED") throw new NotFound("organization");
  return organization;
}

/** @throws NotFound for an unknown organization, FORBIDDEN for viewers who are not owners of it. */
export async function ownerOf(context: Context, organizationId: string): Promise<Viewer> {
  const viewer = signedIn(context);
  await openOrganization(context, organizationId);
  requireOwner(viewer, organizationId);
  return viewer;
}

/** @throws NotFound for an unknown organization, FORBIDDEN for viewers who are no managers of it. */
export async function managerOf(context: Context, organizationId: string): Promise<Viewer> {
  const viewer = signedIn(context);
  await openOrganization(context, organizationId);
  requireManager(viewer, organizationId);
  return viewer;
}

/**
 * Owners set members. Every member may leave. Platform staff appoint an owner of an organization without one.
 * @throws NotFound for an unknown organization, FORBIDDEN
 */
export async function maySetMember(
  context: Context,
  organizationId: string,
  userId: string,
  role: Role | undefined,
): Promise<void> {
  const viewer = signedIn(context);
  const organization = await openOrganization(context, organizationId);
  if (mayAppoint(viewer, organization)) return;
  // Read from the database, because a token carries a limited number of memberships.
  const memberships = await context.loaders.membershipsOfUser.load(viewer.userId);
  const belongs = memberships.some((membership) => membership.organizationId === organization.id);
  if (belongs && role === undefined && userId === viewer.userId) return;
  await ownerOf(context, organizationId);
}

export async function userById(context: Context, id: string): Promise<User> {
  const user = await context.loaders.user.load(id);
  if (!user) throw new Error("The user was deleted during the request.");
  return user;
}

export async function organizationById(context: Context, id: string): Promise<Organization> {
  const organization = await context.loaders.organization.load(id);
  if (!organization) throw new NotFound("organization");
  return organization;
}

/** Whether the viewer may find a person by id. Orders and tickets show their people to those who may see them. */
export async function mayFindPerson(context: Context, userId: string): Promise<boolean> {
  if (mayReadPerson(context.viewer, userId)) return true;
  if (!context.viewer) return false;
  const memberships = await context.loaders.membershipsOfUser.load(userId);
  return memberships.some(({ organizationId }) => belongsTo(context.viewer, organizationId));
}

/** Refusal of a dangerous mutation, if the viewer must prove who they are first. */
export async function stepUpRefusal(context: Context, mutation: StepUp): Promise<ElevationRequired | undefined> {
  const missing = missingFor(mutation, await findStanding(context.database, signedIn(context)));
  return missing && new ElevationRequired(missing);
}

/** @throws ElevationRequired */
export async function requireStepUp(context: Context, mutation: StepUp): Promise<Viewer> {
  const refusal = await stepUpRefusal(context, mutation);
  if (refusal) throw refusal;
  return signedIn(context);
}

/** Runs `change` while the factors of the viewer are locked. */
export function changeFactors<T>(context: Context, change: (tx: Tx) => Promise<T>): Promise<T> {
  const viewer = signedIn(context);
  return context.database.transaction(async (tx) => {
    if (!(await lockFactors(tx, viewer))) throw unauthenticated();
    return change(tx);
  });
}
