// Validation of client input. It includes rules across fields, whose errors name the field.
import { z } from "zod";
import { idempotencyKey, isStorable, line, orNull, uuidOrNull } from "../../platform/core/input.ts";
import { dateInputs, detailInputs } from "../../domain/event-details.ts";
import { END_YEAR } from "../../domain/local-time.ts";
import { percentInput } from "../../domain/pricing.ts";
import { checkTier, storedPrices, tierChanges, tierPriceFields } from "./content/prices/inputs.ts";
import { seriesQuestions } from "./content/questions/inputs.ts";
import { access, address, coordinates, point, sections, unique } from "./content/halls/hall-input.ts";

/** Id of nothing, for a malformed one. */
const NO_ID = "00000000-0000-0000-0000-000000000000";
const description = z
  .string()
  .max(10_000, "must have at most 10000 characters")
  .refine(isStorable, "has characters that can't be stored, such as NUL")
  .nullish()
  .transform((value) => value ?? null);

const venueDetails = {
  address: address.nullish(),
  coordinates: coordinates.nullish(),
  access: access.nullish(),
  focalPoint: point.nullish(),
};

export const createVenueInput = z.object({
  organizationId: z.string(),
  name: line(200),
  city: line(100),
  country: z.string(),
  timeZone: z.string(),
  sections,
  ...venueDetails,
  idempotencyKey,
});

export type CreateVenue = z.infer<typeof createVenueInput>;

const kept = <Value>(schema: z.ZodType<Value>) => schema.nullish().transform((given) => given ?? undefined);

export const updateVenueInput = z.object({
  expectedVersion: z.int(),
  name: kept(line(200)),
  city: kept(line(100)),
  country: kept(z.string()),
  timeZone: kept(z.string()),
  sections: kept(sections),
  ...venueDetails,
  tellBuyers: kept(z.boolean()),
});

export type UpdateVenue = z.infer<typeof updateVenueInput>;

const id = z.string().transform((given) => uuidOrNull(given) ?? NO_ID);

export const copyVenueInput = z.object({
  organizationId: z.string(),
  venueId: id,
  version: orNull(z.int()),
  name: orNull(line(200)),
  idempotencyKey,
});

export type CopyVenue = z.infer<typeof copyVenueInput>;

const MAX_IMPORT = 3_000_000;

export const importVenueInput = z.object({
  organizationId: z.string(),
  format: z.enum(["CSV", "JSON"]),
  text: z.string().max(MAX_IMPORT, `must have at most ${MAX_IMPORT} characters`),
  venueId: orNull(id),
  expectedVersion: orNull(z.int()),
  name: orNull(line(200)),
  city: orNull(line(100)),
  country: orNull(z.string()),
  timeZone: orNull(z.string()),
  dryRun: orNull(z.boolean()),
  idempotencyKey,
});

export type ImportVenue = z.infer<typeof importVenueInput>;

const venueVersion = z.int().min(1, "must be a version of the venue");

const priceTier = checkTier(
  z.object({
    name: line(100),
    sections: z.array(z.string()).min(1, "must name at least one section").max(200, "must name at most 200 sections"),
    ...tierPriceFields,
  }),
).transform(({ name, price, sections: ofTier, ...fields }) => {
  const prices = storedPrices({ price, ...fields });
  return { name, price, sections: ofTier, ...(prices && { prices }) };
});

const eventTime = z.date().refine((time) => time.getUTCFullYear() < END_YEAR, `must be before the year ${END_YEAR}`);

const journey = z
  .object({ route: line(200), origin: line(200), destination: line(200), departsAt: eventTime, arrivesAt: eventTime })
  .refine(({ departsAt, arrivesAt }) => arrivesAt > departsAt, {
    path: ["arrivesAt"],
    message: "must be later than departsAt",
  });

const holdSeconds = z.int().min(5, "must be 5 to 7200").max(7_200, "must be 5 to 7200");
const companions = z.int().min(0, "must be 0 to 50").max(50, "must be 0 to 50");

const holdPolicy = z
  .object({
    holdSeconds: holdSeconds.nullish(),
    maxHoldSeconds: holdSeconds.nullish(),
    avoidSingleSeats: z.boolean().nullish(),
    companionsPerWheelchairPlace: companions.nullish(),
  })
  .transform((given) => ({
    holdSeconds: given.holdSeconds ?? 900,
    maxHoldSeconds: given.maxHoldSeconds ?? Math.max(3_600, given.holdSeconds ?? 0),
    avoidSingleSeats: given.avoidSingleSeats ?? false,
    companionsPerWheelchairPlace: given.companionsPerWheelchairPlace ?? null,
  }))
  .refine((policy) => policy.maxHoldSeconds >= policy.holdSeconds, {
    path: ["maxHoldSeconds"],
    message: "must not be less than holdSeconds",
  });

const details = detailInputs(line);

export const accessCode = line(100).nullish();
const visibility = z.enum(["PUBLIC", "UNLISTED", "PRIVATE"]);
const timeOrNull = orNull(eventTime);

export const createEventInput = z
  .object({
    organizationId: z.string(),
    venueId: z.string(),
    venueVersion: orNull(venueVersion),
    name: line(200),
    description,
    category: z.enum(["CONCERT", "THEATRE", "SPORT", "FESTIVAL", "CONFERENCE", "JOURNEY", "OTHER"]),
    startsAt: eventTime,
    endsAt: timeOrNull,
    doorsAt: timeOrNull,
    salesStartAt: timeOrNull,
    salesEndAt: timeOrNull,
    visibility: visibility.nullish().transform((value) => value ?? "PUBLIC"),
    priceTiers: z
      .array(priceTier)
      .min(1, "must be 1 to 100")
      .max(100, "must be 1 to 100")
      .refine((tiers) => unique(tiers.map((tier) => tier.name)), "names of tiers must be unique")
      .refine((tiers) => unique(tiers.flatMap((tier) => tier.sections)), "a section is in exactly one tier")
      .refine((tiers) => new Set(tiers.map((tier) => tier.price.currency)).size === 1, "an event has one currency"),
    journey: orNull(journey),
    maxSeatsPerBuyer: z
      .int()
      .min(1, "must be 1 to 1000")
      .max(1_000, "must be 1 to 1000")
      .nullish()
      .transform((value) => value ?? 10),
    holdPolicy: z.preprocess((given) => given ?? {}, holdPolicy),
    verifiedBuyersOnly: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
    seriesId: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    links: details.links.nullish().transform((value) => value ?? []),
    tags: details.tags.nullish().transform((value) => value ?? []),
    minimumAge: orNull(details.minimumAge),
    ageRating: orNull(details.ageRating),
    idempotencyKey,
  })
  .refine(({ category, journey: given }) => (category === "JOURNEY") === (given !== null), {
    path: ["journey"],
    message: "is for category JOURNEY, and only for it",
  });

export type CreateEvent = z.infer<typeof createEventInput>;

export const createSeriesInput = z.object({ organizationId: z.string(), name: line(200), description, idempotencyKey });

export type CreateSeries = z.infer<typeof createSeriesInput>;

const rate = z.int().min(0, "must be 0 to 100000").max(100_000, "must be 0 to 100000");
const MAX_FIXED_FEES = 1_000_000;

function rateSum(rates: { rate: number }[]): number {
  return rates.reduce((sum, one) => sum + one.rate, 0);
}

/** Limits that keep the total of an order of the most expensive tickets within 32 bits. */
export const setPricingInput = z.object({
  fees: z
    .array(
      z
        .object({
          name: line(100),
          rate: rate.nullish(),
          ratePercent: percentInput(0).nullish(),
          amount: z
            .object({ amount: z.int().min(0, "must be at least 0"), currency: z.string() })
            .nullish()
            .transform((amount) => amount ?? null),
          included: z.boolean(),
        })
        .refine(({ rate: given, ratePercent }) => given == null || ratePercent == null, {
          path: ["ratePercent"],
          message: "give either ratePercent or rate",
        })
        .transform(({ name, rate: given, ratePercent, amount, included }) => ({
          name,
          rate: ratePercent ?? given ?? 0,
          fixed: amount,
          isIncluded: included,
        })),
    )
    .max(10, "must be at most 10")
    .refine((fees) => rateSum(fees) <= 100_000, "rates must not add up to more than 100 %")
    .refine(
      (fees) => fees.reduce((sum, { fixed }) => sum + (fixed?.amount ?? 0), 0) <= MAX_FIXED_FEES,
      `amounts must not add up to more than ${MAX_FIXED_FEES}`,
    ),
  taxes: z
    .array(
      z
        .object({
          name: line(100),
          rate: rate.nullish(),
          ratePercent: percentInput(0).nullish(),
          included: z.boolean(),
        })
        .refine(({ rate: given, ratePercent }) => (given == null) !== (ratePercent == null), {
          path: ["ratePercent"],
          message: "give either ratePercent or rate",
        })
        .transform(({ name, rate: given, ratePercent, included }) => ({
          name,
          rate: ratePercent ?? given!,
          isIncluded: included,
        })),
    )
    .max(10, "must be at most 10")
    .refine((taxes) => rateSum(taxes) <= 100_000, "rates must not add up to more than 100 %"),
  expectedVersion: z.int(),
});

export type SetPricing = z.infer<typeof setPricingInput>;

export const setEventFeesInput = z
  .object({
    expectedVersion: z.int(),
    fees: setPricingInput.shape.fees.nullish(),
    taxes: setPricingInput.shape.taxes.nullish(),
    idempotencyKey,
  })
  .refine(({ fees, taxes }) => (fees == null) === (taxes == null), {
    path: ["taxes"],
    message: "give both fees and taxes, or neither for those of the organization",
  })
  .transform(({ fees, taxes, ...rest }) => ({ ...rest, own: fees && taxes ? { fees, taxes } : null }));

const refundUntil = z.date().refine((time) => time.getTime() > Date.now(), "must be in the future");

export const updateEventInput = z.object({
  expectedVersion: z.int(),
  venueVersion: venueVersion.nullish(),
  name: line(200)
    .nullish()
    .transform((value) => value ?? undefined),
  description: z
    .string()
    .max(10_000, "must have at most 10000 characters")
    .refine(isStorable, "has characters that can't be stored, such as NUL")
    .nullish(),
  startsAt: eventTime.nullish().transform((value) => value ?? undefined),
  endsAt: eventTime.nullish(),
  doorsAt: eventTime.nullish(),
  salesStartAt: eventTime.nullish(),
  salesEndAt: eventTime.nullish(),
  visibility: visibility.nullish().transform((value) => value ?? undefined),
  renewAccessCode: z.boolean().nullish(),
  refundUntil: refundUntil.nullish().transform((value) => value ?? undefined),
  holdPolicy: holdPolicy.nullish(),
  verifiedBuyersOnly: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
  links: details.links.nullish().transform((value) => value ?? undefined),
  tags: details.tags.nullish().transform((value) => value ?? undefined),
  minimumAge: details.minimumAge.nullish(),
  ageRating: details.ageRating.nullish(),
});

export type UpdateEvent = z.infer<typeof updateEventInput>;

export const copyEventInput = z
  .object({
    ...dateInputs(eventTime),
    name: line(200).nullish(),
    seriesId: z.string().nullish(),
    newSeries: line(200).nullish(),
    idempotencyKey,
  })
  .refine(({ startsAt, rule }) => (startsAt === null) !== (rule === null), {
    path: ["rule"],
    message: "give either startsAt or rule",
  })
  .refine(({ rule, exceptDates }) => rule !== null || exceptDates === undefined, {
    path: ["exceptDates"],
    message: "needs rule",
  })
  .refine(({ seriesId, newSeries }) => seriesId == null || newSeries == null, {
    path: ["newSeries"],
    message: "give either seriesId or newSeries",
  });

export type CopyEvent = z.infer<typeof copyEventInput>;

const MAX_DAYS = 3_660;
const moveBy = z.object({
  days: z.int().min(-MAX_DAYS, "must be -3660 to 3660").max(MAX_DAYS, "must be -3660 to 3660").nullish(),
  minutes: z.int().min(-1_440, "must be -1440 to 1440").max(1_440, "must be -1440 to 1440").nullish(),
});

export const updateSeriesInput = updateEventInput
  .omit({ expectedVersion: true, startsAt: true, endsAt: true, doorsAt: true, renewAccessCode: true })
  .extend({ moveBy: moveBy.nullish(), tiers: tierChanges.nullish(), ...seriesQuestions, idempotencyKey })
  .refine(({ refundUntil: until, moveBy: by }) => until === undefined || by != null, {
    path: ["refundUntil"],
    message: "needs moveBy",
  });
