// Seat plan from catalog to seating at publication: the places of the venue and their prices.
import { z } from "zod";
import { salePricesSchema } from "./price-offers.ts";
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

/** When an event is sold, and to whom. */
export const saleTermsSchema = z.object({
  /** Null: as soon as it is published. */
  opensAt: z.iso.datetime().nullable(),
  /** Null: until it is over. */
  closesAt: z.iso.datetime().nullable(),
  /** Hash of the code that a request must have; null for an event that is open to all. */
  accessHash: z.string().nullable(),
  /** Whether its buyers are asked questions, so that orders has to check answers; absent: no. */
  asksQuestions: z.boolean().nullish(),
});

export type SaleTerms = z.infer<typeof saleTermsSchema>;

const point = z.object({ x: z.int(), y: z.int() });

/** What is known of the seats of a hall besides their labels, for halls that say more. Seats are counted from 1 in their section. */
export const saleHallSchema = z.object({
  /** Best seats are near it. */
  focalPoint: point.nullish().transform((given) => given ?? null),
  /** In the order of the plan. */
  sections: z.array(
    z.object({
      /** 1 is the best; null comes last. */
      rank: z
        .int()
        .nullish()
        .transform((given) => given ?? null),
      /** Positions of all seats; null for a section without geometry. */
      points: z
        .object({ x: z.array(z.int()), y: z.array(z.int()) })
        .nullish()
        .transform((given) => given ?? null),
      /** Corners of the drawn outline; absent in what earlier versions send. */
      shape: z.array(point).nullish(),
      companion: z.array(z.int()),
      obstructed: z.array(z.int()),
      notes: z.array(z.object({ seats: z.array(z.int()), text: z.string() })),
    }),
  ),
});

export type SaleHall = z.infer<typeof saleHallSchema>;

const plan = z.object({
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
  hall: saleHallSchema.optional(),
  /** Absent: sold to everyone until the event is over. */
  terms: saleTermsSchema.optional(),
  /** Absent: each tier has one price. */
  prices: salePricesSchema.optional(),
});

type Plan = z.infer<typeof plan>;

function fits({ sections, hall }: Plan): boolean {
  if (!hall) return true;
  return (
    hall.sections.length === sections.length &&
    hall.sections.every(({ points }, index) => {
      const seats = sections[index]!.rows?.reduce((sum, { labels }) => sum + labels.length, 0) ?? 0;
      return !points || (points.x.length === seats && points.y.length === seats);
    })
  );
}

export const seatPlanSchema = plan.refine(fits, { path: ["hall"], message: "must have each seat of the plan" });

export type SeatPlan = z.infer<typeof seatPlanSchema>;

/** Maximum seats of one hold, and so of one order. */
export const MAX_SEATS = 50;
