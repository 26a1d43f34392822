// Refusals of orders. NotFound and IdempotencyKeyReused are the platform's.
import { DomainError } from "../../platform/core/errors.ts";
import type { AnswerProblem } from "./entities/check-answers.ts";
import type {
  GateRefusal,
  HoldsNotCombinableReason,
  TicketNotMovableReason,
  TicketsNotExchangeableReason,
  TicketsNotReturnableReason,
  TransferNotAllowedReason,
} from "./enums.generated.ts";

export class HoldNotActive extends DomainError {
  constructor(holdId: string) {
    super("The hold has expired, was released, or already belongs to another order.", { holdId });
  }
}

export class ReservationNotOpen extends DomainError {
  constructor(reservationId: string) {
    super("The reservation was sold or cancelled, or has expired.", { reservationId });
  }
}

export class VerifiedBuyersOnly extends DomainError {
  constructor(holdId?: string) {
    const event = holdId === undefined ? "This event" : `The event of hold ${holdId}`;
    super(`${event} is only for accounts with a verified e-mail address: sign in, or verify the address first.`);
  }
}

const WHY_NOT_COMBINABLE: Record<HoldsNotCombinableReason, string> = {
  OTHER_ORGANIZATION: "is sold by another organization than the first one: place a separate order for it",
  OTHER_CURRENCY: "has another currency than the first one: place a separate order for it",
  TOTAL_TOO_HIGH: "makes the total exceed 2,147,483,647 minor units: place a separate order for it",
  PACKAGE_IN_PART: "is of a package whose other holds are missing: place one order of all of Hold.packageHoldIds",
};

export class HoldsNotCombinable extends DomainError {
  constructor(reason: HoldsNotCombinableReason, holdId: string) {
    super(`Hold ${holdId} ${WHY_NOT_COMBINABLE[reason]}.`, { reason, holdId });
  }
}

export class DrawerNotOpen extends DomainError {
  constructor() {
    super("You have no open drawer at this organization: open one with openDrawer first.");
  }
}

export class DrawerAlreadyOpen extends DomainError {
  constructor(drawerId: string) {
    super("You have an open drawer already: close it with closeDrawer first.", { drawerId });
  }
}

export class RefundNotDue extends DomainError {
  constructor() {
    super("The refund was handed out already, or is not one of the counter: nothing is to be handed out.");
  }
}

export class DrawerBusy extends DomainError {
  constructor() {
    super("A sale of this drawer is not finished yet: close the drawer in some moments.");
  }
}

export class SaleTotalChanged extends DomainError {
  constructor(total: { amount: number; currency: string }, isReserved = false) {
    const next = isReserved ? "They stay reserved: sell them at their total." : "Hold them again.";
    super(`The seats have another total or currency than the sale: nothing was sold. ${next}`, { total });
  }
}

/** Texts of questions are the organizer's. */
export class AnswersRefused extends DomainError {
  constructor(problems: AnswerProblem[]) {
    const named = problems.slice(0, 3).map(({ message }) => message);
    const more = problems.length > named.length ? ` And ${problems.length - named.length} more.` : "";
    super(`Answers are missing or not valid: ${named.join(" ")}${more}`, { problems });
  }
}

export class AnswersClosed extends DomainError {
  constructor() {
    super("The event has started, or the order or the ticket has ended: answers can't be changed any more.");
  }
}

export class OrderNotCancellable extends DomainError {
  constructor() {
    super("The order is confirmed, is being processed, or has ended: it can't be cancelled.");
  }
}

export class OrderNotRefundable extends DomainError {
  constructor() {
    super("The order is not confirmed, nothing is left to refund, or the payment is disputed.");
  }
}

export class RefundOfferEnded extends DomainError {
  constructor() {
    super("The offer of a refund has ended, was accepted, or does not exist for this order.");
  }
}

export class InvoiceAddressClosed extends DomainError {
  constructor() {
    super("The organizer asks for no address for this order, or its invoice is written.");
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
    super("The payment is disputed: the ticket is not valid for entry until the dispute is decided.");
  }
}

export class GateRefused extends DomainError {
  constructor(reason: GateRefusal, { gates = [], opensAt = null }: { gates?: string[]; opensAt?: Date | null } = {}) {
    super(GATE_MESSAGES[reason](gates), { reason, gates, opensAt: opensAt?.toISOString() ?? null });
  }
}

const GATE_MESSAGES: Record<GateRefusal, (gates: string[]) => string> = {
  NOT_OPEN: () => "This gate is not open yet.",
  CLOSED: () => "This gate has closed.",
  OTHER_SECTION: (gates) =>
    `This gate does not admit the section of the ticket${gates.length > 0 ? `: use ${gates.join(" or ")}` : ""}.`,
};

export class GateNameTaken extends DomainError {
  constructor() {
    super("Another gate of the event has this name: choose another name.");
  }
}

export class TicketNotInside extends DomainError {
  constructor() {
    super("The ticket is not inside: it was not checked in, or was checked out since.");
  }
}

const WHY_NOT_MOVABLE: Record<TicketNotMovableReason, string> = {
  SEAT_TAKEN: "the seat is held, sold or blocked: choose a free one",
  SEAT_OF_ORDER: "the seat was of another ticket of this order, which is refunded or being moved: choose another one",
  SAME_SEAT: "the ticket has this seat already",
  OTHER_PRICE:
    "the seat is in another price tier, or not for the price of the ticket: refund the ticket and sell another one",
  GENERAL_ADMISSION: "places of general admission are not numbered",
  OFFERED: "its holder has offered it to someone: the holder has to withdraw the offer first",
  MOVE_IN_PROGRESS: "another move of it is not finished yet: try again in some moments, with a new key",
  EXCHANGE_IN_PROGRESS: "it is being exchanged for another one: try again in some moments, with a new key",
  EVENT_OVER: "the event is cancelled or over",
};

export class TicketNotMovable extends DomainError {
  constructor(reason: TicketNotMovableReason) {
    super(`The ticket can't be moved, because ${WHY_NOT_MOVABLE[reason]}.`, { reason });
  }
}

export class TicketOfferGone extends DomainError {
  constructor() {
    super("The offer has ended: it was accepted or withdrawn, it has expired, or the ticket was used or refunded.");
  }
}

export class TicketAlreadyUsed extends DomainError {
  constructor(usedAt: Date) {
    super("The ticket was already checked in.", { usedAt: usedAt.toISOString() });
  }
}

const WHY_NOT_TRANSFERRED: Record<TransferNotAllowedReason, string> = {
  NOT_ALLOWED: "the organizer does not allow it",
  ALREADY_TRANSFERRED: "it was handed on before, and the organizer allows that once",
  TOO_EARLY: "the organizer allows it later: try again then, with a new key",
  TOO_LATE: "the organizer's time for it is over",
  COOL_OFF: "it is too new: try again later, with a new key",
  HOLDER_LIMIT: "its new holder would have more tickets of the event than the organizer allows",
};

export class TransferNotAllowed extends DomainError {
  constructor({ reason, allowedFrom }: { reason: TransferNotAllowedReason; allowedFrom: Date | null }) {
    super(`The ticket can't be handed on, because ${WHY_NOT_TRANSFERRED[reason]}.`, {
      reason,
      allowedFrom: allowedFrom?.toISOString() ?? null,
    });
  }
}

const WHY_NOT_EXCHANGEABLE: Record<TicketsNotExchangeableReason, string> = {
  NOT_ALLOWED: "the organizer allows no exchange: ask the box office",
  TOO_LATE: "the organizer's deadline for exchanges has passed: ask the box office",
  OTHER_EVENT: "the organizer allows exchanges for seats of the same event only: hold such seats",
  OTHER_ORGANIZATION: "the new seats are sold by another organization: hold seats of the same one",
  OTHER_CURRENCY: "the new seats are sold in another currency: hold seats with the same one",
  USED: "a ticket was checked in",
  REFUNDED: "a ticket was refunded or exchanged, or its order is not confirmed",
  TRANSFERRED: "a ticket was transferred, so it does not belong to the buyer any more",
  DISPUTED: "the payment is disputed",
  SOLD_AT_COUNTER: "they were sold at the counter: the box office refunds them and sells other ones",
  EVENT_CANCELLED: "their event is cancelled: they are refunded",
  EXCHANGE_IN_PROGRESS: "another exchange of them has not ended: pay or cancel its order first",
  SEATS_OF_PACKAGE: "the new seats are held with a package, which is bought as a whole: hold other seats",
};

export class TicketsNotExchangeable extends DomainError {
  constructor(reason: TicketsNotExchangeableReason) {
    super(`The tickets can't be exchanged, because ${WHY_NOT_EXCHANGEABLE[reason]}.`, { reason });
  }
}

/** `difference`: to be paid; negative: to be refunded. */
export class ExchangeTotalChanged extends DomainError {
  constructor(difference: { amount: number; currency: string }) {
    super("The exchange has another difference than expected: nothing was exchanged. Hold the seats again.", {
      difference,
    });
  }
}

const WHY_NOT_RETURNABLE: Record<TicketsNotReturnableReason, string> = {
  NOT_ALLOWED: "the organizer takes none back: ask the box office",
  TOO_LATE: "the organizer's deadline has passed: ask the box office",
  NOBODY_WAITS:
    "the organizer takes back only seats that people on the waiting list want, and now nobody does: try again later",
  USED: WHY_NOT_EXCHANGEABLE.USED,
  REFUNDED: WHY_NOT_EXCHANGEABLE.REFUNDED,
  TRANSFERRED: WHY_NOT_EXCHANGEABLE.TRANSFERRED,
  DISPUTED: WHY_NOT_EXCHANGEABLE.DISPUTED,
  SOLD_AT_COUNTER: "they were sold at the counter: the box office refunds them",
  EVENT_CANCELLED: WHY_NOT_EXCHANGEABLE.EVENT_CANCELLED,
  EXCHANGE_IN_PROGRESS: "an exchange of them has not ended: pay or cancel its order first",
};

export class TicketsNotReturnable extends DomainError {
  constructor(reason: TicketsNotReturnableReason) {
    super(`The tickets can't be given back, because ${WHY_NOT_RETURNABLE[reason]}.`, { reason });
  }
}

export class ReturnTotalChanged extends DomainError {
  constructor(refund: { amount: number; currency: string }) {
    super("The refund has another total than expected: nothing was given back. Ask for a quote again.", { refund });
  }
}

export class TicketBeingExchanged extends DomainError {
  constructor() {
    super("The ticket is being exchanged for another one, which takes some moments: try again then.");
  }
}
