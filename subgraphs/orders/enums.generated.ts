// Made by `npm run compose` from schema.graphql. Do not edit.
/** What is wrong with an answer. */
export type AnswerProblemReason =
  /** The question needs an answer. */
  | 'MISSING'
  /** Only yes is accepted. */
  | 'MUST_BE_YES'
  /** The answer does not fit the question. */
  | 'NOT_VALID'
  /** The question is not asked, or not about this seat, or it is answered twice. */
  | 'NOT_ASKED';

/** How a customer pays at the counter. TERMINAL: a card terminal that Boxoffice does not drive. COMPLIMENTARY: the tickets cost nothing. */
export type Tender =
  | 'CASH'
  | 'TERMINAL'
  | 'COMPLIMENTARY';

/** INVOICE: for a confirmed order. CREDIT_NOTE: for cancelled tickets; it corrects the invoice. */
export type InvoiceKind =
  | 'INVOICE'
  | 'CREDIT_NOTE';

/** Answer to an offer of a refund. */
export type RefundAnswer =
  | 'KEEP'
  | 'REFUND';

/**
 * ORDER_ENDED: the order was paid and then ended without tickets. TICKETS_CANCELLED: the tickets were refunded, or the organization lost a dispute.
 * TICKET_RECEIVED: a transfer, to the new holder. TICKET_HANDED_ON: a transfer, to the previous holder.
 * TICKET_MOVED: the ticket has another seat, see Mutation.moveTicket. TICKETS_EXCHANGED: as ORDER_CONFIRMED, in exchange for tickets.
 * TICKETS_RETURNED: the buyer gave tickets back, see Mutation.returnTickets.
 * EVENT_CHANGED: the event has a new start or place. EVENT_REMINDER: a day before the event. ORGANIZER_LETTER: see Mutation.sendLetter.
 * New values may be added: clients must handle unknown ones.
 */
export type NotificationKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON'
  | 'TICKET_MOVED'
  | 'TICKETS_EXCHANGED'
  | 'TICKETS_RETURNED'
  | 'EVENT_CHANGED'
  | 'EVENT_REMINDER'
  | 'ORGANIZER_LETTER';

/**
 * FAILED: the mail server refused the mail, or was unavailable for three days.
 * SKIPPED: the mail was outdated before it was sent, the recipient wants no letters of the organizer, or the account was deleted.
 */
export type NotificationStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'SKIPPED';

/**
 * ORDER_ENDED: the order was paid and then ended without tickets. TICKETS_CANCELLED: the tickets were refunded, or the organization lost a dispute.
 * TICKET_RECEIVED: a transfer, to the new holder. TICKET_HANDED_ON: a transfer, to the previous holder.
 * TICKET_MOVED: the ticket has another seat, see Mutation.moveTicket. TICKETS_EXCHANGED: as ORDER_CONFIRMED, in exchange for tickets.
 * TICKETS_RETURNED: the buyer gave tickets back, see Mutation.returnTickets.
 * EVENT_CHANGED: the event has a new start or place. EVENT_REMINDER: a day before the event. ORGANIZER_LETTER: see Mutation.sendLetter.
 * New values may be added: clients must handle unknown ones.
 */
export type LetterKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON'
  | 'TICKET_MOVED'
  | 'TICKETS_EXCHANGED'
  | 'TICKETS_RETURNED'
  | 'EVENT_CHANGED'
  | 'EVENT_REMINDER'
  | 'ORGANIZER_LETTER';

/**
 * FAILED: the mail server refused the mail, or was unavailable for three days.
 * NEEDLESS: the mail was outdated before it was sent, the recipient wants no letters of the organizer, or the account was deleted.
 */
export type LetterStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'NEEDLESS';

/** Phone wallet. */
export type WalletKind =
  | 'APPLE'
  | 'GOOGLE';

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/**
 * AWAITING_PAYMENT -> PROCESSING (payment authorized) -> CONFIRMED (payment captured, seats sold, tickets issued).
 * IN_REVIEW: the payment is authorized, and a person decides. DECLINED: the risk assessment or the reviewer refused the order.
 * If a card is declined, the order stays AWAITING_PAYMENT until it is paid, cancelled or EXPIRED.
 * EXPIRED: not paid or reviewed in time, or its seats were lost; an authorized payment is voided.
 * CANCELLED: by the buyer, the organization or with the event, or the payment could not be captured.
 * PARTIALLY_REFUNDED, REFUNDED: some or all tickets were refunded. New values may be added: clients must handle unknown ones.
 */
export type OrderStatus =
  | 'AWAITING_PAYMENT'
  | 'PROCESSING'
  | 'IN_REVIEW'
  | 'CONFIRMED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'DECLINED';

/** Direction of a passage. */
export type PassageKind =
  | 'ENTRY'
  | 'EXIT';

/** ONCE: a ticket enters once, and again after each exit scan. DAILY: also once on each further day, in the event's time zone. */
export type EntryRule =
  | 'ONCE'
  | 'DAILY';

/** USED: the ticket was checked in. CANCELLED: it was refunded, or the organization lost a dispute. */
export type TicketStatus =
  | 'VALID'
  | 'USED'
  | 'CANCELLED';

/**
 * OTHER_ORGANIZATION, OTHER_CURRENCY: than that of the first hold. TOTAL_TOO_HIGH: the total of all would exceed 2,147,483,647 minor units.
 * PACKAGE_IN_PART: other holds of its package are missing: see Hold.packageHoldIds.
 */
export type HoldsNotCombinableReason =
  | 'OTHER_ORGANIZATION'
  | 'OTHER_CURRENCY'
  | 'TOTAL_TOO_HIGH'
  | 'PACKAGE_IN_PART';

/** NOT_OPEN: the gate opens later. CLOSED: it has closed. OTHER_SECTION: it does not admit the section of the ticket. */
export type GateRefusal =
  | 'NOT_OPEN'
  | 'CLOSED'
  | 'OTHER_SECTION';

/** Why a ticket can't be moved. */
export type TicketNotMovableReason =
  /** The seat is held, sold or blocked. */
  | 'SEAT_TAKEN'
  /** The seat was of another ticket of the order, which is refunded or being moved. */
  | 'SEAT_OF_ORDER'
  /** The ticket has this seat already. */
  | 'SAME_SEAT'
  /** The seat is in another price tier, or not for the price of the ticket. */
  | 'OTHER_PRICE'
  /** Places of general admission are not numbered. */
  | 'GENERAL_ADMISSION'
  /** The holder has offered the ticket to someone. */
  | 'OFFERED'
  /** Another move of the ticket is not finished yet. */
  | 'MOVE_IN_PROGRESS'
  /** The ticket is being exchanged for another one. */
  | 'EXCHANGE_IN_PROGRESS'
  /** The event is cancelled or over. */
  | 'EVENT_OVER';

/** Whether tickets are handed on. Refunds, exchanges and the box office have rules of their own. */
export type TransferMode =
  /** As often as holders like. */
  | 'FREE'
  /** Each ticket once: who has taken it keeps it. */
  | 'ONCE'
  /** They are not handed on; who can't come gives them back, as far as the organizer takes them back. */
  | 'RETURN_ONLY'
  /** They are not handed on. */
  | 'NONE';

/** Why a ticket can't be handed on. */
export type TransferNotAllowedReason =
  /** Tickets of the event are not handed on. */
  | 'NOT_ALLOWED'
  /** The ticket was handed on before, which is allowed once. */
  | 'ALREADY_TRANSFERRED'
  /** The time for it has not begun. */
  | 'TOO_EARLY'
  /** The time for it is over. */
  | 'TOO_LATE'
  /** The ticket is too new. */
  | 'COOL_OFF'
  /** The person who wants to take it has as many tickets of the event as allowed. */
  | 'HOLDER_LIMIT';

/** State of an exchange. */
export type ExchangeStatus =
  /** The new order is not confirmed. The old tickets are valid. */
  | 'OPEN'
  /** The payment is being captured. Until it is, the old tickets can't be changed or used. */
  | 'CLAIMED'
  /** The new tickets are issued, and the old ones cancelled. */
  | 'DONE'
  /** The new order has ended without tickets. The old ones are valid. */
  | 'ENDED';

/** Why tickets can't be exchanged. */
export type TicketsNotExchangeableReason =
  /** The organizer allows no exchange to buyers. */
  | 'NOT_ALLOWED'
  /** The deadline has passed. */
  | 'TOO_LATE'
  /** The new seats are at another event, and the organizer does not allow that. */
  | 'OTHER_EVENT'
  /** Another organization sells the new seats. */
  | 'OTHER_ORGANIZATION'
  /** The new seats have another currency. */
  | 'OTHER_CURRENCY'
  /** A ticket was checked in. */
  | 'USED'
  /** A ticket was refunded or exchanged, or the order is not confirmed. */
  | 'REFUNDED'
  /** A ticket was transferred: it belongs to someone else than the buyer. */
  | 'TRANSFERRED'
  /** The payment is disputed. */
  | 'DISPUTED'
  /** The tickets were sold at the counter. */
  | 'SOLD_AT_COUNTER'
  /** The event is cancelled. */
  | 'EVENT_CANCELLED'
  /** Another exchange of a ticket has not ended. */
  | 'EXCHANGE_IN_PROGRESS'
  /** The new seats are held with a package, which is bought as a whole. */
  | 'SEATS_OF_PACKAGE';

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST'
  /** Always, until the deadline. */
  | 'ALWAYS';

/** Why tickets can't be given back. */
export type TicketsNotReturnableReason =
  /** The organizer takes no tickets back from buyers. */
  | 'NOT_ALLOWED'
  /** The deadline has passed. */
  | 'TOO_LATE'
  /** Nobody on the waiting list would be offered all of the seats. */
  | 'NOBODY_WAITS'
  /** A ticket was checked in. */
  | 'USED'
  /** A ticket was refunded or exchanged, or the order is not confirmed. */
  | 'REFUNDED'
  /** A ticket was transferred: it belongs to someone else than the buyer. */
  | 'TRANSFERRED'
  /** The payment is disputed. */
  | 'DISPUTED'
  /** The tickets were sold at the counter. */
  | 'SOLD_AT_COUNTER'
  /** The event is cancelled. */
  | 'EVENT_CANCELLED'
  /** A ticket pays for an exchange that has not ended. */
  | 'EXCHANGE_IN_PROGRESS';

/**
 * ADMITTED: the scan is an entry. DOUBLE: the ticket was inside already. LEFT: the scan is an exit. NOT_INSIDE: an exit scan of a ticket that was not inside.
 * REVOKED: the code was invalid because the ticket was cancelled or transferred. UNKNOWN: the code is not genuine.
 * OTHER_EVENT: the ticket is for another event. REJECTED: the scan is malformed and not stored; see `problem`.
 */
export type ScanOutcome =
  | 'ADMITTED'
  | 'DOUBLE'
  | 'LEFT'
  | 'NOT_INSIDE'
  | 'REVOKED'
  | 'UNKNOWN'
  | 'OTHER_EVENT'
  | 'REJECTED';

/** Why an order can't be paid. */
export type PaymentRefusal =
  | 'NOT_FOUND'
  | 'NOT_PAYABLE';

/** By what a sales report tells tickets apart. */
export type SalesDimension =
  /** The day of the sale: in the event's time zone, or in that of the report of an organization. */
  | 'DAY'
  /** The event. */
  | 'EVENT'
  /** The section of the seat. */
  | 'SECTION'
  /** The price tier. */
  | 'TIER'
  /** The price within the tier, such as `Child`. */
  | 'PRICE'
  /** The promo code of the order. */
  | 'PROMO_CODE'
  /** How the customer paid at the counter; tickets that were sold online have none. */
  | 'TENDER'
  /** The sales channel that the seat was held through; tickets of the ordinary sale have none. */
  | 'CHANNEL';

