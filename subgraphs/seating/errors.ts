// How seating refuses. NotFound and IdempotencyKeyReused are platform's.
import { DomainError } from "../../platform/errors.ts";

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

export class HoldNotActive extends DomainError {
  constructor() {
    super("The hold has ended, or an order has taken it over.");
  }
}
