// How orders refuses. NotFound and IdempotencyKeyReused are platform's.
import { DomainError } from "../../platform/core/errors.ts";

export class HoldNotActive extends DomainError {
  constructor() {
    super("The hold has expired, was released, or is in another order already.");
  }
}

export class OrderNotCancellable extends DomainError {
  constructor() {
    super("The order is confirmed, is being settled, or has ended: it can't be cancelled any more.");
  }
}

export class OrderNotRefundable extends DomainError {
  constructor() {
    super(
      "The order is not confirmed, there is nothing left of this to refund, or the buyer's bank disputes the payment.",
    );
  }
}

export class OrderWithoutTickets extends DomainError {
  constructor() {
    super("The order has no tickets: it is not confirmed, or all of them are refunded.");
  }
}

export class TicketForOtherEvent extends DomainError {
  constructor(eventId: string, facts: { name: string; startsAt: Date; timeZone: string } | undefined) {
    const day = facts?.startsAt.toLocaleString("en-GB", {
      dateStyle: "long",
      timeStyle: "short",
      timeZone: facts.timeZone,
    });
    super(facts ? `This ticket is for ${facts.name}, ${day}.` : "This ticket is for another event.", {
      eventId,
      eventName: facts?.name ?? null,
      startsAt: facts?.startsAt.toISOString() ?? null,
    });
  }
}

export class TicketFrozen extends DomainError {
  constructor() {
    super("The buyer's bank disputes the payment: nobody is let in with this ticket until that is decided.");
  }
}

export class TicketOfferGone extends DomainError {
  constructor() {
    super("The ticket is not offered any more: it was taken, withdrawn, used or refunded, or the offer has expired.");
  }
}

export class TicketAlreadyUsed extends DomainError {
  constructor(usedAt: Date) {
    super("Somebody has entered with this ticket.", { usedAt: usedAt.toISOString() });
  }
}
