// Validation of input about waiting lists.
import { z } from "zod";
import { idempotencyKey, line } from "../../../../platform/core/input.ts";

const between = (least: number, most: number) => {
  const message = `must be ${least} to ${most}`;
  return z.int(message).min(least, message).max(most, message);
};
const kept = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

const HOUR = 3_600;
const DAY = 24 * HOUR;

export const setWaitlistInput = z.object({
  eventId: z.string(),
  state: z.enum(["WHEN_SOLD_OUT", "OPEN", "CLOSED"]),
  offerSeconds: kept(between(HOUR / 2, 2 * DAY)),
  holdBackSeconds: kept(between(0, 2 * DAY)),
  closesBeforeStartSeconds: kept(between(0, 14 * DAY)),
});
export type SetWaitlist = z.infer<typeof setWaitlistInput>;

const MOST_SEATS = 8;
const MOST_NAMED = 20;
const names = z
  .array(z.string())
  .max(MOST_NAMED, `must name at most ${MOST_NAMED}`)
  .nullish()
  .transform((ids) => ids ?? []);

export const joinWaitlistInput = z
  .object({
    eventId: z.string(),
    quantity: between(1, MOST_SEATS),
    atLeast: z.int().nullish(),
    together: z.boolean().nullish(),
    wheelchairPlaces: z.int().min(0, "must be 0 to quantity").nullish(),
    priceTierIds: names,
    sectionIds: names,
    accessCode: line(100).nullish(),
    idempotencyKey,
  })
  .transform(({ quantity, atLeast, together, wheelchairPlaces, ...rest }) => ({
    ...rest,
    quantity,
    atLeast: atLeast ?? quantity,
    together: together ?? true,
    wheelchairPlaces: wheelchairPlaces ?? 0,
  }))
  .refine(({ quantity, wheelchairPlaces }) => wheelchairPlaces <= quantity, {
    path: ["wheelchairPlaces"],
    message: "must be 0 to quantity",
  })
  .refine(
    ({ quantity, atLeast, wheelchairPlaces }) =>
      atLeast <= quantity && atLeast >= Math.max(1, Math.min(wheelchairPlaces, quantity)),
    { path: ["atLeast"], message: "must be 1 to quantity, and at least wheelchairPlaces" },
  );
export type JoinWaitlist = z.infer<typeof joinWaitlistInput>;
