// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Event as EventRow } from './entities/event.ts';
import type { PriceTier as PriceTierRow } from './entities/price-tier.ts';
import type { Section as SectionRow } from './entities/section.ts';
import type { SeriesChangeDate as SeriesChangeDateRow } from './entities/series-change-date.ts';
import type { SeriesChange as SeriesChangeRow } from './entities/series-change.ts';
import type { Series as SeriesRow } from './entities/series.ts';
import type { VenueVersion as VenueVersionRow } from './entities/venue-version.ts';
import type { Venue as VenueRow } from './entities/venue.ts';
import type { SubgraphContext } from '../../platform/subgraph.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 date and time, from year 1970 to 9999. Answers are always in UTC. */
  DateTime: { input: Date; output: Date; }
  /** ISO 3166-1 alpha-2 country code. */
  CountryCode: { input: string; output: string; }
  /** IANA time zone name. */
  TimeZone: { input: string; output: string; }
  /** ISO 4217 currency code. */
  CurrencyCode: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal: an expected error that a client can handle. */
export type Error = {
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** Amount in minor units: 1250 is 12.50 USD or 1250 JPY. */
  amount: Scalars['Int']['output'];
  /** ISO 4217 code. */
  currency: Scalars['CurrencyCode']['output'];
};

/** Position of a page in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page starts after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** The object does not exist, or the viewer may not see it. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The idempotency key was already used with a different input. Nothing was changed. */
export type IdempotencyKeyReused = Error & {
  __typename?: 'IdempotencyKeyReused';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** A place where events are held. */
export type Venue = {
  __typename?: 'Venue';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Public name. */
  name: Scalars['String']['output'];
  /** City. */
  city: Scalars['String']['output'];
  /** Country. */
  country: Scalars['CountryCode']['output'];
  /** Local time zone of its events. */
  timeZone: Scalars['TimeZone']['output'];
  /** Total capacity of all sections. */
  capacity: Scalars['Int']['output'];
  /** Postal address, if known. */
  address?: Maybe<Address>;
  /** Coordinates, if known. */
  coordinates?: Maybe<Coordinates>;
  /** How to get there and in, as plain text: transport, entrances, steps, lifts. */
  access?: Maybe<Scalars['String']['output']>;
  /** Organization that owns it. */
  organization?: Maybe<Organization>;
  /** Organizations that may hold events here by consent of the owner. For members of the owner from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  sharedWith?: Maybe<Array<Organization>>;
  /** Sections of the newest version, in the order of creation. */
  sections: Array<Section>;
  /** Pictures, the main one first. */
  images: Array<Image>;
  /** Point of the hall that the best seats are near, such as the middle of the stage. Null: best seats are in the first rows. */
  focalPoint?: Maybe<Point>;
  /** Increases at every change; pass it as expectedVersion to updateVenue. */
  version: Scalars['Int']['output'];
  /** Versions of its hall, newest first. */
  versions: VenueVersionConnection;
};


/** A place where events are held. */
export type VenueVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Hall of a venue at one of its versions. It never changes. Events on sale keep the version with which they were published. */
export type VenueVersion = {
  __typename?: 'VenueVersion';
  /** Venue, as it is now. */
  venue: Venue;
  /** Number of the version. */
  version: Scalars['Int']['output'];
  /** Time of the change. */
  createdAt: Scalars['DateTime']['output'];
  /** Total capacity of all sections. */
  capacity: Scalars['Int']['output'];
  /** Point of the hall that the best seats are near. */
  focalPoint?: Maybe<Point>;
  /** Sections, in the order of creation. */
  sections: Array<Section>;
};

/** A page of versions. */
export type VenueVersionConnection = {
  __typename?: 'VenueVersionConnection';
  /** The items, each with its cursor. */
  edges: Array<VenueVersionEdge>;
  /** The items without cursors. */
  nodes: Array<VenueVersion>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type VenueVersionEdge = {
  __typename?: 'VenueVersionEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: VenueVersion;
};

/** Postal address. */
export type Address = {
  __typename?: 'Address';
  /** Street and number, or other lines before postal code and city. */
  lines: Array<Scalars['String']['output']>;
  /** Postal code, if any. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** City. */
  city: Scalars['String']['output'];
  /** Country. */
  country: Scalars['CountryCode']['output'];
};

/** Geographic coordinates (WGS 84). */
export type Coordinates = {
  __typename?: 'Coordinates';
  /** Degrees north of the equator. */
  latitude: Scalars['Float']['output'];
  /** Degrees east of Greenwich. */
  longitude: Scalars['Float']['output'];
};

/** Point in the plane of a hall, in centimetres. x grows to the right for someone who faces the stage, y grows away from the stage. */
export type Point = {
  __typename?: 'Point';
  /** Centimetres to the right. */
  x: Scalars['Int']['output'];
  /** Centimetres away from the stage. */
  y: Scalars['Int']['output'];
};

/** Position of a seat in the plane of its hall, in centimetres. See `Point` for the axes. */
export type SeatPosition = {
  __typename?: 'SeatPosition';
  /** Centimetres to the right. */
  x: Scalars['Int']['output'];
  /** Centimetres away from the stage. */
  y: Scalars['Int']['output'];
  /** Whether it was computed from rows, seats and aisles, because the section has no geometry. */
  isComputed: Scalars['Boolean']['output'];
};

/** Arc on which the seats of a row stand, evenly spaced. */
export type RowCurve = {
  __typename?: 'RowCurve';
  /** Position of the first seat. */
  start: Point;
  /** Position of the last seat. */
  end: Point;
  /** Distance of the arc's middle from the line between its ends, in centimetres: 0 for a straight row. Positive: away from the stage, for a row from left to right. */
  bow: Scalars['Int']['output'];
};

/** A row of a section. */
export type HallRow = {
  __typename?: 'HallRow';
  /** Label; unique in the section. */
  label: Scalars['String']['output'];
  /** Arc of the row, if it was drawn as one. */
  curve?: Maybe<RowCurve>;
  /** Positions in the row, from 1, after which there is an aisle. */
  aislesAfter: Array<Scalars['Int']['output']>;
  /** Seats, in order. */
  seats: Array<HallSeat>;
};

/** A seat of a section. Its state at an event is a `Seat`. */
export type HallSeat = {
  __typename?: 'HallSeat';
  /** Label; unique in the row. */
  label: Scalars['String']['output'];
  /** Position in the hall. */
  position: SeatPosition;
  /** Number of its run of seats between aisles, from 0. Seats of a row with the same number are adjacent if they follow each other. */
  block: Scalars['Int']['output'];
  /** Whether it is a wheelchair place. */
  wheelchair: Scalars['Boolean']['output'];
  /** Whether it is meant for the companion of someone in a wheelchair place. */
  companion: Scalars['Boolean']['output'];
  /** Whether the view of the stage is obstructed. */
  obstructed: Scalars['Boolean']['output'];
  /** Note about the view, if any. */
  viewNote?: Maybe<Scalars['String']['output']>;
};

/** A part of a venue: rows of numbered seats, or a floor where only the number of people counts. */
export type Section = {
  __typename?: 'Section';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name; unique in the venue. */
  name: Scalars['String']['output'];
  /** Whether seats are numbered. */
  kind: SectionKind;
  /** Number of people that fit. */
  capacity: Scalars['Int']['output'];
  /** Corners of its area in the hall, in order, if it was drawn. */
  shape?: Maybe<Array<Point>>;
  /** Rank for best available seats: 1 is the best. Sections without a rank come last. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** Rows, from front to back. Empty for GENERAL_ADMISSION. */
  rows: Array<HallRow>;
};

/** SEATED: rows of numbered seats. GENERAL_ADMISSION: only the number of people counts. */
export type SectionKind =
  | 'SEATED'
  | 'GENERAL_ADMISSION';

/** An event that people attend. */
export type Event = {
  __typename?: 'Event';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Public title. */
  name: Scalars['String']['output'];
  /** Plain text. */
  description?: Maybe<Scalars['String']['output']>;
  /** The description as HTML. Emphasis, headings, lists, quotations and links of Markdown become elements; all else is text. Safe to insert into a page. */
  descriptionHtml?: Maybe<Scalars['String']['output']>;
  /** Links, such as to a trailer. */
  links: Array<Link>;
  /** Tags, in lower case. */
  tags: Array<Scalars['String']['output']>;
  /** Minimum age of visitors; null for none. */
  minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Age rating, such as `FSK 12`. */
  ageRating?: Maybe<Scalars['String']['output']>;
  /** Category. */
  category: EventCategory;
  /** Sales status. */
  status: EventStatus;
  /** Start time. */
  startsAt: Scalars['DateTime']['output'];
  /** End time, if known. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time when doors open, if known. */
  doorsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Start of sales; null: when it is published. Sales channels may have times of their own. */
  salesStartAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of sales; null: when it is over. Holds that were made before stay valid until they expire. Sales channels may have times of their own. */
  salesEndAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who finds it. */
  visibility: EventVisibility;
  /** Code that shows a PRIVATE event, for its link: pass it as accessCode. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  accessCode?: Maybe<Scalars['String']['output']>;
  /** Time zone of the venue. */
  timeZone: Scalars['TimeZone']['output'];
  /** Venue. */
  venue: Venue;
  /** Version of the venue's hall. It is fixed when the event is published. Before, it is the chosen version, or else the newest. */
  venueVersion: VenueVersion;
  /** Organization that sells it. */
  organization?: Maybe<Organization>;
  /** Price tiers, most expensive first. */
  priceTiers: Array<PriceTier>;
  /** Prices after each change, newest first, and those before the first change; at most 200. Empty if they were never changed. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  priceHistory?: Maybe<Array<PriceChange>>;
  /** Fees and taxes in its prices. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  pricing?: Maybe<EventPricing>;
  /** Questions to its buyers, in the order in which they are asked. Answers are given with the order, and can be changed until the event starts. */
  questions: Array<Question>;
  /** Whether its buyers are asked for an invoice address. */
  invoiceAddress: InvoiceAddressRule;
  /** For category JOURNEY: origin, destination and route. */
  journey?: Maybe<Journey>;
  /** iCalendar file (RFC 5545) with this event: save it as `.ics`. For a cancelled event the file removes the event from the calendar. */
  calendar: Scalars['String']['output'];
  /** Series that this event belongs to. */
  series?: Maybe<Series>;
  /** Maximum number of seats that one buyer may hold and own. */
  maxSeatsPerBuyer: Scalars['Int']['output'];
  /** Rules for holding its seats. */
  holdPolicy: HoldPolicy;
  /** Whether only accounts with a verified address may hold and order its seats: no guests. */
  verifiedBuyersOnly: Scalars['Boolean']['output'];
  /** Pictures, the main one first. */
  images: Array<Image>;
  /** Increases at every change; pass it as expectedVersion to updateEvent. */
  version: Scalars['Int']['output'];
  /** Actions by platform staff on its sales, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<Intervention>>;
};

/** A question to the buyers of an event. */
export type Question = {
  __typename?: 'Question';
  /** Permanent identifier. A changed question keeps it. */
  id: Scalars['ID']['output'];
  /** Whether it is asked once for the order, or about each ticket. */
  scope: QuestionScope;
  /** Kind of the answer. */
  kind: QuestionKind;
  /** The question, in one line. */
  text: Scalars['String']['output'];
  /** Explanation; null for none. */
  help?: Maybe<Scalars['String']['output']>;
  /** Whether an order needs an answer. */
  isRequired: Scalars['Boolean']['output'];
  /** For YES_NO: whether only yes is accepted, as for consent. */
  mustBeYes: Scalars['Boolean']['output'];
  /** For CHOOSE_ONE and CHOOSE_SEVERAL: the options, in the order in which they are shown. Empty for others. */
  options: Array<QuestionOption>;
  /** Names of the price tiers to whose tickets it applies. An order without such a ticket is not asked. Empty for all tiers. */
  priceTiers: Array<Scalars['String']['output']>;
};

/** An option of a question. */
export type QuestionOption = {
  __typename?: 'QuestionOption';
  /** Permanent identifier. A changed option keeps it. */
  id: Scalars['ID']['output'];
  /** Text of the option. */
  label: Scalars['String']['output'];
};

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

/** An action by platform staff on another user's or organization's data. */
export type Intervention = {
  __typename?: 'Intervention';
  /** The mutation that did it, such as `pauseSales`. */
  action: Scalars['String']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The member of platform staff. */
  by?: Maybe<User>;
  /** Reason; null if the mutation takes no reason. */
  reason?: Maybe<Scalars['String']['output']>;
};

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

/** Origin, destination and route of a journey. */
export type Journey = {
  __typename?: 'Journey';
  /** Name of the line or route. */
  route: Scalars['String']['output'];
  /** Place of departure. */
  origin: Scalars['String']['output'];
  /** Place of arrival. */
  destination: Scalars['String']['output'];
  /** Departure time. */
  departsAt: Scalars['DateTime']['output'];
  /** Arrival time. */
  arrivesAt: Scalars['DateTime']['output'];
};

/** Price of the seats of some sections. */
export type PriceTier = {
  __typename?: 'PriceTier';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name; unique in the event. */
  name: Scalars['String']['output'];
  /** Standard price of one seat for the buyer, after its phases, with all fees and taxes. setPrices changes it; held seats keep their price. For a draft it is the current calculation. */
  price: Money;
  /** Parts of the price. */
  breakdown: PriceBreakdown;
  /** All prices in the order of the organizer, the standard price first. TierAvailability.prices has what they are now. */
  prices: Array<Price>;
};

/** A price of a tier, such as for adults, children or members. Each seat of a hold has one. */
export type Price = {
  __typename?: 'Price';
  /** Name; unique in the tier. Pass it as `price` to holdSeats. */
  name: Scalars['String']['output'];
  /** Whether it is paid for seats without a chosen price. */
  standard: Scalars['Boolean']['output'];
  /** Price of one seat for the buyer after all phases, with fees and taxes. */
  price: Money;
  /** Parts of the price. */
  breakdown: PriceBreakdown;
  /** Phases before that, which follow each other. The first that is open is the present one. */
  phases: Array<PricePhase>;
  /** Maximum number of seats at this price in a hold; null for no limit. */
  mostPerHold?: Maybe<Scalars['Int']['output']>;
  /** Names of prices, at least one of which must be in the same hold; empty for any. */
  onlyWith: Array<Scalars['String']['output']>;
  /** Maximum number of seats at this price for each seat at a price of onlyWith; null for no limit. */
  mostForEach?: Maybe<Scalars['Int']['output']>;
  /** Whether a promo code must open it: see createPromoCode. */
  needsCode: Scalars['Boolean']['output'];
  /** Whether it is only for wheelchair places. */
  wheelchairPlacesOnly: Scalars['Boolean']['output'];
  /** Start of its sale; null for that of the event. */
  salesStartAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of its sale; null for that of the event. */
  salesEndAt?: Maybe<Scalars['DateTime']['output']>;
  /** Maximum number of tickets held and owned at this price; null for no limit. Returned tickets do not count. */
  quantity?: Maybe<Scalars['Int']['output']>;
};

/** A phase of a price, such as an early bird. It ends at its time or when its tickets are held or sold, whichever is first. */
export type PricePhase = {
  __typename?: 'PricePhase';
  /** Name; unique in the price. */
  name: Scalars['String']['output'];
  /** Price of one seat for the buyer, with all fees and taxes. */
  price: Money;
  /** Parts of the price. */
  breakdown: PriceBreakdown;
  /** First moment at which it is over; null for no end by date. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Number of tickets; null for no limit. Returned tickets open the phase again, until its time. */
  quantity?: Maybe<Scalars['Int']['output']>;
};

/** Prices of an event from one of its versions on. */
export type PriceChange = {
  __typename?: 'PriceChange';
  /** Version of the event that brought these prices. */
  version: Scalars['Int']['output'];
  /** Time of the change. */
  changedAt: Scalars['DateTime']['output'];
  /** All prices from then on. */
  prices: Array<PriceSetting>;
};

/** A price or a phase, as the organizer has set it. */
export type PriceSetting = {
  __typename?: 'PriceSetting';
  /** Name of the tier. */
  tier: Scalars['String']['output'];
  /** Name of the price. */
  name: Scalars['String']['output'];
  /** Name of the phase; null for the price after its phases. */
  phase?: Maybe<Scalars['String']['output']>;
  /** Base price, without added fees and taxes. */
  base: Money;
};

/** Parts of a price: `total` is `base` plus all lines that are not included. */
export type PriceBreakdown = {
  __typename?: 'PriceBreakdown';
  /** Base price that the organizer sets for a ticket. */
  base: Money;
  /** Discounts, fees and taxes. Each is rounded separately to a minor unit; halves are rounded up. */
  lines: Array<PriceLine>;
  /** Price that the buyer pays. */
  total: Money;
};

/** One part of a price. */
export type PriceLine = {
  __typename?: 'PriceLine';
  /** Kind of this part. */
  kind: PriceLineKind;
  /** Name given by the organization; for a discount, its code. */
  name: Scalars['String']['output'];
  /** Amount; negative for a discount. */
  amount: Money;
  /** Whether the amount before this line already contains it; otherwise it is added. */
  included: Scalars['Boolean']['output'];
  /** Rate of a tax in percent. Null for other lines, and for taxes of older prices. */
  ratePercent?: Maybe<Scalars['Float']['output']>;
};

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** A link. */
export type Link = {
  __typename?: 'Link';
  /** Text of the link. */
  label: Scalars['String']['output'];
  /** URL that begins with `https://`. */
  url: Scalars['String']['output'];
};

/** A link. */
export type LinkInput = {
  /** One line of 1 to 100 characters. */
  label: Scalars['String']['input'];
  /** URL that begins with `https://`, of at most 2000 characters. */
  url: Scalars['String']['input'];
};

/** A change of all coming dates of a series. Each date has its own outcome. */
export type SeriesChange = {
  __typename?: 'SeriesChange';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** The series. */
  series: Series;
  /** What is done to the dates. */
  action: SeriesAction;
  /** When it was requested. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether no date is pending. */
  isFinished: Scalars['Boolean']['output'];
  /** Its dates, earliest first. */
  dates: Array<SeriesChangeDate>;
};

/** What is done to the dates of a series. */
export type SeriesAction =
  | 'PUBLISH'
  | 'CANCEL'
  | 'UPDATE';

/** A date of a series that is changed. */
export type SeriesChangeDate = {
  __typename?: 'SeriesChangeDate';
  /** The event. */
  event?: Maybe<Event>;
  /** How far it is. */
  status: SeriesChangeStatus;
  /** Why it was refused; null otherwise. */
  problem?: Maybe<Scalars['String']['output']>;
};

/** PENDING: it will be tried until it is done or refused. REFUSED: the date stays as it is, and `problem` says why. */
export type SeriesChangeStatus =
  | 'PENDING'
  | 'DONE'
  | 'REFUSED';

/** Input of copyEvent: either startsAt or rule, and at most one of seriesId and newSeries. */
export type CopyEventInput = {
  /** The event that is copied. Its organization's MANAGER and up may do so. */
  eventId: Scalars['ID']['input'];
  /** Start times of 1 to 366 copies, before the year 3000. */
  startsAt?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Recurrence rule (RFC 5545), such as `FREQ=WEEKLY;BYDAY=FR,SA;COUNT=30`, with COUNT or UNTIL and FREQ from YEARLY to DAILY, of at most 366 dates. It begins with the event, which is not copied to its own date, and follows the clock of the venue. Local times that the clock skips are left out. At most 300 characters, 4,000 steps of FREQ, and dates before the year 3000. */
  rule?: InputMaybe<Scalars['String']['input']>;
  /** Only with `rule`: local days such as `2027-12-24` on which no copy is made. COUNT counts them, as RFC 5545 counts dates of EXDATE. A day without a copy is refused. */
  exceptDates?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Name of the copies, 1 to 200 characters. Default: the event's. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Series of the same organization. Default: the event's. */
  seriesId?: InputMaybe<Scalars['ID']['input']>;
  /** Name of a series that is created for the copies, 1 to 200 characters. The event joins it if it is in no series. */
  newSeries?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Copies of an event, as drafts. */
export type CopiedEvents = {
  __typename?: 'CopiedEvents';
  /** The copies, earliest first. */
  events: Array<Event>;
};

/** Input of updateSeries. Omitted fields stay as they are in each coming date. */
export type UpdateSeriesInput = {
  /** The series. */
  seriesId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** At most 10000 characters; null for none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Replaces the whole policy: omitted fields get their defaults. */
  holdPolicy?: InputMaybe<HoldPolicyInput>;
  /** Moves each date by the clock of the venue, with doors and end of sales. The start of sales stays. People with tickets get a letter. */
  moveBy?: InputMaybe<MoveByInput>;
  /** New prices of tiers, by their names. A date without such a tier is refused. */
  tiers?: InputMaybe<Array<TierPricesInput>>;
  /** Replaces the questions of each date, without ids. A question in the same words, of the same scope and kind, keeps its id and answers. */
  questions?: InputMaybe<Array<QuestionInput>>;
  /** Whether buyers are asked for an invoice address. */
  invoiceAddress?: InputMaybe<InvoiceAddressRule>;
  /** Start of sales of each date; null: when it is published. */
  salesStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of sales of each date; null: when it is over. */
  salesEndAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who finds the dates. */
  visibility?: InputMaybe<EventVisibility>;
  /** See UpdateEventInput. Only with `moveBy`; published dates that start before it are not changed, and drafts are moved without it. */
  refundUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most 20 links, in their order. */
  links?: InputMaybe<Array<LinkInput>>;
  /** At most 20 tags of 1 to 40 characters. They are stored in lower case, normalized by Unicode NFKC. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Minimum age of visitors, 0 to 99. */
  minimumAge?: InputMaybe<Scalars['Int']['input']>;
  /** Age rating, such as `FSK 12`; 1 to 50 characters. */
  ageRating?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** By how much dates are moved, by the clock of the venue. */
export type MoveByInput = {
  /** Days, -3660 to 3660. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes, -1440 to 1440. */
  minutes?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of copyEvent. */
export type CopyEventResult = CopiedEvents | NotFound | IdempotencyKeyReused;

/** Result of publishSeries. */
export type PublishSeriesResult = SeriesChange | NotFound | EventNotPublishable | IdempotencyKeyReused;

/** Result of updateSeries and cancelSeries. */
export type ChangeSeriesResult = SeriesChange | NotFound | IdempotencyKeyReused;

/** A picture. The gateway serves it as WebP at `path`, the same forever. */
export type Image = {
  __typename?: 'Image';
  /** SHA-256 of the uploaded file, in hex. */
  hash: Scalars['String']['output'];
  /** Path at the gateway. `?w=640` asks for the narrowest variant that is at least 640 pixels wide, or the widest. */
  path: Scalars['String']['output'];
  /** Width of the widest variant, in pixels. */
  width: Scalars['Int']['output'];
  /** Height of the widest variant, in pixels. */
  height: Scalars['Int']['output'];
  /** Widths of its variants, narrowest first. */
  widths: Array<Scalars['Int']['output']>;
  /** Text for people who don't see the picture. */
  alt: Scalars['String']['output'];
  /** Point that stays visible if the picture is cropped; null for the middle. */
  focus?: Maybe<ImageFocus>;
};

/** A point of a picture. */
export type ImageFocus = {
  __typename?: 'ImageFocus';
  /** Share of the width, from the left: 0 to 1. */
  x: Scalars['Float']['output'];
  /** Share of the height, from the top: 0 to 1. */
  y: Scalars['Float']['output'];
};

/** A show with several dates, each of which is an event. */
export type Series = {
  __typename?: 'Series';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Public title. */
  name: Scalars['String']['output'];
  /** Plain text. */
  description?: Maybe<Scalars['String']['output']>;
  /** The description as HTML, as of events. */
  descriptionHtml?: Maybe<Scalars['String']['output']>;
  /** Pictures, the main one first. */
  images: Array<Image>;
  /** Latest change of all its dates. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  lastChange?: Maybe<SeriesChange>;
  /** Its events, earliest first. Only members of the organization and platform staff see drafts, UNLISTED and PRIVATE events. */
  events: EventConnection;
};


/** A show with several dates, each of which is an event. */
export type SeriesEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A section of a new venue. */
export type SectionInput = {
  /** 1 to 100 characters, unique in the venue. */
  name: Scalars['String']['input'];
  /** Whether seats are numbered. */
  kind: SectionKind;
  /** SEATED: rows, from front to back. */
  rows?: InputMaybe<Array<RowInput>>;
  /** GENERAL_ADMISSION: number of people that fit. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Corners of its area in the hall, in order: 3 to 200. */
  shape?: InputMaybe<Array<PointInput>>;
  /** Rank for best available seats, 1 to 1000: 1 is the best. Sections without a rank come last. */
  rank?: InputMaybe<Scalars['Int']['input']>;
};

/** Point in the plane of a hall, in centimetres, -1000000 to 1000000. x grows to the right for someone who faces the stage, y grows away from the stage. */
export type PointInput = {
  /** Centimetres to the right. */
  x: Scalars['Int']['input'];
  /** Centimetres away from the stage. */
  y: Scalars['Int']['input'];
};

/** Arc on which the seats of a row stand, evenly spaced. */
export type RowCurveInput = {
  /** Position of the first seat. */
  start: PointInput;
  /** Position of the last seat. */
  end: PointInput;
  /** Distance of the arc's middle from the line between its ends: 0 for a straight row. Positive: away from the stage, for a row from left to right. */
  bow: Scalars['Int']['input'];
};

/** View from some seats of a row. A seat is in at most one. */
export type SeatViewInput = {
  /** Positions in the row. */
  seats: Array<Scalars['Int']['input']>;
  /** Whether the view of the stage is obstructed. Default: false. */
  obstructed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Note for buyers, 1 to 200 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Postal address, without city and country. */
export type AddressInput = {
  /** 1 to 4 lines, each of 1 to 200 characters. */
  lines: Array<Scalars['String']['input']>;
  /** 1 to 20 characters. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
};

/** Geographic coordinates (WGS 84). */
export type CoordinatesInput = {
  /** Degrees north of the equator, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees east of Greenwich, -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** Seats are numbered 1 to `seats` unless `labels` names them. Positions in the row count from 1. */
export type RowInput = {
  /** 1 to 20 characters, unique in the section. */
  label: Scalars['String']['input'];
  /** Number of seats; 1 to 1000. */
  seats?: InputMaybe<Scalars['Int']['input']>;
  /** Seat labels, in order. */
  labels?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Positions after which there is an aisle. Seats on two sides of an aisle are not adjacent. */
  aislesAfter?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Positions that are wheelchair places. */
  wheelchair?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Positions that are meant for companions of people in wheelchair places. */
  companion?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Views from seats that are obstructed or need a note. */
  views?: InputMaybe<Array<SeatViewInput>>;
  /** Arc on which the seats stand. In a section, either all rows have `curve` or `points`, or none. */
  curve?: InputMaybe<RowCurveInput>;
  /** Position of each seat in the hall, instead of `curve`. */
  points?: InputMaybe<Array<PointInput>>;
};

/** Input of createVenue. */
export type CreateVenueInput = {
  /** Organization in which the viewer is MANAGER or higher. */
  organizationId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** Country. */
  country: Scalars['CountryCode']['input'];
  /** Local time zone of its events. */
  timeZone: Scalars['TimeZone']['input'];
  /** 1 to 200 sections, with at most 50000 places in total. */
  sections: Array<SectionInput>;
  /** Postal address. */
  address?: InputMaybe<AddressInput>;
  /** Coordinates. */
  coordinates?: InputMaybe<CoordinatesInput>;
  /** How to get there and in: 1 to 2000 characters of plain text. */
  access?: InputMaybe<Scalars['String']['input']>;
  /** Point of the hall that the best seats are near. It matters in sections with geometry. */
  focalPoint?: InputMaybe<PointInput>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of updateVenue. Omitted fields stay as they are; null for address, coordinates, access and focalPoint means none. */
export type UpdateVenueInput = {
  /** The venue. */
  venueId: Scalars['ID']['input'];
  /** Version on which the change is based. If the venue has a newer version, the answer is VenueChanged. */
  expectedVersion: Scalars['Int']['input'];
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  country?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Local time zone of its events. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Replaces all sections. Events on sale keep theirs. */
  sections?: InputMaybe<Array<SectionInput>>;
  /** Postal address. */
  address?: InputMaybe<AddressInput>;
  /** Coordinates. */
  coordinates?: InputMaybe<CoordinatesInput>;
  /** How to get there and in: 1 to 2000 characters of plain text. */
  access?: InputMaybe<Scalars['String']['input']>;
  /** Point of the hall that the best seats are near. It matters in sections with geometry. */
  focalPoint?: InputMaybe<PointInput>;
  /** Whether people with tickets for coming events get a letter about the new place: for a move, not for a corrected name. Default: false. */
  tellBuyers?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Input of copyVenue. */
export type CopyVenueInput = {
  /** Organization of the copy, in which the viewer is MANAGER or higher. */
  organizationId: Scalars['ID']['input'];
  /** A venue of the same organization, or one that its owner shares with it. */
  venueId: Scalars['ID']['input'];
  /** Version to copy. Default: the newest. */
  version?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the copy, 1 to 200 characters. Default: the same. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Format of an imported hall; docs/halls.md describes both. */
export type VenueFormat =
  | 'CSV'
  | 'JSON';

/** Input of importVenue. */
export type ImportVenueInput = {
  /** Organization in which the viewer is MANAGER or higher. */
  organizationId: Scalars['ID']['input'];
  /** Format of the text. */
  format: VenueFormat;
  /** The hall: at most 3000000 characters. */
  text: Scalars['String']['input'];
  /** Venue of the organization that gets the hall as a new version. Default: a new venue. */
  venueId?: InputMaybe<Scalars['ID']['input']>;
  /** With venueId: version on which the change is based. If the venue has a newer version, the answer is VenueChanged. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. A new venue needs name, city, country and timeZone, here or in the JSON document. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  country?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Local time zone of its events. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Whether the text is only checked. Default: false. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** An amount of money. */
export type MoneyInput = {
  /** Amount in minor units, 0 to 10000000. */
  amount: Scalars['Int']['input'];
  /** ISO 4217 code. */
  currency: Scalars['CurrencyCode']['input'];
};

/** A price and the names of its sections. Each section is in exactly one tier of an event, and an event has one currency. */
export type PriceTierInput = {
  /** 1 to 100 characters, unique in the event. */
  name: Scalars['String']['input'];
  /** Base price of one seat: the standard price. The organization's fees and taxes may be added. */
  price: MoneyInput;
  /** Name of the standard price, such as `Adult`; 1 to 100 characters. Default: `Standard`. */
  standardName?: InputMaybe<Scalars['String']['input']>;
  /** At most 10 phases of the standard price. */
  phases?: InputMaybe<Array<PricePhaseInput>>;
  /** At most 19 further prices. */
  prices?: InputMaybe<Array<PriceInput>>;
  /** Names of sections of the venue. */
  sections: Array<Scalars['String']['input']>;
};

/** A price of a tier. */
export type PriceInput = {
  /** 1 to 100 characters, unique in the tier. */
  name: Scalars['String']['input'];
  /** Base price after all phases, in the currency of the event. */
  price: MoneyInput;
  /** At most 10 phases. */
  phases?: InputMaybe<Array<PricePhaseInput>>;
  /** Maximum number of seats at this price in a hold, 1 to 50. */
  mostPerHold?: InputMaybe<Scalars['Int']['input']>;
  /** Names of other prices of the tier, at least one of which must be in the same hold. */
  onlyWith?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Maximum number of seats at this price for each seat at a price of onlyWith, 1 to 50. */
  mostForEach?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a promo code must open it. Default: false. */
  needsCode?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is only for wheelchair places. Default: false. */
  wheelchairPlacesOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Start of its sale. Default: that of the event. */
  salesStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of its sale, later than salesStartAt. Default: that of the event. */
  salesEndAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Maximum number of tickets held and owned at this price, 1 to 1000000. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
};

/** A phase of a price. It needs `until`, `quantity`, or both. */
export type PricePhaseInput = {
  /** 1 to 100 characters, unique in the price. */
  name: Scalars['String']['input'];
  /** Base price, in the currency of the event. */
  price: MoneyInput;
  /** First moment at which it is over. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Number of tickets, 1 to 1000000. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of setPrices. */
export type SetPricesInput = {
  /** An event that is neither over nor cancelled. */
  eventId: Scalars['ID']['input'];
  /** Version on which the change is based. If the event has a newer version, the answer is EventChanged. */
  expectedVersion: Scalars['Int']['input'];
  /** 1 to 100 tiers with all of their prices. Other tiers stay as they are. */
  tiers: Array<TierPricesInput>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of setEventQuestions. */
export type SetEventQuestionsInput = {
  /** An event that is neither over nor cancelled. */
  eventId: Scalars['ID']['input'];
  /** Version on which the change is based. If the event has a newer version, the answer is EventChanged. */
  expectedVersion: Scalars['Int']['input'];
  /** At most 30 questions, in the order in which they are asked. They replace all questions of the event. */
  questions: Array<QuestionInput>;
  /** Whether buyers are asked for an invoice address. Default: NOT_ASKED. */
  invoiceAddress?: InputMaybe<InvoiceAddressRule>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** A question to the buyers of an event. */
export type QuestionInput = {
  /** For a question that the event has: its id. Scope and kind must be the same. Omit it for a new question. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it is asked once for the order, or about each ticket. */
  scope: QuestionScope;
  /** Kind of the answer. */
  kind: QuestionKind;
  /** The question, in one line of 1 to 300 characters. */
  text: Scalars['String']['input'];
  /** Explanation, at most 1,000 characters. Default: none. */
  help?: InputMaybe<Scalars['String']['input']>;
  /** Whether an order needs an answer. Default: false. */
  isRequired?: InputMaybe<Scalars['Boolean']['input']>;
  /** For YES_NO questions that are required: accepts only yes. Default: false. */
  mustBeYes?: InputMaybe<Scalars['Boolean']['input']>;
  /** For CHOOSE_ONE and CHOOSE_SEVERAL: 1 to 50 options, in the order in which they are shown. */
  options?: InputMaybe<Array<QuestionOptionInput>>;
  /** Names of the price tiers to whose tickets it applies, at most 100. Default: all. */
  priceTiers?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** An option of a question. */
export type QuestionOptionInput = {
  /** For an option that the question has: its id. Omit it for a new option. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Text of the option, in one line of 1 to 200 characters. */
  label: Scalars['String']['input'];
};

/** New prices of a tier. They replace all of its prices. */
export type TierPricesInput = {
  /** Name of the tier. */
  name: Scalars['String']['input'];
  /** Base price of one seat: the standard price. */
  price: MoneyInput;
  /** Name of the standard price. Default: `Standard`. */
  standardName?: InputMaybe<Scalars['String']['input']>;
  /** At most 10 phases of the standard price. */
  phases?: InputMaybe<Array<PricePhaseInput>>;
  /** At most 19 further prices. */
  prices?: InputMaybe<Array<PriceInput>>;
};

/** Origin, destination and route for an event of category JOURNEY. */
export type JourneyInput = {
  /** Name of the line or route. */
  route: Scalars['String']['input'];
  /** Place of departure. */
  origin: Scalars['String']['input'];
  /** Place of arrival. */
  destination: Scalars['String']['input'];
  /** Departure time. */
  departsAt: Scalars['DateTime']['input'];
  /** Arrival time; later than departsAt. */
  arrivesAt: Scalars['DateTime']['input'];
};

/** Input of createEvent. */
export type CreateEventInput = {
  /** Organization in which the viewer is MANAGER or higher. */
  organizationId: Scalars['ID']['input'];
  /** A venue of the same organization, or one that its owner shares with it. */
  venueId: Scalars['ID']['input'];
  /** Version of the venue to publish with. Default: the newest at publication. */
  venueVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** At most 10000 characters of plain text. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Category. */
  category: EventCategory;
  /** Start time. */
  startsAt: Scalars['DateTime']['input'];
  /** End time; later than startsAt. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Time when doors open, not later than startsAt. */
  doorsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Start of sales, before the event is over. Default: when it is published. A published event is ANNOUNCED until then. */
  salesStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of sales, later than salesStartAt. Default: when the event is over. */
  salesEndAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who finds it. Default: PUBLIC. */
  visibility?: InputMaybe<EventVisibility>;
  /** Price tiers; each section is in exactly one. */
  priceTiers: Array<PriceTierInput>;
  /** Required for category JOURNEY; not allowed for others. */
  journey?: InputMaybe<JourneyInput>;
  /** Maximum number of seats that one buyer may hold and own, 1 to 1000. Default: 10. It can't be changed later. */
  maxSeatsPerBuyer?: InputMaybe<Scalars['Int']['input']>;
  /** Rules for holding its seats. They can be changed later. */
  holdPolicy?: InputMaybe<HoldPolicyInput>;
  /** Whether only accounts with a verified address may hold and order its seats. Default: false. It can be changed later. */
  verifiedBuyersOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Series of the same organization that the event belongs to. */
  seriesId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 20 links, in their order. */
  links?: InputMaybe<Array<LinkInput>>;
  /** At most 20 tags of 1 to 40 characters. They are stored in lower case, normalized by Unicode NFKC. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Minimum age of visitors, 0 to 99. */
  minimumAge?: InputMaybe<Scalars['Int']['input']>;
  /** Age rating, such as `FSK 12`; 1 to 50 characters. */
  ageRating?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of updateEvent. Omitted fields stay as they are. Venue and prices can't be changed. */
export type UpdateEventInput = {
  /** The event. */
  eventId: Scalars['ID']['input'];
  /** Version on which the change is based. If the event has a newer version, the answer is EventChanged. */
  expectedVersion: Scalars['Int']['input'];
  /** Version of the venue to publish with; null for the newest at publication. Only before the first attempt to publish. */
  venueVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** At most 10000 characters; null for none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Start time. If it changes, people with tickets get a letter. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End time; null for unknown. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Time when doors open, not later than startsAt; null for unknown. */
  doorsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Start of sales, before the event is over; null: when it is published. A later start stops sales until then; holds stay valid. */
  salesStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of sales, later than salesStartAt; null: when the event is over. */
  salesEndAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who finds it. */
  visibility?: InputMaybe<EventVisibility>;
  /** Whether a PRIVATE event gets another access code: then the old one shows it to nobody. Default: false. */
  renewAccessCode?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Until then buyers may keep their tickets or get their money back: see Mutation.answerRefundOffer. Without an answer they keep them.
   * Only for a published event, with a new `startsAt`, and at most until then.
   */
  refundUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Replaces the whole policy: omitted fields get their defaults. It applies to holds that are created or extended soon after the answer. */
  holdPolicy?: InputMaybe<HoldPolicyInput>;
  /** Whether only accounts with a verified address may hold and order its seats, from soon after the answer. */
  verifiedBuyersOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 20 links, in their order. */
  links?: InputMaybe<Array<LinkInput>>;
  /** At most 20 tags of 1 to 40 characters. They are stored in lower case, normalized by Unicode NFKC. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Minimum age of visitors, 0 to 99. */
  minimumAge?: InputMaybe<Scalars['Int']['input']>;
  /** Age rating, such as `FSK 12`; 1 to 50 characters. */
  ageRating?: InputMaybe<Scalars['String']['input']>;
};

/** Rules for holding the seats of an event. */
export type HoldPolicy = {
  __typename?: 'HoldPolicy';
  /** Duration of a hold. */
  holdSeconds: Scalars['Int']['output'];
  /** Maximum duration of a hold, including extensions. */
  maxHoldSeconds: Scalars['Int']['output'];
  /** Whether a hold that needlessly isolates a single seat is refused with SeatLeftAlone. */
  avoidSingleSeats: Scalars['Boolean']['output'];
  /** Maximum number of other seats with each wheelchair place; null for no limit. */
  companionsPerWheelchairPlace?: Maybe<Scalars['Int']['output']>;
};

/** Rules for holding the seats of an event. */
export type HoldPolicyInput = {
  /** Duration of a hold, 5 to 7200. Default: 900 (15 minutes). */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Maximum duration of a hold, including extensions: 5 to 7200, and at least holdSeconds. Default: 3600. */
  maxHoldSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a hold that needlessly isolates a single seat is refused with SeatLeftAlone. Default: false. */
  avoidSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /** Maximum number of other seats with each wheelchair place, 0 to 50. Default: no limit. */
  companionsPerWheelchairPlace?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of createSeries. */
export type CreateSeriesInput = {
  /** Organization in which the viewer is MANAGER or higher. */
  organizationId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** At most 10000 characters of plain text. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of setImages: one of eventId, venueId, seriesId and organizationId, and the pictures that it shows from now on. */
export type SetImagesInput = {
  /** An event. */
  eventId?: InputMaybe<Scalars['ID']['input']>;
  /** A venue. */
  venueId?: InputMaybe<Scalars['ID']['input']>;
  /** A series. */
  seriesId?: InputMaybe<Scalars['ID']['input']>;
  /** An organization. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 20 pictures, the main one first. */
  images: Array<ImageInput>;
};

/** An uploaded picture. */
export type ImageInput = {
  /** What `POST /images` answered with. The organization must have uploaded the picture. */
  hash: Scalars['String']['input'];
  /** Text for people who don't see the picture; one line of 1 to 500 characters. */
  alt: Scalars['String']['input'];
  /** Point that stays visible if the picture is cropped. Default: the middle. */
  focus?: InputMaybe<ImageFocusInput>;
};

/** A point of a picture. */
export type ImageFocusInput = {
  /** Share of the width, from the left: 0 to 1. */
  x: Scalars['Float']['input'];
  /** Share of the height, from the top: 0 to 1. */
  y: Scalars['Float']['input'];
};

/** The pictures were set. */
export type ImagesSet = {
  __typename?: 'ImagesSet';
  /** Pictures that are shown now. */
  images: Array<Image>;
};

/** Result of setImages. */
export type SetImagesResult = ImagesSet | NotFound;

/** The event is not a draft, does not start in the future, its sales would have ended already, its price tiers do not fit the venue's version, or the viewer's e-mail address is not verified. The message says which. */
export type EventNotPublishable = Error & {
  __typename?: 'EventNotPublishable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The event has ended. */
export type EventNotCancellable = Error & {
  __typename?: 'EventNotCancellable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Only an event that is ON_SALE, ANNOUNCED or SALES_ENDED can be paused, and only one whose sales are paused can be resumed. */
export type SalesNotPausable = Error & {
  __typename?: 'SalesNotPausable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The event was changed after expectedVersion. Nothing was changed. */
export type EventChanged = Error & {
  __typename?: 'EventChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Current state of the event. */
  event: Event;
};

/** The venue was changed after expectedVersion. Nothing was changed. */
export type VenueChanged = Error & {
  __typename?: 'VenueChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Current state of the venue. */
  venue: Venue;
};

/** The venue has events, so it can't be deleted. */
export type VenueInUse = Error & {
  __typename?: 'VenueInUse';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** A deleted venue. */
export type DeletedVenue = {
  __typename?: 'DeletedVenue';
  /** ID of the deleted venue. */
  id: Scalars['ID']['output'];
};

/** A hall that was imported. */
export type ImportedVenue = {
  __typename?: 'ImportedVenue';
  /** The venue. */
  venue: Venue;
  /** Number of sections. */
  sectionCount: Scalars['Int']['output'];
  /** Number of places in all sections. */
  placeCount: Scalars['Int']['output'];
};

/** A hall that could be imported: the result of a dry run. */
export type ImportableVenue = {
  __typename?: 'ImportableVenue';
  /** Number of sections. */
  sectionCount: Scalars['Int']['output'];
  /** Number of places in all sections. */
  placeCount: Scalars['Int']['output'];
};

/** The text of an import has faults. Nothing was changed. */
export type VenueImportRefused = Error & {
  __typename?: 'VenueImportRefused';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** The first hundred faults, in the order of the text. */
  faults: Array<VenueImportFault>;
  /** Number of all faults that were found. */
  faultCount: Scalars['Int']['output'];
};

/** A fault in an imported text. */
export type VenueImportFault = {
  __typename?: 'VenueImportFault';
  /** Line, from 1. */
  line: Scalars['Int']['output'];
  /** Column in the line, from 1. */
  column: Scalars['Int']['output'];
  /** For JSON: path of the value, such as `$.sections[0].rows[2].label`. */
  path?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  message: Scalars['String']['output'];
};

/** Result of createVenue. */
export type CreateVenueResult = Venue | NotFound | IdempotencyKeyReused;

/** Result of updateVenue. */
export type UpdateVenueResult = Venue | VenueChanged | NotFound;

/** Result of copyVenue. */
export type CopyVenueResult = Venue | NotFound | IdempotencyKeyReused;

/** Result of importVenue. */
export type ImportVenueResult = ImportedVenue | ImportableVenue | VenueImportRefused | VenueChanged | NotFound | IdempotencyKeyReused;

/** Result of shareVenue and unshareVenue. */
export type ShareVenueResult = Venue | NotFound;

/** Result of deleteVenue. */
export type DeleteVenueResult = DeletedVenue | VenueInUse | NotFound | IdempotencyKeyReused;

/** Result of createEvent. */
export type CreateEventResult = Event | NotFound | IdempotencyKeyReused;

/** Result of createSeries. */
export type CreateSeriesResult = Series | NotFound | IdempotencyKeyReused;

/** Fees and taxes of an organization. */
export type Pricing = {
  __typename?: 'Pricing';
  /** Fees, in the order of calculation. */
  fees: Array<Fee>;
  /** Taxes, in the order of calculation. */
  taxes: Array<Tax>;
  /** Increases at every change; pass it as expectedVersion to setPricing. 0 before the first change. */
  version: Scalars['Int']['output'];
};

/** A fee of the organization: a percentage of the price, a fixed amount, or both. */
export type Fee = {
  __typename?: 'Fee';
  /** Name shown to buyers. */
  name: Scalars['String']['output'];
  /** Percentage of the price after the discount: 8.1 is 8.1 %. */
  ratePercent: Scalars['Float']['output'];
  /**
   * Thousandths of a percent of the price after the discount: 10000 is 10 %.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate: Scalars['Int']['output'];
  /** Fixed amount for each ticket. It applies only to events in the same currency. */
  amount?: Maybe<Money>;
  /** Whether the price already contains it; otherwise it is added. */
  included: Scalars['Boolean']['output'];
};

/** A tax. */
export type Tax = {
  __typename?: 'Tax';
  /** Name shown to buyers. */
  name: Scalars['String']['output'];
  /** Rate in percent: 8.875 is 8.875 %. */
  ratePercent: Scalars['Float']['output'];
  /**
   * Rate in thousandths of a percent: 19000 is 19 %, 8875 is 8.875 %.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate: Scalars['Int']['output'];
  /** Whether the price with its fees already contains it; otherwise it is added. */
  included: Scalars['Boolean']['output'];
};

/** Input of setPricing. */
export type SetPricingInput = {
  /** The organization. */
  organizationId: Scalars['ID']['input'];
  /** At most 10 fees. Rates may total at most 100 %, and amounts at most 1000000. */
  fees: Array<FeeInput>;
  /** At most 10 taxes. Rates may total at most 100 %. */
  taxes: Array<TaxInput>;
  /** Version on which the change is based; 0 before the first change. */
  expectedVersion: Scalars['Int']['input'];
};

/** A fee. */
export type FeeInput = {
  /** Name shown to buyers, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Percentage of the price after the discount, 0 to 100 with up to 3 decimals. Default: 0. */
  ratePercent?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Thousandths of a percent, 0 to 100000. Instead of `ratePercent`.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** Fixed amount for each ticket. It applies only to events in the same currency. */
  amount?: InputMaybe<MoneyInput>;
  /** Whether the price already contains it; otherwise it is added. */
  included: Scalars['Boolean']['input'];
};

/** A tax. */
export type TaxInput = {
  /** Name shown to buyers, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Rate in percent, 0 to 100 with up to 3 decimals: 8.1 is 8.1 %. Set either this or `rate`. */
  ratePercent?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Rate in thousandths of a percent, 0 to 100000: 19000 is 19 %. Instead of `ratePercent`.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the price with its fees already contains it; otherwise it is added. */
  included: Scalars['Boolean']['input'];
};

/** Fees or taxes were changed after expectedVersion. Nothing was changed. */
export type PricingChanged = Error & {
  __typename?: 'PricingChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Current fees and taxes. */
  pricing: Pricing;
};

/** Result of setPricing. */
export type SetPricingResult = Pricing | PricingChanged | NotFound;

/** The event is over or cancelled. Nothing was changed. */
export type QuestionsNotChangeable = Error & {
  __typename?: 'QuestionsNotChangeable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The event is over or cancelled. Nothing was changed. */
export type PricesNotChangeable = Error & {
  __typename?: 'PricesNotChangeable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Fees and taxes in the prices of an event. */
export type EventPricing = {
  __typename?: 'EventPricing';
  /** Fees, in the order of calculation. */
  fees: Array<Fee>;
  /** Taxes, in the order of calculation. */
  taxes: Array<Tax>;
  /** Whether they are set for this event; otherwise they are the organization's, as of the first attempt to publish. */
  own: Scalars['Boolean']['output'];
};

/** Input of setEventFees. Give both fees and taxes, or neither for those of the organization. */
export type SetEventFeesInput = {
  /** An event that is neither over nor cancelled. */
  eventId: Scalars['ID']['input'];
  /** Version on which the change is based. If the event has a newer version, the answer is EventChanged. */
  expectedVersion: Scalars['Int']['input'];
  /** At most 10 fees, as in setPricing. */
  fees?: InputMaybe<Array<FeeInput>>;
  /** At most 10 taxes, as in setPricing. */
  taxes?: InputMaybe<Array<TaxInput>>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Result of setEventFees. */
export type SetEventFeesResult = Event | EventChanged | PricesNotChangeable | NotFound | IdempotencyKeyReused;

/** Result of setEventQuestions. */
export type SetEventQuestionsResult = Event | EventChanged | QuestionsNotChangeable | NotFound | IdempotencyKeyReused;

/** Result of setPrices. */
export type SetPricesResult = Event | EventChanged | PricesNotChangeable | NotFound | IdempotencyKeyReused;

/** Result of updateEvent. */
export type UpdateEventResult = Event | NotFound | EventChanged;

/** Result of publishEvent. The event's `seats` exist when the mutation answers. */
export type PublishEventResult = Event | NotFound | EventNotPublishable;

/** Result of pauseSales and resumeSales. */
export type PauseSalesResult = Event | NotFound | SalesNotPausable;

/** The event was on sale and can't be deleted. Cancel it instead. */
export type EventNotDeletable = Error & {
  __typename?: 'EventNotDeletable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** A deleted event. */
export type DeletedEvent = {
  __typename?: 'DeletedEvent';
  /** ID of the deleted event. */
  id: Scalars['ID']['output'];
};

/** Result of deleteEvent. */
export type DeleteEventResult = DeletedEvent | EventNotDeletable | NotFound | IdempotencyKeyReused;

/** Result of cancelEvent. */
export type CancelEventResult = Event | NotFound | EventNotCancellable;

/** Filter of events. An event must match every given field. */
export type EventFilter = {
  /** Full-text search in name, description, venue, city, and the route, origin and destination of a journey, best match first. If more than 2,000 events match, only the 2,000 earliest are ranked. Texts are normalized by Unicode NFKC. Blank text is ignored. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** City of the venue. The comparison ignores case and normalizes by Unicode NFKC. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Category. */
  category?: InputMaybe<EventCategory>;
  /** Only this status. Default: ON_SALE, so without events that are only announced. */
  status?: InputMaybe<EventStatus>;
  /** Only events of this organization. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events with all of these tags; at most 5. The comparison ignores case and normalizes by Unicode NFKC. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only events that start at this time or later. */
  startsAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only events that start before this time. */
  startsBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only events whose sales start at this time or later. */
  salesStartAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only events whose sales start before this time. */
  salesStartBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The items, each with its cursor. */
  edges: Array<EventEdge>;
  /** The items without cursors. */
  nodes: Array<Event>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Event;
};

/** A page of venues. */
export type VenueConnection = {
  __typename?: 'VenueConnection';
  /** The items, each with its cursor. */
  edges: Array<VenueEdge>;
  /** The items without cursors. */
  nodes: Array<Venue>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type VenueEdge = {
  __typename?: 'VenueEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Venue;
};

/** Page of a person's stored data. */
export type PersonalDataPage = {
  __typename?: 'PersonalDataPage';
  /** Name of the table. */
  table: Scalars['String']['output'];
  /** Rows of the person, as a JSON array. */
  rows: Scalars['String']['output'];
  /** Cursor of the next page; null after the last. */
  next?: Maybe<Scalars['String']['output']>;
};

/** Queries. */
export type Query = {
  __typename?: 'Query';
  /** For a job of users. Stored data of a person, page by page; null if nothing is exported. */
  personalData?: Maybe<PersonalDataPage>;
  /** One event, or null. Only members of the organization and platform staff see drafts, and PRIVATE events without their access code. */
  event?: Maybe<Event>;
  /** Events, earliest first unless `text` is given. Without a status: events that are ON_SALE. Only PUBLIC events; members find the others at Organization.events. */
  events: EventConnection;
  /** One venue; null for an unknown ID. */
  venue?: Maybe<Venue>;
  /** Venues, by name. `text` is a full-text search in name and city; blank text is ignored. */
  venues: VenueConnection;
  /** One series; null for an unknown ID. */
  series?: Maybe<Series>;
};


/** Queries. */
export type QueryPersonalDataArgs = {
  userId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryEventArgs = {
  id: Scalars['ID']['input'];
  accessCode?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryEventsArgs = {
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryVenueArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryVenuesArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  city?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QuerySeriesArgs = {
  id: Scalars['ID']['input'];
};

/** Mutations. */
export type Mutation = {
  __typename?: 'Mutation';
  /** For MANAGER and up. Creates a venue with all its seats. */
  createVenue: CreateVenueResult;
  /** For MANAGER and up of the owner. Changes a venue. Each change makes a new version; events on sale keep their hall. */
  updateVenue: UpdateVenueResult;
  /** For MANAGER and up. Copies a venue of the organization, or one that is shared with it, to a new venue. */
  copyVenue: CopyVenueResult;
  /** For MANAGER and up. Imports a hall from CSV or JSON, as a new venue or a new version. All of it is imported, or nothing. */
  importVenue: ImportVenueResult;
  /** For MANAGER and up of the owner. Lets another organization hold events in the venue and copy it. */
  shareVenue: ShareVenueResult;
  /** For MANAGER and up of the owner. Ends the consent of shareVenue. Events that were published stay; drafts can't be published. */
  unshareVenue: ShareVenueResult;
  /** For MANAGER and up of the owner. Deletes a venue without events. */
  deleteVenue: DeleteVenueResult;
  /** For MANAGER and up. Creates an event as a draft. */
  createEvent: CreateEventResult;
  /** For MANAGER and up. Creates a series, which groups events of the same show. */
  createSeries: CreateSeriesResult;
  /** For MANAGER and up. Changes an event. */
  updateEvent: UpdateEventResult;
  /** For MANAGER and up. Copies an event to other dates, as drafts: at most 366 copies, and at most 5,000 price tiers in all. The copies of several calls can be of one series. */
  copyEvent: CopyEventResult;
  /** For MANAGER and up. Publishes all drafts of a series, as publishEvent does. The answer comes at once; each date then has its own outcome. */
  publishSeries: PublishSeriesResult;
  /** For MANAGER and up. Changes or moves all coming dates of a series. The answer comes at once; each date then has its own outcome. */
  updateSeries: ChangeSeriesResult;
  /** For MANAGER and up. Cancels all coming dates of a series, as cancelEvent does. The answer comes at once; each date then has its own outcome. */
  cancelSeries: ChangeSeriesResult;
  /** For MANAGER and up. Replaces the pictures of an event, a venue, a series or an organization. Pictures that nothing shows for 24 hours are deleted. */
  setImages: SetImagesResult;
  /** For MANAGER and up. Replaces the organization's fees and taxes. Published events keep their prices. */
  setPricing: SetPricingResult;
  /**
   * For MANAGER and up. Sets fees and taxes of an event over those of its organization, or returns to the organization's current ones.
   * On sale, holds are made with them when it answers; seats that are held keep their price.
   */
  setEventFees: SetEventFeesResult;
  /** For MANAGER and up. Replaces prices of an event, as a draft or while it is sold. When it answers, holds are made at the new prices; seats that are held keep theirs. */
  setPrices: SetPricesResult;
  /** For MANAGER and up. Replaces the questions of an event to its buyers, as a draft or while it is sold. Answers that were given stay, with the question as it was asked. */
  setEventQuestions: SetEventQuestionsResult;
  /** For MANAGER and up. Publishes a draft. It is on sale at once, or ANNOUNCED until its salesStartAt. */
  publishEvent: PublishEventResult;
  /** For MANAGER and up. Deletes an event that was never on sale: a draft, or a draft that was cancelled. */
  deleteEvent: DeleteEventResult;
  /** For MANAGER and up, and platform staff. Only platform staff can end a pause that platform staff started. Buyers can't hold or order seats until sales are resumed. Orders that were placed before can still be paid. */
  pauseSales: PauseSalesResult;
  /** For MANAGER and up, and platform staff. Resumes sales. */
  resumeSales: PauseSalesResult;
  /** Cancels the event. When the mutation answers, no seats can be held or ordered. Holds are then released and orders refunded in full. */
  cancelEvent: CancelEventResult;
};


/** Mutations. */
export type MutationCreateVenueArgs = {
  input: CreateVenueInput;
};


/** Mutations. */
export type MutationUpdateVenueArgs = {
  input: UpdateVenueInput;
};


/** Mutations. */
export type MutationCopyVenueArgs = {
  input: CopyVenueInput;
};


/** Mutations. */
export type MutationImportVenueArgs = {
  input: ImportVenueInput;
};


/** Mutations. */
export type MutationShareVenueArgs = {
  venueId: Scalars['ID']['input'];
  organizationId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationUnshareVenueArgs = {
  venueId: Scalars['ID']['input'];
  organizationId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationDeleteVenueArgs = {
  venueId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


/** Mutations. */
export type MutationCreateEventArgs = {
  input: CreateEventInput;
};


/** Mutations. */
export type MutationCreateSeriesArgs = {
  input: CreateSeriesInput;
};


/** Mutations. */
export type MutationUpdateEventArgs = {
  input: UpdateEventInput;
};


/** Mutations. */
export type MutationCopyEventArgs = {
  input: CopyEventInput;
};


/** Mutations. */
export type MutationPublishSeriesArgs = {
  seriesId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


/** Mutations. */
export type MutationUpdateSeriesArgs = {
  input: UpdateSeriesInput;
};


/** Mutations. */
export type MutationCancelSeriesArgs = {
  seriesId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
};


/** Mutations. */
export type MutationSetImagesArgs = {
  input: SetImagesInput;
};


/** Mutations. */
export type MutationSetPricingArgs = {
  input: SetPricingInput;
};


/** Mutations. */
export type MutationSetEventFeesArgs = {
  input: SetEventFeesInput;
};


/** Mutations. */
export type MutationSetPricesArgs = {
  input: SetPricesInput;
};


/** Mutations. */
export type MutationSetEventQuestionsArgs = {
  input: SetEventQuestionsInput;
};


/** Mutations. */
export type MutationPublishEventArgs = {
  eventId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationDeleteEventArgs = {
  eventId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


/** Mutations. */
export type MutationPauseSalesArgs = {
  eventId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationResumeSalesArgs = {
  eventId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationCancelEventArgs = {
  eventId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type Organization = {
  __typename?: 'Organization';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Fees and taxes for events that are published from now on. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  pricing?: Maybe<Pricing>;
  /** Pictures, such as the logo, the main one first. */
  images?: Maybe<Array<Image>>;
  /** Its events, earliest first. Only its members and platform staff see drafts, UNLISTED and PRIVATE events. */
  events?: Maybe<EventConnection>;
};


export type OrganizationEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  __typename?: 'User';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Venue: Venue;
  Section: Section;
  Event: Event;
  PriceTier: PriceTier;
  Series: Series;
  Organization: Organization;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Venue:
    ( { __typename: 'Venue' }
    & GraphQLRecursivePick<FederationTypes['Venue'], {"id":true}> );
  Section:
    ( { __typename: 'Section' }
    & GraphQLRecursivePick<FederationTypes['Section'], {"id":true}> );
  Event:
    ( { __typename: 'Event' }
    & GraphQLRecursivePick<FederationTypes['Event'], {"id":true}> );
  PriceTier:
    ( { __typename: 'PriceTier' }
    & GraphQLRecursivePick<FederationTypes['PriceTier'], {"id":true}> );
  Series:
    ( { __typename: 'Series' }
    & GraphQLRecursivePick<FederationTypes['Series'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CopyEventResult:
    | ( Omit<CopiedEvents, 'events'> & { events: Array<_RefType['Event']> } )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  PublishSeriesResult:
    | ( SeriesChangeRow )
    | ( NotFound )
    | ( EventNotPublishable )
    | ( IdempotencyKeyReused )
  ;
  ChangeSeriesResult:
    | ( SeriesChangeRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetImagesResult:
    | ( ImagesSet )
    | ( NotFound )
  ;
  CreateVenueResult:
    | ( VenueRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  UpdateVenueResult:
    | ( VenueRow )
    | ( Omit<VenueChanged, 'venue'> & { venue: _RefType['Venue'] } )
    | ( NotFound )
  ;
  CopyVenueResult:
    | ( VenueRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  ImportVenueResult:
    | ( Omit<ImportedVenue, 'venue'> & { venue: _RefType['Venue'] } )
    | ( ImportableVenue )
    | ( VenueImportRefused )
    | ( Omit<VenueChanged, 'venue'> & { venue: _RefType['Venue'] } )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  ShareVenueResult:
    | ( VenueRow )
    | ( NotFound )
  ;
  DeleteVenueResult:
    | ( DeletedVenue )
    | ( VenueInUse )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CreateEventResult:
    | ( EventRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CreateSeriesResult:
    | ( SeriesRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetPricingResult:
    | ( Pricing )
    | ( PricingChanged )
    | ( NotFound )
  ;
  SetEventFeesResult:
    | ( EventRow )
    | ( Omit<EventChanged, 'event'> & { event: _RefType['Event'] } )
    | ( PricesNotChangeable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetEventQuestionsResult:
    | ( EventRow )
    | ( Omit<EventChanged, 'event'> & { event: _RefType['Event'] } )
    | ( QuestionsNotChangeable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SetPricesResult:
    | ( EventRow )
    | ( Omit<EventChanged, 'event'> & { event: _RefType['Event'] } )
    | ( PricesNotChangeable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  UpdateEventResult:
    | ( EventRow )
    | ( NotFound )
    | ( Omit<EventChanged, 'event'> & { event: _RefType['Event'] } )
  ;
  PublishEventResult:
    | ( EventRow )
    | ( NotFound )
    | ( EventNotPublishable )
  ;
  PauseSalesResult:
    | ( EventRow )
    | ( NotFound )
    | ( SalesNotPausable )
  ;
  DeleteEventResult:
    | ( DeletedEvent )
    | ( EventNotDeletable )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  CancelEventResult:
    | ( EventRow )
    | ( NotFound )
    | ( EventNotCancellable )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( EventNotPublishable )
    | ( EventNotCancellable )
    | ( SalesNotPausable )
    | ( Omit<EventChanged, 'event'> & { event: _RefType['Event'] } )
    | ( Omit<VenueChanged, 'venue'> & { venue: _RefType['Venue'] } )
    | ( VenueInUse )
    | ( VenueImportRefused )
    | ( PricingChanged )
    | ( QuestionsNotChangeable )
    | ( PricesNotChangeable )
    | ( EventNotDeletable )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  Venue: ResolverTypeWrapper<VenueRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  VenueVersion: ResolverTypeWrapper<VenueVersionRow>;
  VenueVersionConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["VenueVersion"]>>;
  VenueVersionEdge: ResolverTypeWrapper<Omit<VenueVersionEdge, 'node'> & { node: ResolversTypes['VenueVersion'] }>;
  Address: ResolverTypeWrapper<Address>;
  Coordinates: ResolverTypeWrapper<Coordinates>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Point: ResolverTypeWrapper<Point>;
  SeatPosition: ResolverTypeWrapper<SeatPosition>;
  RowCurve: ResolverTypeWrapper<RowCurve>;
  HallRow: ResolverTypeWrapper<HallRow>;
  HallSeat: ResolverTypeWrapper<HallSeat>;
  Section: ResolverTypeWrapper<SectionRow>;
  SectionKind: SectionKind;
  Event: ResolverTypeWrapper<EventRow>;
  Question: ResolverTypeWrapper<Question>;
  QuestionOption: ResolverTypeWrapper<QuestionOption>;
  QuestionScope: QuestionScope;
  QuestionKind: QuestionKind;
  InvoiceAddressRule: InvoiceAddressRule;
  Intervention: ResolverTypeWrapper<Intervention>;
  EventCategory: EventCategory;
  EventStatus: EventStatus;
  EventVisibility: EventVisibility;
  Journey: ResolverTypeWrapper<Journey>;
  PriceTier: ResolverTypeWrapper<PriceTierRow>;
  Price: ResolverTypeWrapper<Price>;
  PricePhase: ResolverTypeWrapper<PricePhase>;
  PriceChange: ResolverTypeWrapper<PriceChange>;
  PriceSetting: ResolverTypeWrapper<PriceSetting>;
  PriceBreakdown: ResolverTypeWrapper<PriceBreakdown>;
  PriceLine: ResolverTypeWrapper<PriceLine>;
  PriceLineKind: PriceLineKind;
  Link: ResolverTypeWrapper<Link>;
  LinkInput: LinkInput;
  SeriesChange: ResolverTypeWrapper<SeriesChangeRow>;
  SeriesAction: SeriesAction;
  SeriesChangeDate: ResolverTypeWrapper<SeriesChangeDateRow>;
  SeriesChangeStatus: SeriesChangeStatus;
  CopyEventInput: CopyEventInput;
  CopiedEvents: ResolverTypeWrapper<Omit<CopiedEvents, 'events'> & { events: Array<ResolversTypes['Event']> }>;
  UpdateSeriesInput: UpdateSeriesInput;
  MoveByInput: MoveByInput;
  CopyEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CopyEventResult']>;
  PublishSeriesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishSeriesResult']>;
  ChangeSeriesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeSeriesResult']>;
  Image: ResolverTypeWrapper<Image>;
  ImageFocus: ResolverTypeWrapper<ImageFocus>;
  Series: ResolverTypeWrapper<SeriesRow>;
  SectionInput: SectionInput;
  PointInput: PointInput;
  RowCurveInput: RowCurveInput;
  SeatViewInput: SeatViewInput;
  AddressInput: AddressInput;
  CoordinatesInput: CoordinatesInput;
  RowInput: RowInput;
  CreateVenueInput: CreateVenueInput;
  UpdateVenueInput: UpdateVenueInput;
  CopyVenueInput: CopyVenueInput;
  VenueFormat: VenueFormat;
  ImportVenueInput: ImportVenueInput;
  MoneyInput: MoneyInput;
  PriceTierInput: PriceTierInput;
  PriceInput: PriceInput;
  PricePhaseInput: PricePhaseInput;
  SetPricesInput: SetPricesInput;
  SetEventQuestionsInput: SetEventQuestionsInput;
  QuestionInput: QuestionInput;
  QuestionOptionInput: QuestionOptionInput;
  TierPricesInput: TierPricesInput;
  JourneyInput: JourneyInput;
  CreateEventInput: CreateEventInput;
  UpdateEventInput: UpdateEventInput;
  HoldPolicy: ResolverTypeWrapper<HoldPolicy>;
  HoldPolicyInput: HoldPolicyInput;
  CreateSeriesInput: CreateSeriesInput;
  SetImagesInput: SetImagesInput;
  ImageInput: ImageInput;
  ImageFocusInput: ImageFocusInput;
  ImagesSet: ResolverTypeWrapper<ImagesSet>;
  SetImagesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetImagesResult']>;
  EventNotPublishable: ResolverTypeWrapper<EventNotPublishable>;
  EventNotCancellable: ResolverTypeWrapper<EventNotCancellable>;
  SalesNotPausable: ResolverTypeWrapper<SalesNotPausable>;
  EventChanged: ResolverTypeWrapper<Omit<EventChanged, 'event'> & { event: ResolversTypes['Event'] }>;
  VenueChanged: ResolverTypeWrapper<Omit<VenueChanged, 'venue'> & { venue: ResolversTypes['Venue'] }>;
  VenueInUse: ResolverTypeWrapper<VenueInUse>;
  DeletedVenue: ResolverTypeWrapper<DeletedVenue>;
  ImportedVenue: ResolverTypeWrapper<Omit<ImportedVenue, 'venue'> & { venue: ResolversTypes['Venue'] }>;
  ImportableVenue: ResolverTypeWrapper<ImportableVenue>;
  VenueImportRefused: ResolverTypeWrapper<VenueImportRefused>;
  VenueImportFault: ResolverTypeWrapper<VenueImportFault>;
  CreateVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateVenueResult']>;
  UpdateVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateVenueResult']>;
  CopyVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CopyVenueResult']>;
  ImportVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportVenueResult']>;
  ShareVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ShareVenueResult']>;
  DeleteVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteVenueResult']>;
  CreateEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateEventResult']>;
  CreateSeriesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateSeriesResult']>;
  Pricing: ResolverTypeWrapper<Pricing>;
  Fee: ResolverTypeWrapper<Fee>;
  Tax: ResolverTypeWrapper<Tax>;
  SetPricingInput: SetPricingInput;
  FeeInput: FeeInput;
  TaxInput: TaxInput;
  PricingChanged: ResolverTypeWrapper<PricingChanged>;
  SetPricingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPricingResult']>;
  QuestionsNotChangeable: ResolverTypeWrapper<QuestionsNotChangeable>;
  PricesNotChangeable: ResolverTypeWrapper<PricesNotChangeable>;
  EventPricing: ResolverTypeWrapper<EventPricing>;
  SetEventFeesInput: SetEventFeesInput;
  SetEventFeesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetEventFeesResult']>;
  SetEventQuestionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetEventQuestionsResult']>;
  SetPricesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPricesResult']>;
  UpdateEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateEventResult']>;
  PublishEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishEventResult']>;
  PauseSalesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PauseSalesResult']>;
  EventNotDeletable: ResolverTypeWrapper<EventNotDeletable>;
  DeletedEvent: ResolverTypeWrapper<DeletedEvent>;
  DeleteEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteEventResult']>;
  CancelEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelEventResult']>;
  EventFilter: EventFilter;
  EventConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Event"]>>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  VenueConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Venue"]>>;
  VenueEdge: ResolverTypeWrapper<Omit<VenueEdge, 'node'> & { node: ResolversTypes['Venue'] }>;
  PersonalDataPage: ResolverTypeWrapper<PersonalDataPage>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Organization: ResolverTypeWrapper<Omit<Organization, 'events'> & { events?: Maybe<ResolversTypes['EventConnection']> }>;
  User: ResolverTypeWrapper<User>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  String: Scalars['String']['output'];
  Money: Money;
  Int: Scalars['Int']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  Venue: VenueRow;
  ID: Scalars['ID']['output'];
  VenueVersion: VenueVersionRow;
  VenueVersionConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["VenueVersion"]>;
  VenueVersionEdge: Omit<VenueVersionEdge, 'node'> & { node: ResolversParentTypes['VenueVersion'] };
  Address: Address;
  Coordinates: Coordinates;
  Float: Scalars['Float']['output'];
  Point: Point;
  SeatPosition: SeatPosition;
  RowCurve: RowCurve;
  HallRow: HallRow;
  HallSeat: HallSeat;
  Section: SectionRow;
  Event: EventRow;
  Question: Question;
  QuestionOption: QuestionOption;
  Intervention: Intervention;
  Journey: Journey;
  PriceTier: PriceTierRow;
  Price: Price;
  PricePhase: PricePhase;
  PriceChange: PriceChange;
  PriceSetting: PriceSetting;
  PriceBreakdown: PriceBreakdown;
  PriceLine: PriceLine;
  Link: Link;
  LinkInput: LinkInput;
  SeriesChange: SeriesChangeRow;
  SeriesChangeDate: SeriesChangeDateRow;
  CopyEventInput: CopyEventInput;
  CopiedEvents: Omit<CopiedEvents, 'events'> & { events: Array<ResolversParentTypes['Event']> };
  UpdateSeriesInput: UpdateSeriesInput;
  MoveByInput: MoveByInput;
  CopyEventResult: ResolversUnionTypes<ResolversParentTypes>['CopyEventResult'];
  PublishSeriesResult: ResolversUnionTypes<ResolversParentTypes>['PublishSeriesResult'];
  ChangeSeriesResult: ResolversUnionTypes<ResolversParentTypes>['ChangeSeriesResult'];
  Image: Image;
  ImageFocus: ImageFocus;
  Series: SeriesRow;
  SectionInput: SectionInput;
  PointInput: PointInput;
  RowCurveInput: RowCurveInput;
  SeatViewInput: SeatViewInput;
  AddressInput: AddressInput;
  CoordinatesInput: CoordinatesInput;
  RowInput: RowInput;
  CreateVenueInput: CreateVenueInput;
  UpdateVenueInput: UpdateVenueInput;
  CopyVenueInput: CopyVenueInput;
  ImportVenueInput: ImportVenueInput;
  MoneyInput: MoneyInput;
  PriceTierInput: PriceTierInput;
  PriceInput: PriceInput;
  PricePhaseInput: PricePhaseInput;
  SetPricesInput: SetPricesInput;
  SetEventQuestionsInput: SetEventQuestionsInput;
  QuestionInput: QuestionInput;
  QuestionOptionInput: QuestionOptionInput;
  TierPricesInput: TierPricesInput;
  JourneyInput: JourneyInput;
  CreateEventInput: CreateEventInput;
  UpdateEventInput: UpdateEventInput;
  HoldPolicy: HoldPolicy;
  HoldPolicyInput: HoldPolicyInput;
  CreateSeriesInput: CreateSeriesInput;
  SetImagesInput: SetImagesInput;
  ImageInput: ImageInput;
  ImageFocusInput: ImageFocusInput;
  ImagesSet: ImagesSet;
  SetImagesResult: ResolversUnionTypes<ResolversParentTypes>['SetImagesResult'];
  EventNotPublishable: EventNotPublishable;
  EventNotCancellable: EventNotCancellable;
  SalesNotPausable: SalesNotPausable;
  EventChanged: Omit<EventChanged, 'event'> & { event: ResolversParentTypes['Event'] };
  VenueChanged: Omit<VenueChanged, 'venue'> & { venue: ResolversParentTypes['Venue'] };
  VenueInUse: VenueInUse;
  DeletedVenue: DeletedVenue;
  ImportedVenue: Omit<ImportedVenue, 'venue'> & { venue: ResolversParentTypes['Venue'] };
  ImportableVenue: ImportableVenue;
  VenueImportRefused: VenueImportRefused;
  VenueImportFault: VenueImportFault;
  CreateVenueResult: ResolversUnionTypes<ResolversParentTypes>['CreateVenueResult'];
  UpdateVenueResult: ResolversUnionTypes<ResolversParentTypes>['UpdateVenueResult'];
  CopyVenueResult: ResolversUnionTypes<ResolversParentTypes>['CopyVenueResult'];
  ImportVenueResult: ResolversUnionTypes<ResolversParentTypes>['ImportVenueResult'];
  ShareVenueResult: ResolversUnionTypes<ResolversParentTypes>['ShareVenueResult'];
  DeleteVenueResult: ResolversUnionTypes<ResolversParentTypes>['DeleteVenueResult'];
  CreateEventResult: ResolversUnionTypes<ResolversParentTypes>['CreateEventResult'];
  CreateSeriesResult: ResolversUnionTypes<ResolversParentTypes>['CreateSeriesResult'];
  Pricing: Pricing;
  Fee: Fee;
  Tax: Tax;
  SetPricingInput: SetPricingInput;
  FeeInput: FeeInput;
  TaxInput: TaxInput;
  PricingChanged: PricingChanged;
  SetPricingResult: ResolversUnionTypes<ResolversParentTypes>['SetPricingResult'];
  QuestionsNotChangeable: QuestionsNotChangeable;
  PricesNotChangeable: PricesNotChangeable;
  EventPricing: EventPricing;
  SetEventFeesInput: SetEventFeesInput;
  SetEventFeesResult: ResolversUnionTypes<ResolversParentTypes>['SetEventFeesResult'];
  SetEventQuestionsResult: ResolversUnionTypes<ResolversParentTypes>['SetEventQuestionsResult'];
  SetPricesResult: ResolversUnionTypes<ResolversParentTypes>['SetPricesResult'];
  UpdateEventResult: ResolversUnionTypes<ResolversParentTypes>['UpdateEventResult'];
  PublishEventResult: ResolversUnionTypes<ResolversParentTypes>['PublishEventResult'];
  PauseSalesResult: ResolversUnionTypes<ResolversParentTypes>['PauseSalesResult'];
  EventNotDeletable: EventNotDeletable;
  DeletedEvent: DeletedEvent;
  DeleteEventResult: ResolversUnionTypes<ResolversParentTypes>['DeleteEventResult'];
  CancelEventResult: ResolversUnionTypes<ResolversParentTypes>['CancelEventResult'];
  EventFilter: EventFilter;
  EventConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Event"]>;
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  VenueConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Venue"]>;
  VenueEdge: Omit<VenueEdge, 'node'> & { node: ResolversParentTypes['Venue'] };
  PersonalDataPage: PersonalDataPage;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Organization: Omit<Organization, 'events'> & { events?: Maybe<ResolversParentTypes['EventConnection']> } | FederationReferenceTypes['Organization'];
  User: User;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'EventNotPublishable' | 'EventNotCancellable' | 'SalesNotPausable' | 'EventChanged' | 'VenueChanged' | 'VenueInUse' | 'VenueImportRefused' | 'PricingChanged' | 'QuestionsNotChangeable' | 'PricesNotChangeable' | 'EventNotDeletable', ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyKeyReusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['IdempotencyKeyReused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Venue'], FederationReferenceType extends FederationReferenceTypes['Venue'] = FederationReferenceTypes['Venue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Venue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  coordinates?: Resolver<Maybe<ResolversTypes['Coordinates']>, ParentType, ContextType>;
  access?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  sharedWith?: Resolver<Maybe<Array<ResolversTypes['Organization']>>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  focalPoint?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['VenueVersionConnection'], ParentType, ContextType, Partial<VenueVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueVersionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueVersion']> = {
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  focalPoint?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
};

export type VenueVersionConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueVersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VenueVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['VenueVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VenueVersionEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VenueVersion'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Address']> = {
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
};

export type CoordinatesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Coordinates']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PointResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Point']> = {
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatPositionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatPosition']> = {
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isComputed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RowCurveResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['RowCurve']> = {
  start?: Resolver<ResolversTypes['Point'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Point'], ParentType, ContextType>;
  bow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HallRowResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HallRow']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  curve?: Resolver<Maybe<ResolversTypes['RowCurve']>, ParentType, ContextType>;
  aislesAfter?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['HallSeat']>, ParentType, ContextType>;
};

export type HallSeatResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HallSeat']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['SeatPosition'], ParentType, ContextType>;
  block?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wheelchair?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  companion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  obstructed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Section'], FederationReferenceType extends FederationReferenceTypes['Section'] = FederationReferenceTypes['Section']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Section']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SectionKind'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shape?: Resolver<Maybe<Array<ResolversTypes['Point']>>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['HallRow']>, ParentType, ContextType>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionHtml?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['Link']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ageRating?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['EventCategory'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  doorsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  salesStartAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  salesEndAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['EventVisibility'], ParentType, ContextType>;
  accessCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  venueVersion?: Resolver<ResolversTypes['VenueVersion'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  priceTiers?: Resolver<Array<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  priceHistory?: Resolver<Maybe<Array<ResolversTypes['PriceChange']>>, ParentType, ContextType>;
  pricing?: Resolver<Maybe<ResolversTypes['EventPricing']>, ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['Question']>, ParentType, ContextType>;
  invoiceAddress?: Resolver<ResolversTypes['InvoiceAddressRule'], ParentType, ContextType>;
  journey?: Resolver<Maybe<ResolversTypes['Journey']>, ParentType, ContextType>;
  calendar?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  maxSeatsPerBuyer?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holdPolicy?: Resolver<ResolversTypes['HoldPolicy'], ParentType, ContextType>;
  verifiedBuyersOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['Intervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuestionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Question']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['QuestionScope'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  help?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mustBeYes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['QuestionOption']>, ParentType, ContextType>;
  priceTiers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuestionOptionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QuestionOption']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InterventionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Intervention']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JourneyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Journey']> = {
  route?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  destination?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  departsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  arrivesAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PriceTierResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceTier'], FederationReferenceType extends FederationReferenceTypes['PriceTier'] = FederationReferenceTypes['PriceTier']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PriceTier']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['Price']>, ParentType, ContextType>;
};

export type PriceResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Price']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  standard?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
  phases?: Resolver<Array<ResolversTypes['PricePhase']>, ParentType, ContextType>;
  mostPerHold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onlyWith?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mostForEach?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  needsCode?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wheelchairPlacesOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  salesStartAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  salesEndAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PricePhaseResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PricePhase']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PriceChangeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceChange']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['PriceSetting']>, ParentType, ContextType>;
};

export type PriceSettingResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceSetting']> = {
  tier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  base?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PriceBreakdownResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceBreakdown']> = {
  base?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PriceLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PriceLineResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceLine']> = {
  kind?: Resolver<ResolversTypes['PriceLineKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  included?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ratePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type LinkResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Link']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SeriesChangeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeriesChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SeriesAction'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isFinished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dates?: Resolver<Array<ResolversTypes['SeriesChangeDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeriesChangeDateResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeriesChangeDate']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeriesChangeStatus'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CopiedEventsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CopiedEvents']> = {
  events?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CopyEventResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CopyEventResult']> = {
  __resolveType: TypeResolveFn<'CopiedEvents' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type PublishSeriesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PublishSeriesResult']> = {
  __resolveType: TypeResolveFn<'SeriesChange' | 'NotFound' | 'EventNotPublishable' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ChangeSeriesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChangeSeriesResult']> = {
  __resolveType: TypeResolveFn<'SeriesChange' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ImageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Image']> = {
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  widths?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  focus?: Resolver<Maybe<ResolversTypes['ImageFocus']>, ParentType, ContextType>;
};

export type ImageFocusResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ImageFocus']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Series'], FederationReferenceType extends FederationReferenceTypes['Series'] = FederationReferenceTypes['Series']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Series']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionHtml?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  lastChange?: Resolver<Maybe<ResolversTypes['SeriesChange']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<SeriesEventsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldPolicyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldPolicy']> = {
  holdSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxHoldSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  avoidSingleSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  companionsPerWheelchairPlace?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImagesSetResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ImagesSet']> = {
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetImagesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetImagesResult']> = {
  __resolveType: TypeResolveFn<'ImagesSet' | 'NotFound', ParentType, ContextType>;
};

export type EventNotPublishableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventNotPublishable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventNotCancellableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventNotCancellable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SalesNotPausableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesNotPausable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueInUseResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueInUse']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeletedVenueResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeletedVenue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportedVenueResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ImportedVenue']> = {
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  sectionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportableVenueResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ImportableVenue']> = {
  sectionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueImportRefusedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueImportRefused']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['VenueImportFault']>, ParentType, ContextType>;
  faultCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VenueImportFaultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueImportFault']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateVenueResult']> = {
  __resolveType: TypeResolveFn<'Venue' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type UpdateVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UpdateVenueResult']> = {
  __resolveType: TypeResolveFn<'Venue' | 'VenueChanged' | 'NotFound', ParentType, ContextType>;
};

export type CopyVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CopyVenueResult']> = {
  __resolveType: TypeResolveFn<'Venue' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ImportVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ImportVenueResult']> = {
  __resolveType: TypeResolveFn<'ImportedVenue' | 'ImportableVenue' | 'VenueImportRefused' | 'VenueChanged' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ShareVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ShareVenueResult']> = {
  __resolveType: TypeResolveFn<'Venue' | 'NotFound', ParentType, ContextType>;
};

export type DeleteVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeleteVenueResult']> = {
  __resolveType: TypeResolveFn<'DeletedVenue' | 'VenueInUse' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CreateEventResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateEventResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CreateSeriesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateSeriesResult']> = {
  __resolveType: TypeResolveFn<'Series' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type PricingResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Pricing']> = {
  fees?: Resolver<Array<ResolversTypes['Fee']>, ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['Tax']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FeeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Fee']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ratePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  included?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TaxResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Tax']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ratePercent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  included?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PricingChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PricingChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pricing?: Resolver<ResolversTypes['Pricing'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetPricingResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetPricingResult']> = {
  __resolveType: TypeResolveFn<'Pricing' | 'PricingChanged' | 'NotFound', ParentType, ContextType>;
};

export type QuestionsNotChangeableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QuestionsNotChangeable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PricesNotChangeableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PricesNotChangeable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventPricingResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventPricing']> = {
  fees?: Resolver<Array<ResolversTypes['Fee']>, ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['Tax']>, ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetEventFeesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetEventFeesResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'EventChanged' | 'PricesNotChangeable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type SetEventQuestionsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetEventQuestionsResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'EventChanged' | 'QuestionsNotChangeable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type SetPricesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetPricesResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'EventChanged' | 'PricesNotChangeable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type UpdateEventResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['UpdateEventResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound' | 'EventChanged', ParentType, ContextType>;
};

export type PublishEventResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PublishEventResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound' | 'EventNotPublishable', ParentType, ContextType>;
};

export type PauseSalesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PauseSalesResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound' | 'SalesNotPausable', ParentType, ContextType>;
};

export type EventNotDeletableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventNotDeletable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeletedEventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeletedEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteEventResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['DeleteEventResult']> = {
  __resolveType: TypeResolveFn<'DeletedEvent' | 'EventNotDeletable' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type CancelEventResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CancelEventResult']> = {
  __resolveType: TypeResolveFn<'Event' | 'NotFound' | 'EventNotCancellable', ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type VenueConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VenueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Venue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VenueEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VenueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
};

export type PersonalDataPageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PersonalDataPage']> = {
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  personalData?: Resolver<Maybe<ResolversTypes['PersonalDataPage']>, ParentType, ContextType, RequireFields<QueryPersonalDataArgs, 'userId'>>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  venue?: Resolver<Maybe<ResolversTypes['Venue']>, ParentType, ContextType, RequireFields<QueryVenueArgs, 'id'>>;
  venues?: Resolver<ResolversTypes['VenueConnection'], ParentType, ContextType, Partial<QueryVenuesArgs>>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<QuerySeriesArgs, 'id'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  createVenue?: Resolver<ResolversTypes['CreateVenueResult'], ParentType, ContextType, RequireFields<MutationCreateVenueArgs, 'input'>>;
  updateVenue?: Resolver<ResolversTypes['UpdateVenueResult'], ParentType, ContextType, RequireFields<MutationUpdateVenueArgs, 'input'>>;
  copyVenue?: Resolver<ResolversTypes['CopyVenueResult'], ParentType, ContextType, RequireFields<MutationCopyVenueArgs, 'input'>>;
  importVenue?: Resolver<ResolversTypes['ImportVenueResult'], ParentType, ContextType, RequireFields<MutationImportVenueArgs, 'input'>>;
  shareVenue?: Resolver<ResolversTypes['ShareVenueResult'], ParentType, ContextType, RequireFields<MutationShareVenueArgs, 'venueId' | 'organizationId'>>;
  unshareVenue?: Resolver<ResolversTypes['ShareVenueResult'], ParentType, ContextType, RequireFields<MutationUnshareVenueArgs, 'venueId' | 'organizationId'>>;
  deleteVenue?: Resolver<ResolversTypes['DeleteVenueResult'], ParentType, ContextType, RequireFields<MutationDeleteVenueArgs, 'venueId' | 'idempotencyKey'>>;
  createEvent?: Resolver<ResolversTypes['CreateEventResult'], ParentType, ContextType, RequireFields<MutationCreateEventArgs, 'input'>>;
  createSeries?: Resolver<ResolversTypes['CreateSeriesResult'], ParentType, ContextType, RequireFields<MutationCreateSeriesArgs, 'input'>>;
  updateEvent?: Resolver<ResolversTypes['UpdateEventResult'], ParentType, ContextType, RequireFields<MutationUpdateEventArgs, 'input'>>;
  copyEvent?: Resolver<ResolversTypes['CopyEventResult'], ParentType, ContextType, RequireFields<MutationCopyEventArgs, 'input'>>;
  publishSeries?: Resolver<ResolversTypes['PublishSeriesResult'], ParentType, ContextType, RequireFields<MutationPublishSeriesArgs, 'seriesId' | 'idempotencyKey'>>;
  updateSeries?: Resolver<ResolversTypes['ChangeSeriesResult'], ParentType, ContextType, RequireFields<MutationUpdateSeriesArgs, 'input'>>;
  cancelSeries?: Resolver<ResolversTypes['ChangeSeriesResult'], ParentType, ContextType, RequireFields<MutationCancelSeriesArgs, 'seriesId' | 'reason' | 'idempotencyKey'>>;
  setImages?: Resolver<ResolversTypes['SetImagesResult'], ParentType, ContextType, RequireFields<MutationSetImagesArgs, 'input'>>;
  setPricing?: Resolver<ResolversTypes['SetPricingResult'], ParentType, ContextType, RequireFields<MutationSetPricingArgs, 'input'>>;
  setEventFees?: Resolver<ResolversTypes['SetEventFeesResult'], ParentType, ContextType, RequireFields<MutationSetEventFeesArgs, 'input'>>;
  setPrices?: Resolver<ResolversTypes['SetPricesResult'], ParentType, ContextType, RequireFields<MutationSetPricesArgs, 'input'>>;
  setEventQuestions?: Resolver<ResolversTypes['SetEventQuestionsResult'], ParentType, ContextType, RequireFields<MutationSetEventQuestionsArgs, 'input'>>;
  publishEvent?: Resolver<ResolversTypes['PublishEventResult'], ParentType, ContextType, RequireFields<MutationPublishEventArgs, 'eventId'>>;
  deleteEvent?: Resolver<ResolversTypes['DeleteEventResult'], ParentType, ContextType, RequireFields<MutationDeleteEventArgs, 'eventId' | 'idempotencyKey'>>;
  pauseSales?: Resolver<ResolversTypes['PauseSalesResult'], ParentType, ContextType, RequireFields<MutationPauseSalesArgs, 'eventId'>>;
  resumeSales?: Resolver<ResolversTypes['PauseSalesResult'], ParentType, ContextType, RequireFields<MutationResumeSalesArgs, 'eventId'>>;
  cancelEvent?: Resolver<ResolversTypes['CancelEventResult'], ParentType, ContextType, RequireFields<MutationCancelEventArgs, 'eventId' | 'reason'>>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pricing?: Resolver<Maybe<ResolversTypes['Pricing']>, ParentType, ContextType>;
  images?: Resolver<Maybe<Array<ResolversTypes['Image']>>, ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, Partial<OrganizationEventsArgs>>;
};

export type UserResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Venue?: VenueResolvers<ContextType>;
  VenueVersion?: VenueVersionResolvers<ContextType>;
  VenueVersionConnection?: VenueVersionConnectionResolvers<ContextType>;
  VenueVersionEdge?: VenueVersionEdgeResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Coordinates?: CoordinatesResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  SeatPosition?: SeatPositionResolvers<ContextType>;
  RowCurve?: RowCurveResolvers<ContextType>;
  HallRow?: HallRowResolvers<ContextType>;
  HallSeat?: HallSeatResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionOption?: QuestionOptionResolvers<ContextType>;
  Intervention?: InterventionResolvers<ContextType>;
  Journey?: JourneyResolvers<ContextType>;
  PriceTier?: PriceTierResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  PricePhase?: PricePhaseResolvers<ContextType>;
  PriceChange?: PriceChangeResolvers<ContextType>;
  PriceSetting?: PriceSettingResolvers<ContextType>;
  PriceBreakdown?: PriceBreakdownResolvers<ContextType>;
  PriceLine?: PriceLineResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  SeriesChange?: SeriesChangeResolvers<ContextType>;
  SeriesChangeDate?: SeriesChangeDateResolvers<ContextType>;
  CopiedEvents?: CopiedEventsResolvers<ContextType>;
  CopyEventResult?: CopyEventResultResolvers<ContextType>;
  PublishSeriesResult?: PublishSeriesResultResolvers<ContextType>;
  ChangeSeriesResult?: ChangeSeriesResultResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  ImageFocus?: ImageFocusResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  HoldPolicy?: HoldPolicyResolvers<ContextType>;
  ImagesSet?: ImagesSetResolvers<ContextType>;
  SetImagesResult?: SetImagesResultResolvers<ContextType>;
  EventNotPublishable?: EventNotPublishableResolvers<ContextType>;
  EventNotCancellable?: EventNotCancellableResolvers<ContextType>;
  SalesNotPausable?: SalesNotPausableResolvers<ContextType>;
  EventChanged?: EventChangedResolvers<ContextType>;
  VenueChanged?: VenueChangedResolvers<ContextType>;
  VenueInUse?: VenueInUseResolvers<ContextType>;
  DeletedVenue?: DeletedVenueResolvers<ContextType>;
  ImportedVenue?: ImportedVenueResolvers<ContextType>;
  ImportableVenue?: ImportableVenueResolvers<ContextType>;
  VenueImportRefused?: VenueImportRefusedResolvers<ContextType>;
  VenueImportFault?: VenueImportFaultResolvers<ContextType>;
  CreateVenueResult?: CreateVenueResultResolvers<ContextType>;
  UpdateVenueResult?: UpdateVenueResultResolvers<ContextType>;
  CopyVenueResult?: CopyVenueResultResolvers<ContextType>;
  ImportVenueResult?: ImportVenueResultResolvers<ContextType>;
  ShareVenueResult?: ShareVenueResultResolvers<ContextType>;
  DeleteVenueResult?: DeleteVenueResultResolvers<ContextType>;
  CreateEventResult?: CreateEventResultResolvers<ContextType>;
  CreateSeriesResult?: CreateSeriesResultResolvers<ContextType>;
  Pricing?: PricingResolvers<ContextType>;
  Fee?: FeeResolvers<ContextType>;
  Tax?: TaxResolvers<ContextType>;
  PricingChanged?: PricingChangedResolvers<ContextType>;
  SetPricingResult?: SetPricingResultResolvers<ContextType>;
  QuestionsNotChangeable?: QuestionsNotChangeableResolvers<ContextType>;
  PricesNotChangeable?: PricesNotChangeableResolvers<ContextType>;
  EventPricing?: EventPricingResolvers<ContextType>;
  SetEventFeesResult?: SetEventFeesResultResolvers<ContextType>;
  SetEventQuestionsResult?: SetEventQuestionsResultResolvers<ContextType>;
  SetPricesResult?: SetPricesResultResolvers<ContextType>;
  UpdateEventResult?: UpdateEventResultResolvers<ContextType>;
  PublishEventResult?: PublishEventResultResolvers<ContextType>;
  PauseSalesResult?: PauseSalesResultResolvers<ContextType>;
  EventNotDeletable?: EventNotDeletableResolvers<ContextType>;
  DeletedEvent?: DeletedEventResolvers<ContextType>;
  DeleteEventResult?: DeleteEventResultResolvers<ContextType>;
  CancelEventResult?: CancelEventResultResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  VenueConnection?: VenueConnectionResolvers<ContextType>;
  VenueEdge?: VenueEdgeResolvers<ContextType>;
  PersonalDataPage?: PersonalDataPageResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};


