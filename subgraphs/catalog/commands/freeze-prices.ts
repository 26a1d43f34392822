// Fixes the prices of an event when it is published.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NO_PRICING, type Pricing } from "../../../domain/pricing.ts";
import { MAX_SEATS } from "../../../domain/seat-plan.ts";
import { breakdownOf, PriceTierEntity } from "../entities/price-tier.ts";
import { statement } from "../entities/tables.ts";
import { canBeOrdered } from "../entities/tier-prices.ts";
import { EventNotPublishable } from "../errors.ts";

const TOO_DEAR = `${MAX_SEATS} tickets with fees and taxes exceed the maximum total of an order: lower the price or the fees.`;

const frozenPricing = statement((db, { eventId }: { eventId: string }, { sql }) =>
  db
    .updateTable("event")
    .set((of) => ({
      pricing: of.fn.coalesce(
        "ownPricing",
        of
          .selectFrom("organization")
          .select("organization.pricing")
          .whereRef("organization.id", "=", "event.organizationId"),
        sql<Pricing>`${JSON.stringify(NO_PRICING)}::jsonb`,
      ),
    }))
    .where("id", "=", eventId)
    .where("pricing", "is", null)
    .returning("pricing"),
);

/**
 * Fixes ticket prices with the current fees and taxes; false if they are fixed. They stay fixed if publishing fails, because seating may
 * have received them.
 * @throws EventNotPublishable if the total of an order could be too large
 */
export async function freezePrices(tx: Tx, eventId: string): Promise<boolean> {
  const event = await frozenPricing.row(tx, { eventId });
  if (!event) return false;
  const tiers = await tx.find(PriceTierEntity, { eventId });
  for (const tier of tiers) tier.breakdown = breakdownOf(tier, event.pricing!);
  if (!tiers.every((tier) => canBeOrdered(tier, event.pricing!))) throw new EventNotPublishable(TOO_DEAR);
  await tx.flush();
  return true;
}
