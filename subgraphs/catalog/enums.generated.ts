// Made by `npm run compose` from schema.graphql. Do not edit.
/** SEATED: rows of numbered seats. GENERAL_ADMISSION: only the number of people counts. */
export type SectionKind =
  | 'SEATED'
  | 'GENERAL_ADMISSION';

/** Category. */
export type EventCategory =
  | 'CONCERT'
  | 'THEATRE'
  | 'SPORT'
  | 'FESTIVAL'
  | 'CONFERENCE'
  | 'JOURNEY'
  | 'OTHER';

/** DRAFT: only its organization and platform staff see it. An event that is cancelled before it was on sale stays hidden from others. ENDED is set automatically when the event is over. */
export type EventStatus =
  | 'DRAFT'
  | 'ON_SALE'
  | 'SALES_PAUSED'
  | 'ENDED'
  | 'CANCELLED';

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** What is done to the dates of a series. */
export type SeriesAction =
  | 'PUBLISH'
  | 'CANCEL'
  | 'UPDATE';

/** PENDING: it will be tried until it is done or refused. REFUSED: the date stays as it is, and `problem` says why. */
export type SeriesChangeStatus =
  | 'PENDING'
  | 'DONE'
  | 'REFUSED';

/** Format of an imported hall; docs/halls.md describes both. */
export type VenueFormat =
  | 'CSV'
  | 'JSON';

