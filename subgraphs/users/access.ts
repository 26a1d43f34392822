// Who may do and read what.
import { forbidden, NotFound } from "../../platform/errors.ts";
import { signedIn, type Viewer } from "../../platform/identity.ts";
import { uuidOrNull } from "../../platform/input.ts";
import type { SubgraphContext } from "../../platform/subgraph.ts";
import type { Organization } from "./entities/organization.ts";
import type { User } from "./entities/user.ts";
import type { Loaders } from "./loaders.ts";

export type Context = SubgraphContext<Loaders>;

export function staff(context: Context): Viewer {
  const viewer = signedIn(context);
  if (!viewer.staff) throw forbidden("This is for platform staff.");
  return viewer;
}

/** @throws NotFound for an unknown organization, FORBIDDEN for whoever is no OWNER of it. */
export async function ownerOf(context: Context, organizationId: string): Promise<Viewer> {
  const viewer = signedIn(context);
  const organization = uuidOrNull(organizationId) ? await context.loaders.organization.load(organizationId) : null;
  if (!organization) throw new NotFound("organization");
  if (viewer.memberships[organizationId] !== "OWNER") throw forbidden("This is for owners of the organization.");
  return viewer;
}

export async function userById(context: Context, id: string): Promise<User> {
  const user = await context.loaders.user.load(id);
  if (!user) throw new Error("A user who was just there is gone.");
  return user;
}

export async function organizationById(context: Context, id: string): Promise<Organization> {
  const organization = await context.loaders.organization.load(id);
  if (!organization) throw new NotFound("organization");
  return organization;
}

export function mayReadPerson(context: Context, userId: string): boolean {
  return context.viewer !== null && (context.viewer.staff || context.viewer.userId === userId);
}
