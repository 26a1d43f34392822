// Sets the fees and taxes of an event over those of its organization, or returns to these. On sale, all of its prices change with them, as by
// setPrices. Of two editors of the same version, the second is refused.
import type { InferEntity } from "@mikro-orm/core";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { NO_PRICING, priceOf, type Pricing } from "../../../domain/pricing.ts";
import { MAX_SEATS } from "../../../domain/seat-plan.ts";
import { currentEvent } from "../entities/current-event.ts";
import { EventEntity } from "../entities/event.ts";
import { OrganizationEntity } from "../entities/organization.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { canBeOrdered, ONE_PRICE } from "../entities/tier-prices.ts";
import { EventChanged, PricesNotChangeable } from "../errors.ts";
import { audit } from "./audit.ts";
import { publishPrices } from "./set-prices.ts";

export interface SetEventFees {
  eventId: string;
  expectedVersion: number;
  /** Null: those of the organization. */
  own: Pricing | null;
  idempotencyKey: string;
}

/** Returns the id of the event. Refusals: NotFound, EventChanged, PricesNotChangeable, IdempotencyKeyReused; GraphQLError BAD_USER_INPUT */
export async function setEventFees(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: SetEventFees,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "setEventFees", key, input }, async () => {
    const event = await tx.findOne(EventEntity, { id: input.eventId }, LOCKED);
    if (!event) throw new NotFound("event");
    if (event.version !== input.expectedVersion) throw new EventChanged(event.id);
    const status = (await currentEvent.row(tx, { id: event.id }))?.status;
    if (status === "CANCELLED" || status === "ENDED") throw new PricesNotChangeable();
    Object.assign(event, { ownPricing: input.own, version: event.version + 1 });
    const { organizationId, version } = event;
    const detail = {
      version,
      own: input.own !== null,
      feeRates: input.own?.fees.map(({ rate }) => rate) ?? [],
      taxRates: input.own?.taxes.map(({ rate }) => rate) ?? [],
    };
    await audit(tx, { organizationId, action: "setEventFees", subject: event.id, detail });
    if (event.pricing) await reprice(tx, event);
    return event.id;
  });
}

/** @throws GraphQLError BAD_USER_INPUT if the total of an order could be too large */
async function reprice(tx: Tx, event: InferEntity<typeof EventEntity>): Promise<void> {
  const organization = await tx.findOne(OrganizationEntity, { id: event.organizationId });
  const pricing = event.ownPricing ?? organization?.pricing ?? NO_PRICING;
  event.pricing = pricing;
  for (const tier of await tx.find(PriceTierEntity, { eventId: event.id })) {
    tier.breakdown = priceOf(tier.amount, tier.currency, pricing);
    tier.prices ??= ONE_PRICE;
    if (!canBeOrdered(tier, pricing))
      throw badInput("input.fees", `make ${MAX_SEATS} tickets exceed the maximum total of an order: lower them`);
  }
  await tx.flush();
  await publishPrices(tx, event.id);
}
