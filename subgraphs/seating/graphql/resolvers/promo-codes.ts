// Resolvers of promo codes, and of prices of the seats of a hold.
import { required } from "../../../../platform/core/batching.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { percentOf, sumOf, toPriceBreakdown } from "../../../../domain/pricing.ts";
import { isOwnHold, mayReadSale } from "../../access.ts";
import { applyPromoCode, createPromoCode, endPromoCode } from "../../commands/promo-codes.ts";
import { tryPromoCode } from "../../commands/try-promo-code.ts";
import type { Hold } from "../../entities/hold.ts";
import type { PromoCode } from "../../entities/promo-code.ts";
import { seatId } from "../../entities/seat.ts";
import { applyPromoCodeInput, createPromoCodeInput, promoCode as promoCodeInput } from "../../inputs.ts";
import { promoCode, promoCodeNamed, promoCodesOf } from "../../queries/prices.ts";
import type { CreatePromoCodeInput, Resolvers } from "../../schema.generated.ts";
import { organizationOf } from "../../queries/sales.ts";
import { checkManages, type Context } from "../context.ts";

async function apply(context: Context, given: { holdId: string; code?: string | null }): Promise<Hold> {
  const viewer = signedIn(context);
  const input = parseInput(applyPromoCodeInput, given, "");
  const holdId = uuidOrNull(input.holdId);
  const hold = holdId ? await context.loaders.hold.load(holdId) : null;
  if (!holdId || !hold || !isOwnHold(viewer, hold)) throw new NotFound("hold");
  const { eventId } = hold;
  if (input.code !== null) {
    const attempt = { eventId, buyerId: viewer.userId, network: context.network, code: input.code };
    await tryPromoCode(context.database, attempt);
  }
  await context.database.transaction((tx) => applyPromoCode(tx, { holdId, eventId, code: input.code }));
  context.loaders.hold.clear(holdId);
  return required(context.loaders.hold.load(holdId), "hold");
}

async function create(context: Context, given: CreatePromoCodeInput): Promise<PromoCode> {
  await checkManages(context, given.eventId);
  const input = parseInput(createPromoCodeInput, given);
  const no = await runOnce(context.database, (tx) => createPromoCode(tx, signedIn(context).userId, input));
  return (await promoCode(context.database, input.eventId, Number(no)))!;
}

async function end(context: Context, eventId: string, given: string): Promise<PromoCode> {
  const organizationId = await checkManages(context, eventId);
  const code = parseInput(promoCodeInput, given, "code");
  await context.database.transaction((tx) => endPromoCode(tx, organizationId, eventId, code));
  return (await promoCodeNamed(context.database, eventId, code))!;
}

export const promoCodeResolvers = {
  Mutation: {
    applyPromoCode: (_, given, context) => toResult("Hold", apply(context, given)),
    createPromoCode: (_, { input }, context) => toResult("PromoCode", create(context, input)),
    endPromoCode: (_, { eventId, code }, context) => toResult("PromoCode", end(context, eventId, code)),
  },
  PromoCode: {
    discountPercent: ({ discount }) => (discount?.kind === "RATE" ? percentOf(discount.rate) : null),
    discountRate: ({ discount }) => (discount?.kind === "RATE" ? discount.rate : null),
    discountAmount: ({ discount, currency }) =>
      discount?.kind === "AMOUNT" ? { amount: discount.amount, currency } : null,
    opensPrices: ({ opens }) => opens,
    priceTiers: ({ tiers, currency }) =>
      tiers.map(({ id, name, price }) => ({ id, name, price: { amount: price, currency } })),
  },
  Hold: {
    items: async (hold, _, { loaders }) =>
      (await loaders.pricesOfHold.load(hold.id)).map(async ({ eventId, no, currency, breakdown, priceName }) => ({
        seat: await required(loaders.seat.load(seatId({ eventId, no })), "seat"),
        priceName,
        price: { amount: breakdown.total, currency },
        breakdown: toPriceBreakdown(breakdown, currency),
      })),
    breakdown: async (hold, _, { loaders }) => {
      const seats = await loaders.pricesOfHold.load(hold.id);
      return toPriceBreakdown(sumOf(seats.map(({ breakdown }) => breakdown)), seats[0]!.currency);
    },
  },
  Event: {
    promoCodes: async ({ id }, args, context) => {
      const organizationId = await organizationOf(context.database, id);
      if (!organizationId || !mayReadSale(context.viewer, organizationId)) return null;
      return promoCodesOf(context.database, id, args);
    },
  },
} satisfies Resolvers<Context>;
