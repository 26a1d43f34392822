// Made by `npm run compose` from schema.graphql. Do not edit.
/** SEATED: rows of numbered seats. GENERAL_ADMISSION: only the number of people counts. */
export type SectionKind =
  | 'SEATED'
  | 'GENERAL_ADMISSION';

/** What kind of event. */
export type EventCategory =
  | 'CONCERT'
  | 'THEATRE'
  | 'SPORT'
  | 'FESTIVAL'
  | 'CONFERENCE'
  | 'JOURNEY'
  | 'OTHER';

/** DRAFT: only its organization and platform staff see it. An event that is cancelled before it was on sale stays hidden from others too. ENDED follows by itself once the event is over. */
export type EventStatus =
  | 'DRAFT'
  | 'ON_SALE'
  | 'SALES_PAUSED'
  | 'ENDED'
  | 'CANCELLED';

/**
 * Fees are taken of the price less the discount; a ticket that costs nothing has none. Taxes are taken of the price with its fees: an included one is its
 * rate / (100 % + the rates of all that are included) of it, one that is added its rate of what is left without those.
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

