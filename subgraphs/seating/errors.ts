// How seating refuses. NotFound and IdempotencyKeyReused are platform's.
import { DomainError } from "../../platform/core/errors.ts";
import type { PromoCodeRefusal } from "./enums.generated.ts";

export class SeatsUnavailable extends DomainError {
  /** `seatIds` names those that are taken; none for seats that nobody named. */
  constructor(seatIds: string[]) {
    super(seatIds.length > 0 ? "Some of the seats are taken." : "There are not as many seats left like this.", {
      seatIds,
    });
  }
}

export class EventNotOnSale extends DomainError {
  constructor() {
    super("The event is not on sale.");
  }
}

export class SeatLimitReached extends DomainError {
  constructor(limit: number) {
    super(`One buyer may hold and own at most ${limit} seats of this event.`, { limit });
  }
}

export class SeatLeftAlone extends DomainError {
  constructor() {
    super(
      "This would leave a single seat that hardly anybody wants: take seats that leave none, or two or more, beside them.",
    );
  }
}

export class TooManyCompanions extends DomainError {
  constructor(companionsPerWheelchairPlace: number) {
    super("With wheelchair places only so many other seats may be held: hold the rest by themselves.", {
      companionsPerWheelchairPlace,
    });
  }
}

const WHY_NOT_USABLE: Record<PromoCodeRefusal, string> = {
  UNKNOWN: "There is no such code for this event.",
  NOT_YET: "The code can't be used yet.",
  ENDED: "The code can't be used any more.",
  EXHAUSTED: "There are fewer tickets left with this code.",
  LIMIT_PER_BUYER: "One buyer gets fewer tickets with this code.",
  NOT_FOR_THESE_SEATS: "The code is not for these seats.",
};

export class PromoCodeNotUsable extends DomainError {
  constructor(reason: PromoCodeRefusal) {
    super(WHY_NOT_USABLE[reason], { reason });
  }
}

export class PromoCodeTaken extends DomainError {
  constructor() {
    super("The event has a code of this name already.");
  }
}

export class HoldNotActive extends DomainError {
  constructor() {
    super("The hold has ended, or an order has taken it over.");
  }
}

const WHY_NOT_WITHOUT = {
  ACCOUNT: "You have another open hold or unpaid order, and an unverified account has one at a time",
  NETWORK: "Too many unverified accounts of your network hold seats of this event",
};

export class EmailNotVerified extends DomainError {
  constructor(reason: keyof typeof WHY_NOT_WITHOUT) {
    super(
      `${WHY_NOT_WITHOUT[reason]}: verify your e-mail address with requestEmailCode, then try again with a new key.`,
    );
  }
}
