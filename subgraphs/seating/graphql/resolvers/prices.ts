// Resolvers of what seats cost now. Of an event with one price for each tier they read nothing.
import { STANDARD } from "../../../../domain/price-offers.ts";
import type { Seat } from "../../entities/seat.ts";
import type { CurrentPrice } from "../../queries/current-prices.ts";
import type { Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

async function standardPrice({ eventId, tierNo }: Seat, { loaders }: Context): Promise<CurrentPrice | undefined> {
  const prices = await loaders.pricesOfEvent.load(eventId);
  return prices.find((price) => price.isStandard && price.tierNo === tierNo);
}

async function amountOf(seat: Seat, context: Context, name: "price" | "lastPrice") {
  const price = seat.isPriced ? await standardPrice(seat, context) : undefined;
  return { amount: price?.[name] ?? seat.price, currency: seat.currency };
}

const toPublicPrice = ({ label, isStandard, price, currency, phase, endsAt, left, status }: CurrentPrice) => ({
  name: label,
  standard: isStandard,
  price: { amount: price, currency },
  phase,
  endsAt,
  left,
  status,
});

const onlyPrice = (price: { amount: number; currency: string }) => ({
  name: STANDARD,
  standard: true,
  price,
  phase: null,
  endsAt: null,
  left: null,
  status: "OPEN" as const,
});

export const priceResolvers = {
  Seat: {
    priceTier: (seat, _, context) =>
      seat.isPriced
        ? amountOf(seat, context, "lastPrice").then((price) => ({ id: seat.tierId, name: seat.tierName, price }))
        : { id: seat.tierId, name: seat.tierName, price: { amount: seat.price, currency: seat.currency } },
    price: (seat, _, context) =>
      seat.isPriced ? amountOf(seat, context, "price") : { amount: seat.price, currency: seat.currency },
  },
  TierAvailability: {
    prices: async ({ eventId, isPriced, priceTier }, _, { loaders }) => {
      if (!isPriced) return [onlyPrice(priceTier.price)];
      const prices = await loaders.pricesOfEvent.load(eventId);
      return prices.filter(({ tierId }) => tierId === priceTier.id).map(toPublicPrice);
    },
  },
} satisfies Resolvers<Context>;
