// Seat plan from catalog to seating at publication: the places of the venue and their prices.
import { z } from "zod";
import { breakdownSchema, NO_PRICING, pricingSchema } from "./pricing.ts";

/** How seats of an event are held. */
export const holdPolicySchema = z.object({
  /** How long a hold lasts. */
  holdSeconds: z.int().positive(),
  /** Maximum duration, including extensions. */
  maxHoldSeconds: z.int().positive(),
  /** Whether holds that needlessly isolate a single seat are refused. */
  avoidSingleSeats: z.boolean(),
  /** How many other seats may be held with each wheelchair place; null: as many as one likes. */
  companionsPerWheelchairPlace: z.int().nonnegative().nullable(),
  /** Whether guests and accounts without a verified address are refused; absent in what earlier versions send. */
  verifiedBuyersOnly: z.boolean().optional(),
});

export type HoldPolicy = z.infer<typeof holdPolicySchema>;

export const seatPlanSchema = z.object({
  eventId: z.uuid(),
  organizationId: z.uuid(),
  currency: z.string(),
  maxSeatsPerBuyer: z.int().positive(),
  holdPolicy: holdPolicySchema,
  /** Nothing is sold from then on. */
  salesEndAt: z.iso.datetime(),
  /** Fees and taxes, for prices with promo codes. */
  pricing: pricingSchema.default(NO_PRICING),
  tiers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** Price of a ticket for the buyer, and its parts. */
      price: z.int().nonnegative(),
      breakdown: breakdownSchema.optional(),
    }),
  ),
  sections: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      tierId: z.uuid(),
      /** How many people fit in a general-admission section; rows then are absent. */
      capacity: z.int().positive().optional(),
      /** From front to back. */
      rows: z
        .array(
          z.object({
            label: z.string(),
            /** Seat labels, in order. */
            labels: z.array(z.string()),
            /** An aisle after these positions, which count from 1. */
            aislesAfter: z.array(z.int()),
            /** Positions that are wheelchair places. */
            wheelchair: z.array(z.int()),
          }),
        )
        .optional(),
    }),
  ),
});

export type SeatPlan = z.infer<typeof seatPlanSchema>;

/** Maximum seats of one hold, and so of one order. */
export const MAX_SEATS = 50;
