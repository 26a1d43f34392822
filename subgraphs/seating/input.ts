// What clients may send to seating, and what is said of what they may not.
import { z } from "zod";
import { idempotencyKey, text } from "../../platform/input.ts";

const MAX_SEATS = 50;
const seatIds = (most: number) =>
  z
    .array(z.string())
    .min(1, `must name 1 to ${most} seats`)
    .max(most, `must name 1 to ${most} seats`)
    .refine((ids) => new Set(ids).size === ids.length, "must not name a seat twice");
const channelKey = text(100).nullish();
export const holdSeatsInput = z.object({
  eventId: z.string(),
  seatIds: seatIds(MAX_SEATS),
  channelKey,
  idempotencyKey,
});
export const holdBestAvailableInput = z
  .object({
    eventId: z.string(),
    quantity: z.int().min(1, `must be 1 to ${MAX_SEATS}`).max(MAX_SEATS, `must be 1 to ${MAX_SEATS}`),
    priceTierId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
    sectionId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
    together: z
      .boolean()
      .nullish()
      .transform((together) => together ?? true),
    wheelchairPlaces: z
      .int()
      .min(0, "must be 0 to quantity")
      .nullish()
      .transform((places) => places ?? 0),
    channelKey,
    idempotencyKey,
  })
  .refine(({ quantity, wheelchairPlaces }) => wheelchairPlaces <= quantity, {
    path: ["wheelchairPlaces"],
    message: "must be 0 to quantity",
  });
export const blockedSeats = seatIds(5_000);
export const setSeatsAsideInput = z.object({ eventId: z.string(), channel: text(100), seatIds: blockedSeats });
