// Prices of the seats of a tier, as catalog passes them to seating: standard, child, member. A price has steps, which follow each other by
// date or by number of tickets. Seating sells at the first step that is open.
import { z } from "zod";
import { breakdownSchema, pricingSchema } from "./pricing.ts";

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => (value ?? null) as z.infer<Schema> | null);

/** Name of a standard price that has none. */
export const STANDARD = "Standard";

export const MAX_OFFERS = 20;
export const MAX_PHASES = 10;

const step = z.object({
  /** Null for the last step, which stays open. */
  phase: orNull(z.string()),
  /** First moment at which the step is over. */
  endsAt: orNull(z.iso.datetime()),
  /** Maximum number of tickets held and owned at this step. */
  quantity: orNull(z.int().positive()),
  breakdown: breakdownSchema,
});

export const offerSchema = z.object({
  /** Name shown to buyers; unique in the tier. */
  label: z.string(),
  /** Paid for seats without a chosen price. Each tier has one. */
  isStandard: z.boolean(),
  mostPerHold: orNull(z.int().positive()),
  /** Labels of prices, at least one of which must be in the same hold. */
  onlyWith: z.array(z.string()),
  /** Maximum number of seats for each seat at a price of `onlyWith`. */
  mostForEach: orNull(z.int().positive()),
  needsCode: z.boolean(),
  wheelchairPlacesOnly: z.boolean(),
  opensAt: orNull(z.iso.datetime()),
  closesAt: orNull(z.iso.datetime()),
  /** Maximum number of tickets held and owned at this price, at all steps. */
  quantity: orNull(z.int().positive()),
  steps: z.array(step).min(1),
});

export type Offer = z.infer<typeof offerSchema>;
export type OfferStep = Offer["steps"][number];

/** All prices of an event with several, at one version of the event. */
export const salePricesSchema = z.object({
  version: z.int(),
  /** Fees and taxes in them. */
  pricing: pricingSchema,
  tiers: z.array(z.object({ id: z.uuid(), offers: z.array(offerSchema).min(1) })),
});

export type SalePrices = z.infer<typeof salePricesSchema>;
