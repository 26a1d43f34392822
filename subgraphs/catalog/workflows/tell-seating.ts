// Calls of seating after a change of an event, so that it holds when the caller answers. A failure leaves it to the message.
import type { Database } from "../../../platform/postgres/database.ts";
import type { SeatingClient } from "../clients/seating.ts";
import { EventEntity, saleTermsOf } from "../entities/event.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { salePricesOf } from "../entities/tier-prices.ts";

export async function tellTerms(database: Database, seating: SeatingClient, eventId: string): Promise<void> {
  const event = await database.read().findOne(EventEntity, { id: eventId });
  if (event) await seating.setTerms(eventId, event.version, saleTermsOf(event)).catch(() => {});
}

/** Prices, once they are fixed. */
export async function tellPrices(database: Database, seating: SeatingClient, eventId: string): Promise<void> {
  const event = await database.read().findOne(EventEntity, { id: eventId });
  if (!event?.pricing) return;
  const tiers = await database.read().find(PriceTierEntity, { eventId });
  const prices = salePricesOf(tiers, { version: event.version, pricing: event.pricing });
  if (prices) await seating.setPrices(eventId, prices).catch(() => {});
}
