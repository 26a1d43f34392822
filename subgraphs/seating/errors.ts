// Refusals of seating. NotFound and IdempotencyKeyReused are of the platform.
import { DomainError } from "../../platform/core/errors.ts";
import type { PackageRefusal, PriceRefusal, PromoCodeRefusal, QueueNotSteerableReason } from "./enums.generated.ts";

export class SeatsUnavailable extends DomainError {
  /** @param seatIds taken seats; empty if the request named no seats */
  constructor(seatIds: string[]) {
    super(seatIds.length > 0 ? "Some of the seats are taken." : "Not enough seats match the request.", {
      seatIds,
    });
  }
}

/** RFC 3339; none if another reason than the time forbids sales. */
export interface TimesOfSale {
  startsAt?: string;
  endedAt?: string;
}

export class EventNotOnSale extends DomainError {
  constructor({ startsAt, endedAt }: TimesOfSale = {}) {
    super(whyNotOnSale({ startsAt, endedAt } as TimesOfSale), {
      salesStartAt: startsAt ? new Date(startsAt) : null,
      salesEndAt: endedAt ? new Date(endedAt) : null,
    });
  }
}

function whyNotOnSale({ startsAt, endedAt }: TimesOfSale): string {
  if (startsAt) return `Sales start at ${startsAt}: try again then, with a new key.`;
  return endedAt ? `Sales ended at ${endedAt}.` : "The event is not on sale.";
}

export class SeatLimitReached extends DomainError {
  constructor(limit: number) {
    super(`One buyer may hold and own at most ${limit} seats of this event.`, { limit });
  }
}

export class SeatLeftAlone extends DomainError {
  constructor() {
    super("This would isolate a single seat: choose seats that leave none or at least two free seats next to them.");
  }
}

export class TooManyCompanions extends DomainError {
  constructor(companionsPerWheelchairPlace: number) {
    super(
      "Too many other seats for the wheelchair places: hold the rest in a separate hold without wheelchair places.",
      {
        companionsPerWheelchairPlace,
      },
    );
  }
}

const WHY_NOT_USABLE: Record<PromoCodeRefusal, string> = {
  UNKNOWN: "The event has no such promo code.",
  NOT_YET: "The promo code is not valid yet.",
  ENDED: "The promo code has ended.",
  USED: "The access code has been used for another hold or order.",
  EXHAUSTED: "The promo code has too few tickets left: hold fewer seats.",
  LIMIT_PER_BUYER: "This exceeds the promo code's limit for one buyer.",
  NOT_FOR_THESE_SEATS: "The promo code does not apply to these seats.",
  HOLD_OF_PACKAGE: "The hold is part of a package and has its price: no promo code can be added or removed.",
};

export class PromoCodeNotUsable extends DomainError {
  constructor(reason: PromoCodeRefusal) {
    super(WHY_NOT_USABLE[reason], { reason });
  }
}

export class PromoCodeTaken extends DomainError {
  constructor() {
    super("The event already has a promo code with this name.");
  }
}

const WHY_NOT_WITH_PACKAGE: Record<PackageRefusal, string> = {
  NOT_YET: "The package is not on sale yet",
  ENDED: "The package is no longer on sale",
  SOLD_OUT: "Too few seats of the package are left",
  LIMIT_PER_BUYER: "This exceeds the package's limit for one buyer",
  NOT_FOR_THESE_SEATS:
    "The package does not cover all of these seats: choose seats of the tiers in TicketPackagePart.prices",
};

export class PackageNotUsable extends DomainError {
  constructor(reason: PackageRefusal, eventId: string) {
    super(`${WHY_NOT_WITH_PACKAGE[reason]}, at the event ${eventId}.`, { reason, event: { id: eventId } });
  }
}

const WHY_NOT_AT_THIS_PRICE: Record<PriceRefusal, string> = {
  UNKNOWN: "the seat has no such price: choose one of PriceTier.prices",
  NOT_YET: "it is not sold yet",
  ENDED: "it is no longer sold",
  SOLD_OUT: "all its tickets are held or sold",
  TOO_MANY: "this exceeds its maximum for one hold",
  NOT_ALONE: "it needs seats at another price in the same hold: see Price.onlyWith",
  NEEDS_CODE: "it needs a promo code that opens it",
  WHEELCHAIR_PLACES_ONLY: "it is only for wheelchair places",
};

export class PriceNotUsable extends DomainError {
  constructor({ reason, price }: { reason: PriceRefusal; price: string | null }) {
    super(`input.prices: the price "${price ?? ""}" can't be used here, because ${WHY_NOT_AT_THIS_PRICE[reason]}.`, {
      refusal: reason,
      priceName: price,
    });
  }
}

export class TotalChanged extends DomainError {
  constructor({ total: amount, currency }: { total: number; currency: string }) {
    super(
      "input.expectedTotal: the seats have another total now. Show it to the buyer, and try again with a new key.",
      {
        total: { amount, currency },
      },
    );
  }
}

export class HoldNotActive extends DomainError {
  constructor(holdId: string) {
    super("The hold has ended, or an order has taken over its seats.", { holdId });
  }
}

export class HoldReserved extends DomainError {
  constructor(holdId: string) {
    super("The hold is in a reservation already.", { holdId });
  }
}

export class ReservationNotOpen extends DomainError {
  constructor(reservationId: string) {
    super("The reservation was sold or cancelled, or has expired.", { reservationId });
  }
}

export class VerifiedBuyersOnly extends DomainError {
  constructor() {
    super("This event is only for accounts with a verified e-mail address: sign in, or verify the address first.");
  }
}

const WHY_NOT_WITHOUT = {
  ACCOUNT: "An unverified account may have one open hold or unpaid order at a time",
  NETWORK: "Too many unverified accounts in your network hold seats of this event",
};

export class EmailNotVerified extends DomainError {
  constructor(reason: keyof typeof WHY_NOT_WITHOUT) {
    super(
      `${WHY_NOT_WITHOUT[reason]}: verify your e-mail address with requestEmailCode, then try again with a new key.`,
    );
  }
}

export class QueueExists extends DomainError {
  constructor(eventId: string) {
    super("The event has a queue already: change it with steerQueue.", { eventId });
  }
}

export class QueueNotOpen extends DomainError {
  constructor() {
    super("The queue is not open: it opens at Queue.opensAt, and ends with the sale.");
  }
}

export class ProofOfWorkRequired extends DomainError {
  constructor(challenge: string, wasGiven: boolean) {
    super(
      wasGiven
        ? "The proof of work is not valid, is for another person or event, or has expired: solve this challenge."
        : "This queue asks for a proof of work: solve the challenge, and send its proof as `proofOfWork`. Or use a passkey or a mailed code first.",
      { challenge },
    );
  }
}

const WHY_NOT_STEERABLE: Record<QueueNotSteerableReason, string> = {
  NOT_DRAWN: "The queue serves nobody yet: pause it after its draw.",
  CLOSED: "The queue is closed for good.",
};

export class QueueNotSteerable extends DomainError {
  constructor(reason: QueueNotSteerableReason) {
    super(WHY_NOT_STEERABLE[reason], { reason });
  }
}

export class QueueEntryNotHeld extends DomainError {
  constructor() {
    super("The entry is not held for review any more: it was decided otherwise, or the queue is closed.");
  }
}

export class AdmissionRequired extends DomainError {
  constructor(eventId: string) {
    super(
      "Seats of this event are only for people whose turn it is: enter with enterSale, and send its token as `admission`.",
      {
        eventId,
      },
    );
  }
}

export class NotYourTurn extends DomainError {
  constructor(details: { serving: number; retryAfterSeconds: number }) {
    super(
      "It is not your turn yet: follow the number that is served, and come back then. Your place stays yours.",
      details,
    );
  }
}

export class SaleFull extends DomainError {
  constructor(details: { serving: number; retryAfterSeconds: number }) {
    super(
      "It is your turn, but nobody else fits in at the moment: try again in some seconds. Your place stays yours.",
      details,
    );
  }
}

export class WaitlistNotOpen extends DomainError {
  constructor() {
    super("The waiting list is not open: it opens when seats are gone, and closes before the event begins.");
  }
}

export class AlreadyWaiting extends DomainError {
  constructor() {
    super("The viewer is on the waiting list already: see Waitlist.entry. Leave it first to change what is wanted.");
  }
}
