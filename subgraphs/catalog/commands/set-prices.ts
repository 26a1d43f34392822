// Replaces the prices of tiers of an event, as a draft or while it is sold. Seating replaces them under the lock of the sale, so seats that
// are held keep their price. Of two editors of the same version, the second is refused.
import type { InferEntity } from "@mikro-orm/core";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { NO_PRICING, priceOf } from "../../../domain/pricing.ts";
import { MAX_SEATS } from "../../../domain/seat-plan.ts";
import { PricesChanged } from "../../../schema/messages/catalog.ts";
import type { TierChange } from "../content/prices/inputs.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity } from "../entities/event.ts";
import { PriceChangeEntity, pricedTiers } from "../entities/price-change.ts";
import { PriceTierEntity, type PriceTier } from "../entities/price-tier.ts";
import { canBeOrdered, ONE_PRICE, salePricesOf } from "../entities/tier-prices.ts";
import { EventChanged, PricesNotChangeable } from "../errors.ts";
import { audit } from "./audit.ts";

export interface SetPrices {
  eventId: string;
  expectedVersion: number;
  tiers: TierChange[];
  idempotencyKey: string;
}

const TOO_DEAR = `${MAX_SEATS} tickets with fees and taxes exceed the maximum total of an order: lower the price or the fees`;

/** Returns the id of the event. Refusals: NotFound, EventChanged, PricesNotChangeable, IdempotencyKeyReused; GraphQLError BAD_USER_INPUT */
export async function setPrices(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: SetPrices,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "setPrices", key, input }, async () => {
    const event = await tx.findOne(EventEntity, { id: input.eventId }, LOCKED);
    if (!event) throw new NotFound("event");
    if (event.version !== input.expectedVersion) throw new EventChanged(event.id);
    await changePrices(tx, event, input.tiers);
    return event.id;
  });
}

/**
 * Changes the prices of an event that the transaction has locked.
 * @throws PricesNotChangeable; GraphQLError BAD_USER_INPUT for an unknown tier, another currency, and prices that are too high
 */
export async function changePrices(
  tx: Tx,
  event: InferEntity<typeof EventEntity>,
  changes: TierChange[],
): Promise<void> {
  const { id: eventId, organizationId } = event;
  await tx.flush();
  const status = (await currentEvent.row(tx, { id: eventId }))?.status;
  if (status === "CANCELLED" || status === "ENDED") throw new PricesNotChangeable();
  const tiers = await tx.find(PriceTierEntity, { eventId }, { orderBy: { amount: "desc", id: "asc" } });
  await keepFirst(tx, event, tiers);
  changes.forEach((change, index) => apply(event, tiers, change, index));
  event.version += 1;
  const changed = pricedTiers(tiers);
  await tx.insert(PriceChangeEntity, { eventId, version: event.version, changedAt: new Date(), tiers: changed });
  const prices = changes.map(({ name, amount, currency }) => `${name}: ${amount} ${currency}`);
  await audit(tx, {
    organizationId,
    action: "setPrices",
    subject: eventId,
    detail: { version: event.version, prices },
  });
  await tx.flush();
  reach("catalog prices set, not published");
  // Once the prices are fixed, seating may have them.
  if (event.pricing) await publishPrices(tx, eventId);
}

/** Sends all prices of the event, as `tx` sees them, to seating. */
export async function publishPrices(tx: Tx, eventId: string): Promise<void> {
  const { version, pricing } = await tx.findOneOrFail(EventEntity, { id: eventId });
  const tiers = await tx.find(PriceTierEntity, { eventId });
  const prices = salePricesOf(tiers, { version, pricing: pricing ?? NO_PRICING });
  if (prices) await publish(tx, PricesChanged, eventId, { eventId, ...prices });
}

/** The history begins with the prices before the first change. */
async function keepFirst(tx: Tx, event: InferEntity<typeof EventEntity>, tiers: PriceTier[]): Promise<void> {
  const { id: eventId, version, createdAt: changedAt } = event;
  if (await tx.findOne(PriceChangeEntity, { eventId })) return;
  await tx.insert(PriceChangeEntity, { eventId, version, changedAt, tiers: pricedTiers(tiers) });
}

function apply(event: InferEntity<typeof EventEntity>, tiers: PriceTier[], change: TierChange, index: number): void {
  const tier = tiers.find(({ name }) => name === change.name);
  if (!tier) throw badInput(`input.tiers.${index}.name`, "must be the name of a price tier of the event");
  if (tier.currency !== change.currency)
    throw badInput(`input.tiers.${index}.price.currency`, `must be ${tier.currency}, the currency of the event`);
  const { amount, currency } = change;
  Object.assign(tier, { amount, prices: change.prices ?? ONE_PRICE });
  const pricing = event.pricing ?? null;
  if (!pricing) return;
  tier.breakdown = priceOf(amount, currency, pricing);
  if (!canBeOrdered(tier, pricing)) throw badInput(`input.tiers.${index}`, TOO_DEAR);
}
