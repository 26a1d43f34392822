// Messages of seating.
import { z } from "zod";
import { defineAudited, defineErasureDone, defineMessage } from "../../platform/core/contracts.ts";

export const SeatsHeld = defineMessage("seating.SeatsHeld", {
  holdId: z.uuid(),
  eventId: z.uuid(),
  buyerId: z.string(),
  seatCount: z.int().positive(),
  expiresAt: z.iso.datetime(),
});

/** The hold has ended without an order. */
export const HoldEnded = defineMessage("seating.HoldEnded", {
  holdId: z.uuid(),
  eventId: z.uuid(),
  how: z.enum(["RELEASED", "EXPIRED"]),
});

/** A buyer has reached the limit of wrong promo codes at an event; published at most once an hour. */
export const PromoCodesGuessed = defineMessage("seating.PromoCodesGuessed", {
  guessId: z.uuid(),
  buyerId: z.uuid(),
  eventId: z.uuid(),
  wrongCodes: z.int().positive(),
});

/** Buyers of one network have together reached its limit of wrong promo codes at an event; published at most once an hour. */
export const PromoCodesGuessedFromNetwork = defineMessage("seating.PromoCodesGuessedFromNetwork", {
  guessId: z.uuid(),
  /** The gateways' opaque name of it. */
  network: z.string(),
  eventId: z.uuid(),
  wrongCodes: z.int().positive(),
});

/** Seats that are on general sale (again). */
export const SeatsFreed = defineMessage("seating.SeatsFreed", {
  eventId: z.uuid(),
  why: z.enum(["HOLD_ENDED", "RETURNED", "UNBLOCKED"]),
  tiers: z.array(z.object({ tierId: z.uuid(), seatCount: z.int().positive() })),
});

export const SeatsSold = defineMessage("seating.SeatsSold", {
  eventId: z.uuid(),
  orderId: z.uuid(),
  seatCount: z.int().positive(),
});

/** Seats that came back are held for the first person on the waiting list whom they suit. */
export const WaitlistOffered = defineMessage("seating.WaitlistOffered", {
  entryId: z.uuid(),
  holdId: z.uuid(),
  eventId: z.uuid(),
  organizationId: z.uuid(),
  userId: z.uuid(),
  /** Row and number are null in general admission. */
  seats: z.array(z.object({ section: z.string(), row: z.string().nullable(), number: z.string().nullable() })),
  until: z.iso.datetime(),
});

const entryId = z.string().regex(/^[0-9a-f]{32}$/);

/** People who joined a queue with a review, before its close: each entry once, at its first join. */
export const QueueJoined = defineMessage("seating.QueueJoined", {
  eventId: z.uuid(),
  entries: z.array(
    z.object({
      /** Pseudonym in the draw. */
      entryId,
      userId: z.uuid(),
      /** The gateways' opaque name of the network that the person joined from. */
      network: z.string().optional(),
      joinedAt: z.iso.datetime(),
    }),
  ),
});

/** Nobody else takes part in the draw, which waits for `risk.QueueAssessed` for some time. */
export const QueueEntriesClosed = defineMessage("seating.QueueEntriesClosed", {
  eventId: z.uuid(),
  /** Number of entries that QueueJoined has told of. */
  entries: z.int().positive(),
});

/** It has erased what it knows of the person of an erasure. */
export const ErasureDone = defineErasureDone("seating");

/** An action of an organizer or a member of platform staff, for the audit log. */
export const Audited = defineAudited("seating");
