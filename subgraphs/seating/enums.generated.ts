// Made by `npm run compose` from schema.graphql. Do not edit.
/**
 * State of a seat. HELD: by a hold until it expires, or by an order that is not yet confirmed. SOLD: the order's seats are sold.
 * BLOCKED: the organizer has taken it off sale.
 */
export type SeatStatus =
  | 'AVAILABLE'
  | 'HELD'
  | 'SOLD'
  | 'BLOCKED';

/** Whether a price is sold now. SOLD_OUT: all tickets of its quantity are held or sold; some may come back. */
export type CurrentPriceStatus =
  | 'OPEN'
  | 'NOT_YET'
  | 'ENDED'
  | 'SOLD_OUT';

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** State of a hold. CONVERTED: an order has taken over the seats. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'RELEASED'
  | 'EXPIRED';

/**
 * Why a price can't be used. UNKNOWN: the tier of the seat has no such price, or the seat was held before the event had several prices. SOLD_OUT: all tickets of its quantity are held or sold.
 * TOO_MANY: the hold exceeds the price's mostPerHold. NOT_ALONE: it has too few seats at the prices of onlyWith.
 * NEEDS_CODE: the request has no promo code that opens it.
 */
export type PriceRefusal =
  | 'UNKNOWN'
  | 'NOT_YET'
  | 'ENDED'
  | 'SOLD_OUT'
  | 'TOO_MANY'
  | 'NOT_ALONE'
  | 'NEEDS_CODE'
  | 'WHEELCHAIR_PLACES_ONLY';

/**
 * Why a promo code can't be used. USED: another hold or order has the access code. EXHAUSTED: the request exceeds the code's total limit. LIMIT_PER_BUYER: it exceeds the code's limit for one buyer.
 * HOLD_OF_PACKAGE: the hold has the price of its package, and no code.
 */
export type PromoCodeRefusal =
  | 'UNKNOWN'
  | 'NOT_YET'
  | 'ENDED'
  | 'USED'
  | 'EXHAUSTED'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS'
  | 'HOLD_OF_PACKAGE';

/** Why a package can't be used. SOLD_OUT: too few of its seats are left. LIMIT_PER_BUYER: the request exceeds its limit for one buyer. */
export type PackageRefusal =
  | 'NOT_YET'
  | 'ENDED'
  | 'SOLD_OUT'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS';

/**
 * State of a reservation. OPEN: its seats are kept. SOLD: an order took them over; the order says how it ended. CANCELLED: by a clerk, or with its event.
 * EXPIRED: nobody came.
 */
export type ReservationStatus =
  | 'OPEN'
  | 'SOLD'
  | 'CANCELLED'
  | 'EXPIRED';

/** ANNOUNCED: nobody can join yet. OPEN: people join. DRAWING: entries are closed, maybe reviewed, and drawn. SERVING: people enter in the order of their ranks. PAUSED: nobody enters; those inside go on. SOLD_OUT: no seat is left or held. CLOSED: the queue is over, and seats are held without it. */
export type QueueState =
  | 'ANNOUNCED'
  | 'OPEN'
  | 'DRAWING'
  | 'SERVING'
  | 'PAUSED'
  | 'SOLD_OUT'
  | 'CLOSED';

/** COMMITTED_SEED: a seed whose hash was published before anybody could join. */
export type QueueRandomness =
  | 'COMMITTED_SEED';

/** WAITING: enter when `Queue.serving` has reached the rank. HELD_FOR_REVIEW: the organizer looks at the entry, and it has no rank until it is released. INSIDE: with an admission. DONE: the admission has ended; enter again as long as seats are left. LEFT: gave the place up; joining again brings it back. REMOVED: by the organizer. */
export type QueueEntryState =
  | 'WAITING'
  | 'HELD_FOR_REVIEW'
  | 'INSIDE'
  | 'DONE'
  | 'LEFT'
  | 'REMOVED';

/** RELEASED: it takes part in the draw, or comes after those that are drawn. REMOVED: for good. */
export type QueueEntryDecision =
  | 'RELEASED'
  | 'REMOVED';

/** What is done to a queue. */
export type QueueAction =
  | 'PAUSE'
  | 'RESUME'
  | 'CLOSE';

/** NOT_DRAWN: before the draw there is nothing to pause. CLOSED: it is closed for good. */
export type QueueNotSteerableReason =
  | 'NOT_DRAWN'
  | 'CLOSED';

/** WHEN_SOLD_OUT: opens by itself once nothing of a price tier is on sale any more. OPEN: people join, and are offered seats that come back. CLOSED: nobody can join, and seats that come back are on sale; who waits keeps the place. ENDED: the sale of the event has ended. */
export type WaitlistState =
  | 'WHEN_SOLD_OUT'
  | 'OPEN'
  | 'CLOSED'
  | 'ENDED';

/** WAITING: for seats. OFFERED: seats are held for the person, or ordered and not paid yet. BOUGHT: for good, also if the tickets are refunded. EXPIRED: the offer has run out, or the sale has ended. LEFT: the person declined the seats or left. Who has not bought can join again, at the end. */
export type WaitlistEntryState =
  | 'WAITING'
  | 'OFFERED'
  | 'BOUGHT'
  | 'EXPIRED'
  | 'LEFT';

/** NO_SEATS: none that the person wants. TOO_FEW_SEATS: not enough, or not together. KEPT_FOR_GROUP: they are kept for a group that joined before. SEAT_LIMIT: the person has as many seats as one buyer may have. NOT_SOLD: the rules of the sale forbid it, such as a price that needs a code. */
export type WaitlistPassReason =
  | 'NO_SEATS'
  | 'TOO_FEW_SEATS'
  | 'KEPT_FOR_GROUP'
  | 'SEAT_LIMIT'
  | 'NOT_SOLD';

/** State that an organizer sets. */
export type SetWaitlistState =
  | 'WHEN_SOLD_OUT'
  | 'OPEN'
  | 'CLOSED';

/** Whether seats of an event can be held. */
export type SaleState =
  | 'OPEN'
  | 'PAUSED'
  | 'CLOSED';

/**
 * Why a hold can't be converted to an order. ANSWERS_UNCHECKED: ask again with `isChecked`, after a check of the buyer's answers; nothing was changed.
 * PACKAGE_IN_PART: other holds of its package are missing.
 */
export type ConversionRefusal =
  | 'NOT_FOUND'
  | 'NOT_ACTIVE'
  | 'VERIFIED_BUYERS_ONLY'
  | 'ANSWERS_UNCHECKED'
  | 'OTHER_ORGANIZATION'
  | 'OTHER_CURRENCY'
  | 'TOTAL_TOO_HIGH'
  | 'PACKAGE_IN_PART';

/**
 * Why a seat can't be exchanged. EVENT_OVER: the event is cancelled or over. SEAT_LOST: the order does not have the seat. SEAT_TAKEN: the new seat is held,
 * sold or blocked.
 */
export type SeatMoveRefusal =
  | 'EVENT_OVER'
  | 'SEAT_LOST'
  | 'NO_SUCH_SEAT'
  | 'GENERAL_ADMISSION'
  | 'OTHER_PRICE'
  | 'SEAT_TAKEN';

