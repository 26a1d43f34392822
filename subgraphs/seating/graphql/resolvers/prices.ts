// Resolvers of what seats cost now, and of the prices that a buyer chooses for a hold. Of an event with one price for each tier they read
// nothing.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { STANDARD } from "../../../../domain/price-offers.ts";
import { isOwnHold } from "../../access.ts";
import { choosePrices } from "../../commands/choose-prices.ts";
import type { Hold } from "../../entities/hold.ts";
import { parseSeatId, type Seat } from "../../entities/seat.ts";
import { chooseHoldPricesInput } from "../../inputs.ts";
import type { CurrentPrice } from "../../queries/current-prices.ts";
import type { ChooseHoldPricesInput, Resolvers } from "../../schema.generated.ts";
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

async function choose(context: Context, given: ChooseHoldPricesInput): Promise<Hold> {
  const viewer = signedIn(context);
  const { prices: chosen, expectedTotal = null, ...input } = parseInput(chooseHoldPricesInput, given);
  const holdId = uuidOrNull(input.holdId);
  const hold = holdId ? await context.loaders.hold.load(holdId) : null;
  if (!holdId || !hold || !isOwnHold(viewer, hold)) throw new NotFound("hold");
  const { eventId } = hold;
  const prices = new Map(
    chosen.map(({ seatId, price }) => {
      const seat = parseSeatId(seatId);
      if (seat?.eventId !== eventId) throw new NotFound("seat");
      return [seat.no, price];
    }),
  );
  await context.database.transaction((tx) => choosePrices(tx, { eventId, holdId, prices, expectedTotal }));
  context.loaders.hold.clear(holdId);
  return required(context.loaders.hold.load(holdId), "hold");
}

export const priceResolvers = {
  Mutation: {
    chooseHoldPrices: (_, { input }, context) => toResult("Hold", choose(context, input)),
  },
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
