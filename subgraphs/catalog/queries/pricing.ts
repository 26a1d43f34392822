// Queries of fees and taxes of organizations and events.
import { byId } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { NO_PRICING, type Pricing } from "../../../domain/pricing.ts";
import { statement } from "../entities/tables.ts";

export interface VersionedPricing extends Pricing {
  version: number;
}

const pricing = statement((db, { organizationId }: { organizationId: string }) =>
  db.selectFrom("organization").select(["pricing", "pricingVersion"]).where("id", "=", organizationId),
);

export async function pricingOf(database: Database, organizationId: string): Promise<VersionedPricing> {
  const found = await pricing.row(database.read(), { organizationId });
  return found ? { ...found.pricing, version: found.pricingVersion } : { ...NO_PRICING, version: 0 };
}

const pricings = statement((db, { ids }: { ids: readonly string[] }, { sql }) =>
  db
    .selectFrom("event as e")
    .leftJoin("organization as o", "o.id", "e.organizationId")
    .select((of) => [
      "e.id as eventId",
      of.fn
        .coalesce("e.pricing", "e.ownPricing", "o.pricing", sql<Pricing>`${JSON.stringify(NO_PRICING)}::jsonb`)
        .as("pricing"),
      of("e.ownPricing", "is not", null).as("isOwn"),
    ])
    .where((of) => of("e.id", "=", of.fn.any(of.val(ids)))),
);

/** Fixed fees and taxes of an event, its own, or the current ones of its organization. */
export function pricingOfEvents(database: Database) {
  return byId(
    (ids) => database.reading((em) => pricings.rows(em, { ids })),
    ({ eventId }) => eventId,
  );
}
