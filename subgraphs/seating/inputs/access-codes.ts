// Validation of input about access codes.
import { z } from "zod";
import { idempotencyKey, line, orNull } from "../../../platform/core/input.ts";
import { MAX_OFFERS } from "../../../domain/price-offers.ts";
import { MAX_SEATS } from "../../../domain/seat-plan.ts";
import { percentInput } from "../../../domain/pricing.ts";
import { discountOf, priceTierIds } from "../inputs.ts";

const MOST_CODES = 10_000;
const count = `must be 1 to ${MOST_CODES}`;
const tickets = `must be 1 to ${MAX_SEATS}`;

export const createAccessCodesInput = z
  .object({
    eventId: z.string(),
    name: line(100),
    count: z.int().min(1, count).max(MOST_CODES, count),
    discountPercent: percentInput(1).nullish(),
    discountAmount: z.int().min(1, "must be at least 1").max(10_000_000, "must be at most 10000000").nullish(),
    channel: orNull(line(100)),
    opensPrices: orNull(
      z.array(line(100)).min(1, "must name 1 to 20 prices").max(MAX_OFFERS, "must name 1 to 20 prices"),
    ),
    priceTierIds,
    maxTicketsPerCode: orNull(z.int().min(1, tickets).max(MAX_SEATS, tickets)),
    startsAt: orNull(z.date()),
    endsAt: orNull(z.date()),
    idempotencyKey,
  })
  .refine(({ discountPercent, discountAmount }) => discountPercent == null || discountAmount == null, {
    path: ["discountPercent"],
    message: "give either discountPercent or discountAmount",
  })
  .refine(
    ({ discountPercent, discountAmount, channel, opensPrices }) =>
      discountPercent != null || discountAmount != null || channel !== null || opensPrices !== null,
    {
      path: ["discountPercent"],
      message: "give a discount, a channel or prices that the codes open, or several of them",
    },
  )
  .refine(({ startsAt, endsAt }) => startsAt === null || endsAt === null || startsAt < endsAt, {
    path: ["endsAt"],
    message: "must be later than startsAt",
  })
  .transform(({ discountPercent, discountAmount, opensPrices, ...rest }) => ({
    ...rest,
    opens: opensPrices && [...new Set(opensPrices)],
    priceTierIds: rest.priceTierIds && [...new Set(rest.priceTierIds)],
    discount: discountOf(discountPercent, discountAmount),
  }));

export type CreateAccessCodes = z.infer<typeof createAccessCodesInput>;
