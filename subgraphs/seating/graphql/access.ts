// Whose an event is, and who may change its sale.
import { forbidden, NotFound } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { actsAs } from "../../../domain/roles.ts";
import type { Loaders } from "./loaders.ts";

export type Context = SubgraphContext<Loaders>;

/** Undefined for an event that was never on sale. */
export async function organizationOf(context: Context, eventId: string): Promise<string | undefined> {
  const sale = await row<{ organizationId: string }>(
    context.database.read(),
    sql`select organization_id from sale where event_id = ${uuidOrNull(eventId)}::uuid and not is_tombstone(event_id, organization_id)`,
  );
  return sale?.organizationId;
}

/** @throws NotFound for an event that was never on sale; FORBIDDEN for whoever is no MANAGER of its organization */
export async function checkManages(context: Context, eventId: string): Promise<void> {
  const viewer = signedIn(context);
  const organizationId = await organizationOf(context, eventId);
  if (!organizationId) throw new NotFound("event");
  if (!actsAs(viewer, "MANAGER", organizationId)) throw forbidden("This is for managers of the organization.");
}
