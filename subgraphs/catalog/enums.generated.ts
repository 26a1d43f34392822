// Made by `npm run compose` from schema.graphql. Do not edit.
/** SEATED: rows of numbered seats. GENERAL_ADMISSION: only the number of people counts. */
export type SectionKind =
  | 'SEATED'
  | 'GENERAL_ADMISSION';

/** How often a question is asked. */
export type QuestionScope =
  /** Once for each order. */
  | 'ORDER'
  /** About each ticket. */
  | 'TICKET';

/** Kind of the answer to a question. */
export type QuestionKind =
  /** Text of one line, at most 200 characters. */
  | 'SHORT_TEXT'
  /** Text of several lines, at most 2,000 characters. */
  | 'LONG_TEXT'
  /** Yes or no. */
  | 'YES_NO'
  /** One of the options. */
  | 'CHOOSE_ONE'
  /** Any of the options. */
  | 'CHOOSE_SEVERAL'
  /** A number. */
  | 'NUMBER'
  /** A day. */
  | 'DATE'
  /** A telephone number with its country code (E.164), such as +49 361 123456. */
  | 'PHONE';

/** Whether the buyers of an event are asked for an invoice address. */
export type InvoiceAddressRule =
  /** It is not asked. */
  | 'NOT_ASKED'
  /** Buyers may give one. */
  | 'OPTIONAL'
  /** An order needs one. */
  | 'REQUIRED';

/** Category. */
export type EventCategory =
  | 'CONCERT'
  | 'THEATRE'
  | 'SPORT'
  | 'FESTIVAL'
  | 'CONFERENCE'
  | 'JOURNEY'
  | 'OTHER';

/**
 * DRAFT: only its organization and platform staff see it. An event that is cancelled before it was published stays hidden from others.
 * ANNOUNCED: published, and sales have not started. SALES_ENDED: sales have ended, and the event is not over. ENDED: it is over. These follow from the event's
 * times, as ON_SALE does: at their time, nobody has to do anything. Sales channels may sell at other times.
 */
export type EventStatus =
  | 'DRAFT'
  | 'ANNOUNCED'
  | 'ON_SALE'
  | 'SALES_ENDED'
  | 'SALES_PAUSED'
  | 'ENDED'
  | 'CANCELLED';

/**
 * Who finds a published event. PUBLIC: everyone. UNLISTED: people with its ID; it is in no list and no search. PRIVATE: only people with its ID and its access code.
 * Members of the organization and platform staff find all events at `Organization.events`. Buyers and holders of tickets see the event in their orders and tickets.
 */
export type EventVisibility =
  | 'PUBLIC'
  | 'UNLISTED'
  | 'PRIVATE';

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

