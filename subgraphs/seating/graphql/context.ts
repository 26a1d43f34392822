// Context of resolvers, and lookups of what the viewer may change.
import { NotFound } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { requireManager } from "../access.ts";
import { organizationOf } from "../queries/sales.ts";
import type { Loaders } from "../queries/loaders.ts";

export type Context = SubgraphContext<Loaders>;

/** Returns the organization. @throws NotFound for an event that was never on sale; FORBIDDEN for viewers who are not managers of its organization */
export async function checkManages(context: Context, eventId: string): Promise<string> {
  const viewer = signedIn(context);
  const organizationId = await organizationOf(context.database, eventId);
  if (!organizationId) throw new NotFound("event");
  requireManager(viewer, organizationId);
  return organizationId;
}
