// Replaces an organization's fees and taxes. Events that are on sale keep those that they were published with.
import type { Tx } from "../../../platform/postgres/database.ts";
import { change, sql } from "../../../platform/postgres/sql.ts";
import { PricingChanged } from "../errors.ts";
import type { SetPricing } from "../inputs.ts";

/** @throws PricingChanged if they are not those that were seen. */
export async function setPricing(tx: Tx, organizationId: string, input: SetPricing): Promise<void> {
  const { fees, taxes, expectedVersion } = input;
  const pricing = JSON.stringify({ fees, taxes });
  // Whether an organization is known here yet, its members come with the viewer.
  const changed = await change(
    tx,
    sql`insert into organization as o (id, pricing, pricing_version) select ${organizationId}::uuid, ${pricing}::jsonb, 1 where ${expectedVersion}::int = 0
          or exists (select 1 from organization where id = ${organizationId}::uuid)
        on conflict (id) do update set pricing = excluded.pricing, pricing_version = o.pricing_version + 1 where o.pricing_version = ${expectedVersion}`,
  );
  if (changed === 0) throw new PricingChanged(organizationId);
}
