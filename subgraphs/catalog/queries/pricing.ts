// Fees and taxes of organizations, and what they make of prices.
import { byId } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { NO_PRICING, type Pricing } from "../../../domain/pricing.ts";

export interface VersionedPricing extends Pricing {
  version: number;
}

export async function pricingOf(database: Database, organizationId: string): Promise<VersionedPricing> {
  const [found] = await rows<{ pricing: Pricing; version: number }>(
    database.read(),
    sql`select pricing, pricing_version as version from organization where id = ${organizationId}::uuid`,
  );
  return found ? { ...found.pricing, version: found.version } : { ...NO_PRICING, version: 0 };
}

interface PricingOfEvent {
  eventId: string;
  pricing: Pricing;
}

/** Those that its tickets are sold with; for a draft, those that they would be sold with now. */
export function pricingOfEvents(database: Database) {
  return byId<PricingOfEvent>(
    (ids) =>
      database.reading((em) =>
        rows(
          em,
          sql`select e.id as event_id, coalesce(e.pricing, o.pricing, ${JSON.stringify(NO_PRICING)}::jsonb) as pricing
            from event e left join organization o on o.id = e.organization_id where e.id = any(${ids}::uuid[])`,
        ),
      ),
    ({ eventId }) => eventId,
  );
}
