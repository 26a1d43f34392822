// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Event as EventRow } from './entities/event.ts';
import type { PriceTier as PriceTierRow } from './entities/price-tier.ts';
import type { Section as SectionRow } from './entities/section.ts';
import type { Series as SeriesRow } from './entities/series.ts';
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
  /** A moment as RFC 3339 has it, from 1970 to 9999, in UTC when we tell it. */
  DateTime: { input: Date; output: Date; }
  /** A country by its ISO 3166-1 alpha-2 code. */
  CountryCode: { input: string; output: string; }
  /** A time zone by its IANA name. */
  TimeZone: { input: string; output: string; }
  /** A currency by its ISO 4217 code. */
  CurrencyCode: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A refusal that a client can act on. */
export type Error = {
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** In minor units: 1250 is 12.50 USD, 1250 is 1250 JPY. */
  amount: Scalars['Int']['output'];
  /** ISO 4217. */
  currency: Scalars['CurrencyCode']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page began after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Unknown, or not for you to know. */
export type NotFound = Error & {
  __typename?: 'NotFound';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The key was used before, with another input. Nothing happened. */
export type IdempotencyKeyReused = Error & {
  __typename?: 'IdempotencyKeyReused';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** A place where events are held. */
export type Venue = {
  __typename?: 'Venue';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** As visitors know it. */
  name: Scalars['String']['output'];
  /** Where it is. */
  city: Scalars['String']['output'];
  /** Where it is. */
  country: Scalars['CountryCode']['output'];
  /** Whose clocks its events go by. */
  timeZone: Scalars['TimeZone']['output'];
  /** How many people fit in all its sections. */
  capacity: Scalars['Int']['output'];
  /** Its parts, in the order they were given. */
  sections: Array<Section>;
};

/** A part of a venue: rows of numbered seats, or a floor where only the number of people counts. */
export type Section = {
  __typename?: 'Section';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Unique in the venue. */
  name: Scalars['String']['output'];
  /** Numbered seats or not. */
  kind: SectionKind;
  /** How many people fit. */
  capacity: Scalars['Int']['output'];
};

/** SEATED: rows of numbered seats. GENERAL_ADMISSION: only the number of people counts. */
export type SectionKind =
  | 'SEATED'
  | 'GENERAL_ADMISSION';

/** What people attend. */
export type Event = {
  __typename?: 'Event';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** As on the poster. */
  name: Scalars['String']['output'];
  /** In plain text. */
  description?: Maybe<Scalars['String']['output']>;
  /** What kind of event. */
  category: EventCategory;
  /** Whether it is on sale. */
  status: EventStatus;
  /** When it begins. */
  startsAt: Scalars['DateTime']['output'];
  /** When it ends, if that is known. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The venue's: whose clocks the event goes by. */
  timeZone: Scalars['TimeZone']['output'];
  /** Where. */
  venue: Venue;
  /** Who sells it. */
  organization?: Maybe<Organization>;
  /** What it costs, dearest first. */
  priceTiers: Array<PriceTier>;
  /** For category JOURNEY: from where to where, and by which route. */
  journey?: Maybe<Journey>;
  /** An iCalendar file (RFC 5545) with this event: save it as `.ics`. Of a cancelled event it takes the event out of the calendar again. */
  calendar: Scalars['String']['output'];
  /** The show whose dates this is one of. */
  series?: Maybe<Series>;
  /** The most seats that one buyer may hold and own. */
  maxSeatsPerBuyer: Scalars['Int']['output'];
  /** How its seats are held. */
  holdPolicy: HoldPolicy;
  /** Goes up at every change; pass it as expectedVersion to updateEvent. */
  version: Scalars['Int']['output'];
  /** What platform staff have done to its sales, oldest first. Only for platform staff; null for anyone else. */
  interventions?: Maybe<Array<Intervention>>;
};

/** Something that platform staff have done to what is others'. */
export type Intervention = {
  __typename?: 'Intervention';
  /** The mutation that did it, such as `pauseSales`. */
  action: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who; one of the platform's staff. */
  by?: Maybe<User>;
  /** Why; null where the mutation asks for no reason. */
  reason?: Maybe<Scalars['String']['output']>;
};

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

/** From where to where, and by which route. */
export type Journey = {
  __typename?: 'Journey';
  /** Name of the line or route. */
  route: Scalars['String']['output'];
  /** Where it sets out. */
  origin: Scalars['String']['output'];
  /** Where it arrives. */
  destination: Scalars['String']['output'];
  /** When it sets out. */
  departsAt: Scalars['DateTime']['output'];
  /** When it arrives. */
  arrivesAt: Scalars['DateTime']['output'];
};

/** What the seats of some sections cost. */
export type PriceTier = {
  __typename?: 'PriceTier';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Unique in the event. */
  name: Scalars['String']['output'];
  /** What the buyer pays for one seat, with all fees and taxes. Of a draft, what it would be now; settled when the event is published. */
  price: Money;
  /** What the price is made of. */
  breakdown: PriceBreakdown;
};

/** What a ticket is made of: `total` is `base` and all lines that are not included. */
export type PriceBreakdown = {
  __typename?: 'PriceBreakdown';
  /** What the organizer asks for a ticket. */
  base: Money;
  /** Discounts, fees and taxes, each rounded by itself to a minor unit, half of one upwards. */
  lines: Array<PriceLine>;
  /** What the buyer pays. */
  total: Money;
};

/** One part of a price. */
export type PriceLine = {
  __typename?: 'PriceLine';
  /** What it is. */
  kind: PriceLineKind;
  /** As the organization calls it; of a discount, its code. */
  name: Scalars['String']['output'];
  /** Negative for a discount. */
  amount: Money;
  /** Whether what stands before it contains it already; otherwise it is added. */
  included: Scalars['Boolean']['output'];
};

/**
 * Fees are taken of the price less the discount; a ticket that costs nothing has none. Taxes are taken of the price with its fees: an included one is its
 * rate / (100 % + the rates of all that are included) of it, one that is added its rate of what is left without those.
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** One show on many dates. */
export type Series = {
  __typename?: 'Series';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** As on the poster. */
  name: Scalars['String']['output'];
  /** In plain text. */
  description?: Maybe<Scalars['String']['output']>;
  /** Its dates, soonest first; drafts only for members of the organization and platform staff. */
  events: EventConnection;
};


/** One show on many dates. */
export type SeriesEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** For createVenue: one part of it. */
export type SectionInput = {
  /** 1 to 100 characters, unique in the venue. */
  name: Scalars['String']['input'];
  /** Numbered seats or not. */
  kind: SectionKind;
  /** SEATED: the rows from front to back. */
  rows?: InputMaybe<Array<RowInput>>;
  /** GENERAL_ADMISSION: how many people fit. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
};

/** Seats are numbered 1 to `seats` unless `labels` names them. Positions in the row count from 1. */
export type RowInput = {
  /** 1 to 20 characters, unique in the section. */
  label: Scalars['String']['input'];
  /** How many; 1 to 1000. */
  seats?: InputMaybe<Scalars['Int']['input']>;
  /** What is written on the seats, in order. */
  labels?: InputMaybe<Array<Scalars['String']['input']>>;
  /** An aisle after these positions: what it parts is not side by side. */
  aislesAfter?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Positions that are wheelchair places. */
  wheelchair?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** For createVenue. */
export type CreateVenueInput = {
  /** For MANAGER and up of it. */
  organizationId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** Where it is. */
  country: Scalars['CountryCode']['input'];
  /** Whose clocks its events go by. */
  timeZone: Scalars['TimeZone']['input'];
  /** 1 to 200 of them, with 50000 places at most in all. */
  sections: Array<SectionInput>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** An amount of money. */
export type MoneyInput = {
  /** In minor units, 0 to 10000000. */
  amount: Scalars['Int']['input'];
  /** ISO 4217. */
  currency: Scalars['CurrencyCode']['input'];
};

/** Which sections, by name, sell at this price. A section is in exactly one tier of an event, and an event has one currency. */
export type PriceTierInput = {
  /** 1 to 100 characters, unique in the event. */
  name: Scalars['String']['input'];
  /** What the organizer asks for one seat; the organization's fees and taxes may add to it. */
  price: MoneyInput;
  /** Names of sections of the venue. */
  sections: Array<Scalars['String']['input']>;
};

/** For an event of category JOURNEY. */
export type JourneyInput = {
  /** Name of the line or route. */
  route: Scalars['String']['input'];
  /** Where it sets out. */
  origin: Scalars['String']['input'];
  /** Where it arrives. */
  destination: Scalars['String']['input'];
  /** When it sets out. */
  departsAt: Scalars['DateTime']['input'];
  /** When it arrives; later than departsAt. */
  arrivesAt: Scalars['DateTime']['input'];
};

/** For createEvent. */
export type CreateEventInput = {
  /** For MANAGER and up of it. */
  organizationId: Scalars['ID']['input'];
  /** A venue of the same organization. */
  venueId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** At most 10000 characters of plain text. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** What kind of event. */
  category: EventCategory;
  /** When it begins. */
  startsAt: Scalars['DateTime']['input'];
  /** When it ends; later than startsAt. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Every section in exactly one. */
  priceTiers: Array<PriceTierInput>;
  /** For category JOURNEY, and only for it. */
  journey?: InputMaybe<JourneyInput>;
  /** The most seats that one buyer may hold and own; 10 if left out. */
  maxSeatsPerBuyer?: InputMaybe<Scalars['Int']['input']>;
  /** How its seats are held; may be changed later. */
  holdPolicy?: InputMaybe<HoldPolicyInput>;
  /** The show whose date this is: a series of the same organization. */
  seriesId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For updateEvent: what is left out stays as it is. What a buyer has paid for (venue, prices) can't change. */
export type UpdateEventInput = {
  /** Which. */
  eventId: Scalars['ID']['input'];
  /** The version that the change was made on: whoever comes second with the same one is told. */
  expectedVersion: Scalars['Int']['input'];
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** At most 10000 characters; null for none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When it begins. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it ends; null for unknown. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** All of it anew: what is left out gets its default. For holds that are made or extended soon after the answer. */
  holdPolicy?: InputMaybe<HoldPolicyInput>;
};

/** How the seats of an event are held. */
export type HoldPolicy = {
  __typename?: 'HoldPolicy';
  /** How long a hold lasts. */
  holdSeconds: Scalars['Int']['output'];
  /** How long a hold can be made to last by extending it. */
  maxHoldSeconds: Scalars['Int']['output'];
  /** Whether a hold is refused (SeatLeftAlone) that would leave a single seat alone though it need not. */
  avoidSingleSeats: Scalars['Boolean']['output'];
  /** How many other seats may be held with each wheelchair place; null: as many as one likes. */
  companionsPerWheelchairPlace?: Maybe<Scalars['Int']['output']>;
};

/** How the seats of an event are to be held. */
export type HoldPolicyInput = {
  /** How long a hold lasts; 900 (15 minutes) if left out, 5 to 7200. */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How long a hold can be made to last by extending it; 3600 if left out, 5 to 7200, and not less than holdSeconds. */
  maxHoldSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a hold is refused (SeatLeftAlone) that would leave a single seat alone though it need not; false if left out. */
  avoidSingleSeats?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many other seats may be held with each wheelchair place, 0 to 50; as many as one likes if left out. */
  companionsPerWheelchairPlace?: InputMaybe<Scalars['Int']['input']>;
};

/** For createSeries. */
export type CreateSeriesInput = {
  /** For MANAGER and up of it. */
  organizationId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** At most 10000 characters of plain text. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** Only a draft that begins in the future can be published, and only by somebody whose e-mail address is verified, where mail is sent. The message says which it is. */
export type EventNotPublishable = Error & {
  __typename?: 'EventNotPublishable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The event is over. */
export type EventNotCancellable = Error & {
  __typename?: 'EventNotCancellable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Only sales that are on can be paused, and only paused ones resumed. */
export type SalesNotPausable = Error & {
  __typename?: 'SalesNotPausable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Somebody else changed the event since this version. Nothing happened. */
export type EventChanged = Error & {
  __typename?: 'EventChanged';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** The event as it is now. */
  event: Event;
};

/** What createVenue answers. */
export type CreateVenueResult = Venue | NotFound | IdempotencyKeyReused;

/** What createEvent answers. */
export type CreateEventResult = Event | NotFound | IdempotencyKeyReused;

/** What createSeries answers. */
export type CreateSeriesResult = Series | NotFound | IdempotencyKeyReused;

/** What an organization adds to the prices of its tickets, or says that they contain. */
export type Pricing = {
  __typename?: 'Pricing';
  /** In their order. */
  fees: Array<Fee>;
  /** In their order. */
  taxes: Array<Tax>;
  /** Goes up at every change; pass it as expectedVersion to setPricing. 0 before the first. */
  version: Scalars['Int']['output'];
};

/** What the organization takes for its trouble: a part of the price, an amount, or both. */
export type Fee = {
  __typename?: 'Fee';
  /** As buyers see it. */
  name: Scalars['String']['output'];
  /** In percent of the price less discount: 8.1 is 8.1 %. */
  ratePercent: Scalars['Float']['output'];
  /**
   * In thousandths of a percent of the price less discount: 10000 is 10 %.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate: Scalars['Int']['output'];
  /** For each ticket; only for events in its currency. */
  amount?: Maybe<Money>;
  /** Whether the price contains it; otherwise it is added. */
  included: Scalars['Boolean']['output'];
};

/** What the state takes. */
export type Tax = {
  __typename?: 'Tax';
  /** As buyers see it. */
  name: Scalars['String']['output'];
  /** In percent: 8.875 is 8.875 %. */
  ratePercent: Scalars['Float']['output'];
  /**
   * In thousandths of a percent: 19000 is 19 %, 8875 is 8.875 %.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate: Scalars['Int']['output'];
  /** Whether the price with its fees contains it; otherwise it is added. */
  included: Scalars['Boolean']['output'];
};

/** For setPricing. */
export type SetPricingInput = {
  /** Whose. */
  organizationId: Scalars['ID']['input'];
  /** At most 10; rates add up to at most 100 %, amounts to at most 1000000. */
  fees: Array<FeeInput>;
  /** At most 10; rates add up to at most 100 %. */
  taxes: Array<TaxInput>;
  /** The version that the change is made from; 0 if there was none. */
  expectedVersion: Scalars['Int']['input'];
};

/** A fee. */
export type FeeInput = {
  /** As buyers see it, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** In percent of the price less discount, 0 to 100 with up to 3 decimals; 0 if left out. */
  ratePercent?: InputMaybe<Scalars['Float']['input']>;
  /**
   * In thousandths of a percent, 0 to 100000, instead of `ratePercent`.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** For each ticket; only for events in its currency. */
  amount?: InputMaybe<MoneyInput>;
  /** Whether the price contains it; otherwise it is added. */
  included: Scalars['Boolean']['input'];
};

/** A tax. */
export type TaxInput = {
  /** As buyers see it, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** In percent, 0 to 100 with up to 3 decimals: 8.1 is 8.1 %. Give this or `rate`. */
  ratePercent?: InputMaybe<Scalars['Float']['input']>;
  /**
   * In thousandths of a percent, 0 to 100000: 19000 is 19 %. Instead of `ratePercent`.
   * @deprecated Use `ratePercent`: 8.1 is 8.1 %.
   */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the price with its fees contains it; otherwise it is added. */
  included: Scalars['Boolean']['input'];
};

/** Fees or taxes have changed since expectedVersion. Nothing happened. */
export type PricingChanged = Error & {
  __typename?: 'PricingChanged';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** As they are now. */
  pricing: Pricing;
};

/** What setPricing answers. */
export type SetPricingResult = Pricing | PricingChanged | NotFound;

/** What updateEvent answers. */
export type UpdateEventResult = Event | NotFound | EventChanged;

/** `seats` of a published event are there when the mutation answers. */
export type PublishEventResult = Event | NotFound | EventNotPublishable;

/** What pauseSales and resumeSales answer. */
export type PauseSalesResult = Event | NotFound | SalesNotPausable;

/** The event was on sale: it can be cancelled, and stays to be seen. */
export type EventNotDeletable = Error & {
  __typename?: 'EventNotDeletable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** An event that is no more. */
export type DeletedEvent = {
  __typename?: 'DeletedEvent';
  /** What its id was. */
  id: Scalars['ID']['output'];
};

/** What deleteEvent answers. */
export type DeleteEventResult = DeletedEvent | EventNotDeletable | NotFound | IdempotencyKeyReused;

/** What cancelEvent answers. */
export type CancelEventResult = Event | NotFound | EventNotCancellable;

/** What the events have in common. All that is given must be so. */
export type EventFilter = {
  /** Full-text search over name, description, venue and city, best match first; where more than 2,000 events match, the 2,000 soonest are ranked. Texts are compared after Unicode NFKC. A blank text counts as left out. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The city of the venue, compared without regard to case and after Unicode NFKC. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** What kind of event. */
  category?: InputMaybe<EventCategory>;
  /** In this state; ON_SALE if left out. */
  status?: InputMaybe<EventStatus>;
  /** Sold by this organization. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Begins at this time or later. */
  startsAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Begins before this time. */
  startsBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The items, each with its cursor. */
  edges: Array<EventEdge>;
  /** The items alone. */
  nodes: Array<Event>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Event;
};

/** A page of venues. */
export type VenueConnection = {
  __typename?: 'VenueConnection';
  /** The items, each with its cursor. */
  edges: Array<VenueEdge>;
  /** The items alone. */
  nodes: Array<Venue>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type VenueEdge = {
  __typename?: 'VenueEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Venue;
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Drafts only for members of the organization and platform staff. */
  event?: Maybe<Event>;
  /** Soonest first unless `text` is given. Without a status: what is on sale. */
  events: EventConnection;
  /** Null for an unknown id. */
  venue?: Maybe<Venue>;
  /** By name. `text` is a full-text search over name and city; a blank text counts as left out. */
  venues: VenueConnection;
  /** Null for an unknown id. */
  series?: Maybe<Series>;
};


/** What can be asked. */
export type QueryEventArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryEventsArgs = {
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryVenueArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryVenuesArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  city?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerySeriesArgs = {
  id: Scalars['ID']['input'];
};

/** What can be done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Makes a venue with all its seats. */
  createVenue: CreateVenueResult;
  /** Makes a draft. */
  createEvent: CreateEventResult;
  /** Makes a series, for events to be dates of. */
  createSeries: CreateSeriesResult;
  /** For MANAGER and up. Changes what is not sold. */
  updateEvent: UpdateEventResult;
  /** For MANAGER and up. Replaces the organization's fees and taxes. Events that are published already keep theirs. */
  setPricing: SetPricingResult;
  /** For MANAGER and up. Puts a draft on sale. */
  publishEvent: PublishEventResult;
  /** For MANAGER and up. Deletes an event that was never on sale: a draft, or a draft that was cancelled. */
  deleteEvent: DeleteEventResult;
  /** For MANAGER and up, and platform staff. Only platform staff can end a pause of theirs. Nothing can be held or ordered until sales are resumed; what is held can still be paid for once ordered. */
  pauseSales: PauseSalesResult;
  /** For MANAGER and up, and platform staff. Sales go on. */
  resumeSales: PauseSalesResult;
  /** When it answers, nothing of the event can be held or ordered any more; releases of holds and refunds in full follow. */
  cancelEvent: CancelEventResult;
};


/** What can be done. */
export type MutationCreateVenueArgs = {
  input: CreateVenueInput;
};


/** What can be done. */
export type MutationCreateEventArgs = {
  input: CreateEventInput;
};


/** What can be done. */
export type MutationCreateSeriesArgs = {
  input: CreateSeriesInput;
};


/** What can be done. */
export type MutationUpdateEventArgs = {
  input: UpdateEventInput;
};


/** What can be done. */
export type MutationSetPricingArgs = {
  input: SetPricingInput;
};


/** What can be done. */
export type MutationPublishEventArgs = {
  eventId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationDeleteEventArgs = {
  eventId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


/** What can be done. */
export type MutationPauseSalesArgs = {
  eventId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationResumeSalesArgs = {
  eventId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationCancelEventArgs = {
  eventId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type Organization = {
  __typename?: 'Organization';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** What is added to the prices of events that are published from now on. For members from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  pricing?: Maybe<Pricing>;
  /** What it sells, soonest first; drafts only for its members and platform staff. */
  events?: Maybe<EventConnection>;
};


export type OrganizationEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  __typename?: 'User';
  /** Stays the same for good. */
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
  CreateVenueResult:
    | ( VenueRow )
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
    | ( PricingChanged )
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
  Section: ResolverTypeWrapper<SectionRow>;
  SectionKind: SectionKind;
  Event: ResolverTypeWrapper<EventRow>;
  Intervention: ResolverTypeWrapper<Intervention>;
  EventCategory: EventCategory;
  EventStatus: EventStatus;
  Journey: ResolverTypeWrapper<Journey>;
  PriceTier: ResolverTypeWrapper<PriceTierRow>;
  PriceBreakdown: ResolverTypeWrapper<PriceBreakdown>;
  PriceLine: ResolverTypeWrapper<PriceLine>;
  PriceLineKind: PriceLineKind;
  Series: ResolverTypeWrapper<SeriesRow>;
  SectionInput: SectionInput;
  RowInput: RowInput;
  CreateVenueInput: CreateVenueInput;
  MoneyInput: MoneyInput;
  PriceTierInput: PriceTierInput;
  JourneyInput: JourneyInput;
  CreateEventInput: CreateEventInput;
  UpdateEventInput: UpdateEventInput;
  HoldPolicy: ResolverTypeWrapper<HoldPolicy>;
  HoldPolicyInput: HoldPolicyInput;
  CreateSeriesInput: CreateSeriesInput;
  EventNotPublishable: ResolverTypeWrapper<EventNotPublishable>;
  EventNotCancellable: ResolverTypeWrapper<EventNotCancellable>;
  SalesNotPausable: ResolverTypeWrapper<SalesNotPausable>;
  EventChanged: ResolverTypeWrapper<Omit<EventChanged, 'event'> & { event: ResolversTypes['Event'] }>;
  CreateVenueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateVenueResult']>;
  CreateEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateEventResult']>;
  CreateSeriesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateSeriesResult']>;
  Pricing: ResolverTypeWrapper<Pricing>;
  Fee: ResolverTypeWrapper<Fee>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Tax: ResolverTypeWrapper<Tax>;
  SetPricingInput: SetPricingInput;
  FeeInput: FeeInput;
  TaxInput: TaxInput;
  PricingChanged: ResolverTypeWrapper<PricingChanged>;
  SetPricingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetPricingResult']>;
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
  Section: SectionRow;
  Event: EventRow;
  Intervention: Intervention;
  Journey: Journey;
  PriceTier: PriceTierRow;
  PriceBreakdown: PriceBreakdown;
  PriceLine: PriceLine;
  Series: SeriesRow;
  SectionInput: SectionInput;
  RowInput: RowInput;
  CreateVenueInput: CreateVenueInput;
  MoneyInput: MoneyInput;
  PriceTierInput: PriceTierInput;
  JourneyInput: JourneyInput;
  CreateEventInput: CreateEventInput;
  UpdateEventInput: UpdateEventInput;
  HoldPolicy: HoldPolicy;
  HoldPolicyInput: HoldPolicyInput;
  CreateSeriesInput: CreateSeriesInput;
  EventNotPublishable: EventNotPublishable;
  EventNotCancellable: EventNotCancellable;
  SalesNotPausable: SalesNotPausable;
  EventChanged: Omit<EventChanged, 'event'> & { event: ResolversParentTypes['Event'] };
  CreateVenueResult: ResolversUnionTypes<ResolversParentTypes>['CreateVenueResult'];
  CreateEventResult: ResolversUnionTypes<ResolversParentTypes>['CreateEventResult'];
  CreateSeriesResult: ResolversUnionTypes<ResolversParentTypes>['CreateSeriesResult'];
  Pricing: Pricing;
  Fee: Fee;
  Float: Scalars['Float']['output'];
  Tax: Tax;
  SetPricingInput: SetPricingInput;
  FeeInput: FeeInput;
  TaxInput: TaxInput;
  PricingChanged: PricingChanged;
  SetPricingResult: ResolversUnionTypes<ResolversParentTypes>['SetPricingResult'];
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
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'EventNotPublishable' | 'EventNotCancellable' | 'SalesNotPausable' | 'EventChanged' | 'PricingChanged' | 'EventNotDeletable', ParentType, ContextType>;
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
  sections?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Section'], FederationReferenceType extends FederationReferenceTypes['Section'] = FederationReferenceTypes['Section']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Section']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SectionKind'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['EventCategory'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  venue?: Resolver<ResolversTypes['Venue'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  priceTiers?: Resolver<Array<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  journey?: Resolver<Maybe<ResolversTypes['Journey']>, ParentType, ContextType>;
  calendar?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  maxSeatsPerBuyer?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holdPolicy?: Resolver<ResolversTypes['HoldPolicy'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  interventions?: Resolver<Maybe<Array<ResolversTypes['Intervention']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
};

export type SeriesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Series'], FederationReferenceType extends FederationReferenceTypes['Series'] = FederationReferenceTypes['Series']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Series']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<SeriesEventsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldPolicyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldPolicy']> = {
  holdSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxHoldSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  avoidSingleSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  companionsPerWheelchairPlace?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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

export type CreateVenueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateVenueResult']> = {
  __resolveType: TypeResolveFn<'Venue' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
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

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  venue?: Resolver<Maybe<ResolversTypes['Venue']>, ParentType, ContextType, RequireFields<QueryVenueArgs, 'id'>>;
  venues?: Resolver<ResolversTypes['VenueConnection'], ParentType, ContextType, Partial<QueryVenuesArgs>>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<QuerySeriesArgs, 'id'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  createVenue?: Resolver<ResolversTypes['CreateVenueResult'], ParentType, ContextType, RequireFields<MutationCreateVenueArgs, 'input'>>;
  createEvent?: Resolver<ResolversTypes['CreateEventResult'], ParentType, ContextType, RequireFields<MutationCreateEventArgs, 'input'>>;
  createSeries?: Resolver<ResolversTypes['CreateSeriesResult'], ParentType, ContextType, RequireFields<MutationCreateSeriesArgs, 'input'>>;
  updateEvent?: Resolver<ResolversTypes['UpdateEventResult'], ParentType, ContextType, RequireFields<MutationUpdateEventArgs, 'input'>>;
  setPricing?: Resolver<ResolversTypes['SetPricingResult'], ParentType, ContextType, RequireFields<MutationSetPricingArgs, 'input'>>;
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
  Section?: SectionResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Intervention?: InterventionResolvers<ContextType>;
  Journey?: JourneyResolvers<ContextType>;
  PriceTier?: PriceTierResolvers<ContextType>;
  PriceBreakdown?: PriceBreakdownResolvers<ContextType>;
  PriceLine?: PriceLineResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  HoldPolicy?: HoldPolicyResolvers<ContextType>;
  EventNotPublishable?: EventNotPublishableResolvers<ContextType>;
  EventNotCancellable?: EventNotCancellableResolvers<ContextType>;
  SalesNotPausable?: SalesNotPausableResolvers<ContextType>;
  EventChanged?: EventChangedResolvers<ContextType>;
  CreateVenueResult?: CreateVenueResultResolvers<ContextType>;
  CreateEventResult?: CreateEventResultResolvers<ContextType>;
  CreateSeriesResult?: CreateSeriesResultResolvers<ContextType>;
  Pricing?: PricingResolvers<ContextType>;
  Fee?: FeeResolvers<ContextType>;
  Tax?: TaxResolvers<ContextType>;
  PricingChanged?: PricingChangedResolvers<ContextType>;
  SetPricingResult?: SetPricingResultResolvers<ContextType>;
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
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};


