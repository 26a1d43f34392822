// Refusals of catalog. NotFound and IdempotencyKeyReused are of the platform.
import { DomainError } from "../../platform/core/errors.ts";
import type { Faults } from "./content/halls/faults.ts";

export class EventNotPublishable extends DomainError {
  constructor(
    why = "Only a draft that starts in the future can be published: change startsAt or create another event.",
  ) {
    super(why);
  }
}

export class EventNotDeletable extends DomainError {
  constructor() {
    super("An event that was on sale can't be deleted: cancel it instead.");
  }
}

export class EventNotCancellable extends DomainError {
  constructor() {
    super("The event has ended and can't be cancelled.");
  }
}

export class SalesNotPausable extends DomainError {
  constructor(why = "Pause an event that is ON_SALE, ANNOUNCED or SALES_ENDED, or resume one that is SALES_PAUSED.") {
    super(why);
  }
}

export class PricesNotChangeable extends DomainError {
  constructor(why = "The event is over or cancelled, so its prices can't be changed.") {
    super(why);
  }
}

export class QuestionsNotChangeable extends DomainError {
  constructor() {
    super("The event is over or cancelled, so its questions can't be changed.");
  }
}

export class PricingChanged extends DomainError {
  constructor(organizationId: string) {
    super("Fees or taxes were changed after expectedVersion: query them and try again with their version.", {
      organizationId,
    });
  }
}

export class EventChanged extends DomainError {
  constructor(eventId: string) {
    super("The event was changed after expectedVersion: query it and try again with its version.", { eventId });
  }
}

export class VenueChanged extends DomainError {
  constructor(venueId: string) {
    super("The venue was changed after expectedVersion: query it and try again with its version.", { venueId });
  }
}

export class VenueInUse extends DomainError {
  constructor() {
    super("The venue has events: delete their drafts first. A venue with events that were on sale stays.");
  }
}

export class VenueImportRefused extends DomainError {
  constructor({ faults, faultCount }: Faults) {
    super(`The import has ${faultCount === 1 ? "a fault" : `${faultCount} faults`}: nothing was changed.`, {
      faults,
      faultCount,
    });
  }
}
