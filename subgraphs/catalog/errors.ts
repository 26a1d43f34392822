// How catalog refuses. NotFound and IdempotencyKeyReused are platform's.
import { DomainError } from "../../platform/core/errors.ts";

export class EventNotPublishable extends DomainError {
  constructor(why = "Only a draft that begins in the future can be published.") {
    super(why);
  }
}

export class EventNotDeletable extends DomainError {
  constructor() {
    super("Only an event that was never on sale can be deleted: cancel this one.");
  }
}

export class EventNotCancellable extends DomainError {
  constructor() {
    super("The event is over: it can't be cancelled any more.");
  }
}

export class SalesNotPausable extends DomainError {
  constructor(why = "Only sales that are on can be paused, and only paused ones resumed.") {
    super(why);
  }
}

export class PricingChanged extends DomainError {
  constructor(organizationId: string) {
    super("Somebody else changed the fees or taxes since this version: look at them and decide again.", {
      organizationId,
    });
  }
}

export class EventChanged extends DomainError {
  constructor(eventId: string) {
    super("Somebody else changed the event since this version: look at it and decide again.", { eventId });
  }
}
