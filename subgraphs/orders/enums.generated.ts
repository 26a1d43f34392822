// Made by `npm run compose` from schema.graphql. Do not edit.
/** ORDER_ENDED: it was paid for and then ended without tickets. TICKETS_CANCELLED: refunded, or lost with a dispute. */
export type NotificationKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON';

/** FAILED: the mail server refused it, or was unavailable for three days. SKIPPED: it was out of date when it was to be sent, or the account was deleted. */
export type NotificationStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'SKIPPED';

/** ORDER_ENDED: it was paid for, and nothing came of it. TICKETS_CANCELLED: refunded, or lost with a dispute. */
export type LetterKind =
  | 'ORDER_CONFIRMED'
  | 'ORDER_ENDED'
  | 'TICKETS_CANCELLED'
  | 'TICKET_RECEIVED'
  | 'TICKET_HANDED_ON';

/** FAILED: the mail server will not take it, or was away for three days. NEEDLESS: when it was to be sent, it was not so any more, or the person was gone. */
export type LetterStatus =
  | 'PENDING'
  | 'SENT'
  | 'FAILED'
  | 'NEEDLESS';

/** Which phone wallet. */
export type WalletKind =
  | 'APPLE'
  | 'GOOGLE';

/**
 * Fees are taken of the price less the discount; a ticket that costs nothing has none. Taxes are taken of the price with its fees: an included one is its
 * rate / (100 % + the rates of all that are included) of it, one that is added its rate of what is left without those.
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/**
 * AWAITING_PAYMENT -> PROCESSING (paid for, not settled yet) -> CONFIRMED (captured, seats sold, tickets issued).
 * IN_REVIEW: the money is authorized, and a person decides. DECLINED: risk or that person said no. A declined card changes nothing: it stays
 * AWAITING_PAYMENT, until it is paid, cancelled or EXPIRED.
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

/** USED: somebody has entered with it. CANCELLED: refunded. */
export type TicketStatus =
  | 'VALID'
  | 'USED'
  | 'CANCELLED';

/**
 * ADMITTED: somebody has entered with the ticket. DOUBLE: somebody else had, or has meanwhile. REVOKED: the ticket is cancelled, or in other hands, and its code was dead.
 * UNKNOWN: the code is not genuine. OTHER_EVENT: the ticket is for another event. REJECTED: the scan can't be taken as it is, `problem` says why; nothing of it is kept.
 */
export type ScanOutcome =
  | 'ADMITTED'
  | 'DOUBLE'
  | 'REVOKED'
  | 'UNKNOWN'
  | 'OTHER_EVENT'
  | 'REJECTED';

/** Why an order can't be paid. */
export type PaymentRefusal =
  | 'NOT_FOUND'
  | 'NOT_PAYABLE';

