// Made by `npm run compose` from schema.graphql. Do not edit.
/** BLOCKED is kept back by the organizer. */
export type SeatStatus =
  | 'AVAILABLE'
  | 'HELD'
  | 'SOLD'
  | 'BLOCKED';

/**
 * Fees are taken of the price less the discount; a ticket that costs nothing has none. Taxes are taken of the price with its fees: an included one is its
 * rate / (100 % + the rates of all that are included) of it, one that is added its rate of what is left without those.
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** CONVERTED: an order has taken the seats over. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'RELEASED'
  | 'EXPIRED';

/** EXHAUSTED and LIMIT_PER_BUYER: fewer tickets than these can be had with it, all together or by one buyer. */
export type PromoCodeRefusal =
  | 'UNKNOWN'
  | 'NOT_YET'
  | 'ENDED'
  | 'EXHAUSTED'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS';

/** Whether seats of an event can be held. */
export type SaleState =
  | 'OPEN'
  | 'PAUSED'
  | 'CLOSED';

/** Why an order can't take over a hold. */
export type ConversionRefusal =
  | 'NOT_FOUND'
  | 'NOT_ACTIVE';

