// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccessCodeBatch as AccessCodeBatchRow } from './entities/access-code-batch.ts';
import type { HeldPackage as HeldPackageRow } from './entities/held-package.ts';
import type { HeldQueueEntry as HeldQueueEntryRow } from './entities/held-queue-entry.ts';
import type { Hold as HoldRow } from './entities/hold.ts';
import type { PromoCode as PromoCodeRow } from './entities/promo-code.ts';
import type { QueueEntry as QueueEntryRow } from './entities/queue-entry.ts';
import type { Queue as QueueRow } from './entities/queue.ts';
import type { Reservation as ReservationRow } from './entities/reservation.ts';
import type { Seat as SeatRow } from './entities/seat.ts';
import type { TicketPackagePart as TicketPackagePartRow } from './entities/ticket-package-part.ts';
import type { TicketPackage as TicketPackageRow } from './entities/ticket-package.ts';
import type { TierAvailability as TierAvailabilityRow } from './entities/tier-availability.ts';
import type { WaitlistEntry as WaitlistEntryRow } from './entities/waitlist-entry.ts';
import type { Waitlist as WaitlistRow } from './entities/waitlist.ts';
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
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
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

/** One place at one event. In a GENERAL_ADMISSION section, row and number are null. */
export type Seat = {
  __typename?: 'Seat';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Event. */
  event?: Maybe<Event>;
  /** Section of the venue. */
  section?: Maybe<Section>;
  /** Row label. */
  row?: Maybe<Scalars['String']['output']>;
  /** Seat label. */
  number?: Maybe<Scalars['String']['output']>;
  /** State of the seat. */
  status: SeatStatus;
  /** Price tier. */
  priceTier?: Maybe<PriceTier>;
  /**
   * What one person pays now at the standard price, with all fees and taxes. It is frozen when the seat is held: Hold.items has the price of a held seat.
   * Without changes and phases it is fixed when the event is published.
   */
  price: Money;
  /** Whether it is a wheelchair place. */
  wheelchair: Scalars['Boolean']['output'];
  /** Whether it is meant for the companion of someone in a wheelchair place. */
  companion: Scalars['Boolean']['output'];
  /** Position in the hall; null in a GENERAL_ADMISSION section. */
  position?: Maybe<SeatPosition>;
  /** Number of its run of seats between aisles, from 0; null in a GENERAL_ADMISSION section. Seats of a row with the same number are adjacent if they follow each other. */
  block?: Maybe<Scalars['Int']['output']>;
  /** Whether the view of the stage is obstructed. */
  obstructed: Scalars['Boolean']['output'];
  /** Note about the view, if any. */
  viewNote?: Maybe<Scalars['String']['output']>;
  /** Increases by at least one at every change of this seat, and never decreases. */
  version: Scalars['Int']['output'];
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

/**
 * State of a seat. HELD: by a hold until it expires, or by an order that is not yet confirmed. SOLD: the order's seats are sold.
 * BLOCKED: the organizer has taken it off sale.
 */
export type SeatStatus =
  | 'AVAILABLE'
  | 'HELD'
  | 'SOLD'
  | 'BLOCKED';

/** A page of seats. */
export type SeatConnection = {
  __typename?: 'SeatConnection';
  /** The items, each with its cursor. */
  edges: Array<SeatEdge>;
  /** The items without cursors. */
  nodes: Array<Seat>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type SeatEdge = {
  __typename?: 'SeatEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Seat;
};

/** Numbers of seats by state. The four states add up to the total. */
export type Availability = {
  __typename?: 'Availability';
  /** All seats. */
  total: Scalars['Int']['output'];
  /** Seats that can be held. */
  available: Scalars['Int']['output'];
  /** Seats held for a buyer or an order. */
  held: Scalars['Int']['output'];
  /** Seats that are sold. */
  sold: Scalars['Int']['output'];
  /** Seats that the organizer has taken off sale. */
  blocked: Scalars['Int']['output'];
  /** The same numbers for each price tier. */
  tiers: Array<TierAvailability>;
};

/** Numbers of seats of one tier by state. */
export type TierAvailability = {
  __typename?: 'TierAvailability';
  /** Price tier. */
  priceTier?: Maybe<PriceTier>;
  /** All seats. */
  total: Scalars['Int']['output'];
  /** Seats that can be held. */
  available: Scalars['Int']['output'];
  /** Seats held for a buyer or an order. */
  held: Scalars['Int']['output'];
  /** Seats that are sold. */
  sold: Scalars['Int']['output'];
  /** Seats that the organizer has taken off sale. */
  blocked: Scalars['Int']['output'];
  /** Prices of the tier as they are now, in the order of the organizer; the standard price alone for an event with one price. */
  prices: Array<CurrentPrice>;
};

/** A price of a tier as it is now. PriceTier.prices has its conditions and what comes later. */
export type CurrentPrice = {
  __typename?: 'CurrentPrice';
  /** Name; unique in the tier. Pass it as `price` to holdSeats. */
  name: Scalars['String']['output'];
  /** Whether it is paid for seats without a chosen price. */
  standard: Scalars['Boolean']['output'];
  /** Price of one seat now, with all fees and taxes. */
  price: Money;
  /** Name of the present phase; null after the last one, and without phases. */
  phase?: Maybe<Scalars['String']['output']>;
  /** End of the present phase, if it ends by date. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Tickets left at this price in this phase; null if their number is not limited. */
  left?: Maybe<Scalars['Int']['output']>;
  /** Whether seats can be held at this price, apart from its conditions. */
  status: CurrentPriceStatus;
};

/** Whether a price is sold now. SOLD_OUT: all tickets of its quantity are held or sold; some may come back. */
export type CurrentPriceStatus =
  | 'OPEN'
  | 'NOT_YET'
  | 'ENDED'
  | 'SOLD_OUT';

/** Numbers of seats by state, for one section and one tier. */
export type AvailabilityReportLine = {
  __typename?: 'AvailabilityReportLine';
  /** Section. */
  section?: Maybe<Section>;
  /** Price tier. */
  priceTier?: Maybe<PriceTier>;
  /** All seats. */
  total: Scalars['Int']['output'];
  /** Seats that can be held. */
  available: Scalars['Int']['output'];
  /** Seats held for a buyer or an order. */
  held: Scalars['Int']['output'];
  /** Seats that are sold. */
  sold: Scalars['Int']['output'];
  /** Seats that the organizer has taken off sale. */
  blocked: Scalars['Int']['output'];
};

/** Seats that are held for one buyer until `expiresAt`. */
export type Hold = {
  __typename?: 'Hold';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** State of the hold. */
  status: HoldStatus;
  /** Event. */
  event?: Maybe<Event>;
  /** Held seats; also after the hold has ended. */
  seats: Array<Seat>;
  /** Price of each seat. */
  items: Array<HoldItem>;
  /** Total price of the seats, which the order will charge. */
  total: Money;
  /** Parts of the total. */
  breakdown: PriceBreakdown;
  /** Promo code of the hold, if any; null for an access code. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** Name of the batch of the hold's access code, if it has one. */
  accessCodeName?: Maybe<Scalars['String']['output']>;
  /** Package that the seats were held with, if any. */
  package?: Maybe<TicketPackage>;
  /** IDs of all holds that were made with this one, in the order of their events' IDs: one order takes all of them. Null for a hold without a package. */
  packageHoldIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** Expiry: the seats then go back on sale. */
  expiresAt: Scalars['DateTime']['output'];
  /** Latest time to which extendHold can move expiresAt. */
  extendableUntil: Scalars['DateTime']['output'];
};

/** A held seat and its price. */
export type HoldItem = {
  __typename?: 'HoldItem';
  /** Seat. */
  seat: Seat;
  /** Name of the price; null for an event with one price, and for a standard price without a name. */
  priceName?: Maybe<Scalars['String']['output']>;
  /** Price. It includes the discount of the hold's promo code if the code applies to this seat. */
  price: Money;
  /** Parts of the price. */
  breakdown: PriceBreakdown;
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

/** State of a hold. CONVERTED: an order has taken over the seats. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'RELEASED'
  | 'EXPIRED';

/** Input of holdSeats. */
export type HoldSeatsInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** 1 to 50 numbered seats. Either all are held or none. */
  seatIds: Array<Scalars['ID']['input']>;
  /** Prices of seats that do not cost the standard price: at most one for each seat. */
  prices?: InputMaybe<Array<SeatPriceInput>>;
  /** Total that the buyer was shown, in minor units. If the seats have another one now, the answer is TotalChanged and nothing is held. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  /** Key of a sales channel: its seats can be held, too. If the channel has times of its own, they apply instead of the event's. */
  channelKey?: InputMaybe<Scalars['String']['input']>;
  /** Access code; a PRIVATE event needs it. */
  accessCode?: InputMaybe<Scalars['String']['input']>;
  /** Admission of the viewer, if the event has a queue: `Admission.token` of enterSale. */
  admission?: InputMaybe<Scalars['String']['input']>;
  /** Promo code or access code: gives a discount, or opens a sales channel's seats or prices. Case does not matter. */
  promoCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether the hold is for a sale at the counter. It belongs to the organization instead of the viewer, and has no limit per buyer. For BOX_OFFICE
   * and up of the organization. Sell it with `sellAtCounter`.
   */
  atCounter?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of holdBestAvailable. */
export type HoldBestAvailableInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** Number of seats, 1 to 50. */
  quantity: Scalars['Int']['input'];
  /** Only seats of this tier. */
  priceTierId?: InputMaybe<Scalars['ID']['input']>;
  /** Only seats of this section. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the seats must be adjacent in one row. Default: true. Ignored for general admission. */
  together?: InputMaybe<Scalars['Boolean']['input']>;
  /** Number of wheelchair places among the seats; the other seats are adjacent to them. Default: 0, which excludes wheelchair places. */
  wheelchairPlaces?: InputMaybe<Scalars['Int']['input']>;
  /** Prices of seats that do not cost the standard price, with at most `quantity` seats. */
  prices?: InputMaybe<Array<PriceCountInput>>;
  /** Total that the buyer was shown, in minor units. If the seats have another one now, the answer is TotalChanged and nothing is held. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  /** Key of a sales channel: only its seats are searched. If the channel has times of its own, they apply instead of the event's. */
  channelKey?: InputMaybe<Scalars['String']['input']>;
  /** Access code; a PRIVATE event needs it. */
  accessCode?: InputMaybe<Scalars['String']['input']>;
  /** Admission of the viewer, if the event has a queue: `Admission.token` of enterSale. */
  admission?: InputMaybe<Scalars['String']['input']>;
  /** Promo code or access code. If it opens a sales channel, only that channel's seats are searched. Case does not matter. */
  promoCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether the hold is for a sale at the counter. It belongs to the organization instead of the viewer, and has no limit per buyer. For BOX_OFFICE
   * and up of the organization. Sell it with `sellAtCounter`.
   */
  atCounter?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Price of a seat that is held. */
export type SeatPriceInput = {
  /** One of the seats of the request. */
  seatId: Scalars['ID']['input'];
  /** Name of a price of its tier: see PriceTier.prices. */
  price: Scalars['String']['input'];
};

/** Input of chooseHoldPrices. */
export type ChooseHoldPricesInput = {
  /** An active hold of the viewer, or one at the counter. */
  holdId: Scalars['ID']['input'];
  /** Prices of seats that do not cost the standard price: at most one for each seat. The other seats of the hold cost the standard price. */
  prices: Array<SeatPriceInput>;
  /** Total that the buyer was shown, in minor units. If the seats have another one, the answer is TotalChanged and the hold stays as it is. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
};

/** Number of seats at a price. */
export type PriceCountInput = {
  /** Name of a price: see PriceTier.prices. The seats are in tiers that have it, or the request is refused. */
  price: Scalars['String']['input'];
  /** Number of seats, at least 1. */
  seats: Scalars['Int']['input'];
};

/** A price can't be used for a seat of the request. Nothing was changed. */
export type PriceNotUsable = Error & {
  __typename?: 'PriceNotUsable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Reason. */
  refusal: PriceRefusal;
  /** Name of the price. */
  priceName?: Maybe<Scalars['String']['output']>;
};

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

/** The seats do not cost expectedTotal, for example because a phase has ended in the meantime. No seats were held. */
export type TotalChanged = Error & {
  __typename?: 'TotalChanged';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** What the seats cost now. */
  total: Money;
};

/** Some seats are taken. No seats were held. */
export type SeatsUnavailable = Error & {
  __typename?: 'SeatsUnavailable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Seats that are taken; empty for holdBestAvailable. */
  seats: Array<Seat>;
};

/** The event is not on sale. */
export type EventNotOnSale = Error & {
  __typename?: 'EventNotOnSale';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Start of sales, if they have not started yet. */
  salesStartAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of sales, if it has passed. */
  salesEndAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The buyer would exceed the event's maximum number of seats for one buyer. */
export type SeatLimitReached = Error & {
  __typename?: 'SeatLimitReached';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Maximum number of seats that one buyer may hold and own. */
  limit: Scalars['Int']['output'];
};

/** The viewer must verify the account's e-mail address first: see requestEmailCode. */
export type EmailNotVerified = Error & {
  __typename?: 'EmailNotVerified';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The hold would needlessly isolate a single seat, which the event's hold policy forbids. No seats were held. */
export type SeatLeftAlone = Error & {
  __typename?: 'SeatLeftAlone';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The hold has more other seats for each wheelchair place than the event allows. No seats were held. */
export type TooManyCompanions = Error & {
  __typename?: 'TooManyCompanions';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Maximum number of other seats with each wheelchair place. */
  companionsPerWheelchairPlace: Scalars['Int']['output'];
};

/** The hold has expired, was released, or already belongs to another order. */
export type HoldNotActive = Error & {
  __typename?: 'HoldNotActive';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** ID of the hold. */
  holdId?: Maybe<Scalars['ID']['output']>;
};

/** Result of holdSeats and holdBestAvailable. */
export type HoldSeatsResult = Hold | SeatsUnavailable | EventNotOnSale | SeatLimitReached | SeatLeftAlone | TooManyCompanions | PromoCodeNotUsable | PriceNotUsable | TotalChanged | NotFound | IdempotencyKeyReused | EmailNotVerified | VerifiedBuyersOnly | AdmissionRequired;

/** The event is only for accounts with a verified address: sign in, or verify the address with requestEmailCode. Nothing was changed. */
export type VerifiedBuyersOnly = Error & {
  __typename?: 'VerifiedBuyersOnly';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The promo code can't be used for this request. Nothing was changed. */
export type PromoCodeNotUsable = Error & {
  __typename?: 'PromoCodeNotUsable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Reason. */
  reason: PromoCodeRefusal;
};

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

/** Result of applyPromoCode. */
export type ApplyPromoCodeResult = Hold | PromoCodeNotUsable | PriceNotUsable | HoldNotActive | NotFound;

/** Result of chooseHoldPrices. */
export type ChooseHoldPricesResult = Hold | HoldNotActive | NotFound | PriceNotUsable | PromoCodeNotUsable | TotalChanged;

/** Result of extendHold. */
export type ExtendHoldResult = Hold | HoldNotActive | NotFound;

/** Result of releaseHold. */
export type ReleaseHoldResult = Hold | NotFound;

/** Result of blockSeats and unblockSeats. */
export type BlockSeatsResult = BlockedSeats | SeatsUnavailable | NotFound;

/** Seats that were blocked or unblocked. */
export type BlockedSeats = {
  __typename?: 'BlockedSeats';
  /** All seats of the request, in their current state. */
  seats: Array<Seat>;
};

/** Input of setSeatsAside. */
export type SetSeatsAsideInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** Name of the channel, 1 to 100 characters, such as a fan club or a presale. A missing channel is created. */
  channel: Scalars['String']['input'];
  /** 1 to 5000 seats that are neither held nor sold. Either all are set aside or none. Seats of another channel move to this one. */
  seatIds: Array<Scalars['ID']['input']>;
};

/** Input of setSalesChannel. */
export type SetSalesChannelInput = {
  /** A published event. */
  eventId: Scalars['ID']['input'];
  /** Name of the channel, 1 to 100 characters, such as the box office. A missing channel is created, without seats. */
  channel: Scalars['String']['input'];
  /** Times of its own. Default: those of the event. */
  salesTimes?: InputMaybe<SalesTimesInput>;
};

/** When something is sold. */
export type SalesTimesInput = {
  /** Start of sales; null for no limit. */
  startAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of sales, later than startAt; null for no limit. */
  endAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** When something is sold. */
export type SalesTimes = {
  __typename?: 'SalesTimes';
  /** Start of sales; null for no limit. */
  startAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of sales; null for no limit. */
  endAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Sales channel: its seats are BLOCKED for buyers without its key. */
export type SalesChannel = {
  __typename?: 'SalesChannel';
  /** Name; unique in the event. */
  name: Scalars['String']['output'];
  /** Key that buyers pass as channelKey. Anyone who has it can hold these seats. */
  key: Scalars['String']['output'];
  /** Number of seats set aside for it, in any state. */
  seatCount: Scalars['Int']['output'];
  /** Times at which its key can be used, instead of those of the event; null: those of the event. */
  salesTimes?: Maybe<SalesTimes>;
};

/** Result of setSalesChannel. */
export type SetSalesChannelResult = SalesChannel | NotFound;

/** Result of setSeatsAside. */
export type SetSeatsAsideResult = SalesChannel | SeatsUnavailable | NotFound;

/** Promo code: a discount, access to a sales channel's seats or to prices, or several of them. Only its end can be changed. Seats held with it keep their price. */
export type PromoCode = {
  __typename?: 'PromoCode';
  /** Code in capitals; unique in the event. */
  code: Scalars['String']['output'];
  /** Discount on the base price, in percent: 10 is 10 %. */
  discountPercent?: Maybe<Scalars['Float']['output']>;
  /**
   * Discount on the base price, in thousandths of a percent: 10000 is 10 %.
   * @deprecated Use `discountPercent`: 10 is 10 %.
   */
  discountRate?: Maybe<Scalars['Int']['output']>;
  /** Discount on the base price as an amount. The price never falls below 0. */
  discountAmount?: Maybe<Money>;
  /** Sales channel that the code opens. */
  channel?: Maybe<Scalars['String']['output']>;
  /** Names of the prices that the code opens; null for none. It then applies to no other prices. */
  opensPrices?: Maybe<Array<Scalars['String']['output']>>;
  /** Tiers that the code applies to, with discounted standard prices as they were at the publication. */
  priceTiers: Array<PriceTier>;
  /** Maximum number of tickets held and owned with the code at one time. Returned tickets do not count. */
  maxTickets?: Maybe<Scalars['Int']['output']>;
  /** The same limit for one buyer. */
  maxTicketsPerBuyer?: Maybe<Scalars['Int']['output']>;
  /** Start of validity. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of validity. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of tickets held and owned with the code. */
  ticketsUsed: Scalars['Int']['output'];
};

/** Batch of access codes: promo codes for one hold or order each. Only its end can be changed. Seats held with a code keep their price. */
export type AccessCodeBatch = {
  __typename?: 'AccessCodeBatch';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name, shown to buyers instead of the code, on orders and in reports. */
  name: Scalars['String']['output'];
  /** Number of its codes. */
  count: Scalars['Int']['output'];
  /** Number of codes that a hold or an order has now. A hold that expires, and an order without tickets, gives its code back. */
  used: Scalars['Int']['output'];
  /** Discount on the base price, in percent: 10 is 10 %. */
  discountPercent?: Maybe<Scalars['Float']['output']>;
  /** Discount on the base price as an amount. The price never falls below 0. */
  discountAmount?: Maybe<Money>;
  /** Sales channel that the codes open. */
  channel?: Maybe<Scalars['String']['output']>;
  /** Names of the prices that the codes open; null for none. They then apply to no other prices. */
  opensPrices?: Maybe<Array<Scalars['String']['output']>>;
  /** Maximum number of tickets with one code; null: only the limits of the event. */
  maxTicketsPerCode?: Maybe<Scalars['Int']['output']>;
  /** Start of validity. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of validity. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time of creation. */
  createdAt: Scalars['DateTime']['output'];
};

/** A page of batches of access codes. */
export type AccessCodeBatchConnection = {
  __typename?: 'AccessCodeBatchConnection';
  /** The items, each with its cursor. */
  edges: Array<AccessCodeBatchEdge>;
  /** The items without cursors. */
  nodes: Array<AccessCodeBatch>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type AccessCodeBatchEdge = {
  __typename?: 'AccessCodeBatchEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: AccessCodeBatch;
};

/** Codes of a new batch. */
export type AccessCodes = {
  __typename?: 'AccessCodes';
  /** Batch. */
  batch: AccessCodeBatch;
  /**
   * All its codes as CSV, one a line below the heading `code`. Only this answer has them: store it. A request that is repeated with its key within a day
   * gets the same; null later.
   */
  csv?: Maybe<Scalars['String']['output']>;
};

/** Input of createAccessCodes. The codes give a discount, open a sales channel or prices, or do several of these. */
export type CreateAccessCodesInput = {
  /** A published event. */
  eventId: Scalars['ID']['input'];
  /** Name, shown to buyers instead of the code, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Number of codes, 1 to 10000. */
  count: Scalars['Int']['input'];
  /** Discount in percent, more than 0 and up to 100, with up to 3 decimals: 10 is 10 %. */
  discountPercent?: InputMaybe<Scalars['Float']['input']>;
  /** Discount on each ticket, in minor units of the event's currency, 1 to 10,000,000. */
  discountAmount?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the sales channel that the codes open. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 20 names of prices that need a code and that these open. The discount then applies to seats at these prices only. */
  opensPrices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Tiers that the codes apply to. Default: all. */
  priceTierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Maximum number of tickets with one code, 1 to 50. Default: only the limits of the event. */
  maxTicketsPerCode?: InputMaybe<Scalars['Int']['input']>;
  /** Start of validity, at most a day in the past. Default: now. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of validity, in the future. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Result of createAccessCodes. */
export type CreateAccessCodesResult = AccessCodes | NotFound | IdempotencyKeyReused;

/** Result of endAccessCodes. */
export type EndAccessCodesResult = AccessCodeBatch | NotFound;

/** A page of promo codes. */
export type PromoCodeConnection = {
  __typename?: 'PromoCodeConnection';
  /** The items, each with its cursor. */
  edges: Array<PromoCodeEdge>;
  /** The items without cursors. */
  nodes: Array<PromoCode>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type PromoCodeEdge = {
  __typename?: 'PromoCodeEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: PromoCode;
};

/** Input of createPromoCode. A code gives a discount, opens a sales channel or prices, or does several of these. */
export type CreatePromoCodeInput = {
  /** A published event. */
  eventId: Scalars['ID']['input'];
  /**
   * 3 to 40 letters, digits, - or _. If omitted, the server generates a code that is hard to guess.
   * Many accounts together can guess a short code. For a code that opens a channel, omit this field or limit its tickets.
   */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Discount in percent, more than 0 and up to 100, with up to 3 decimals: 10 is 10 %. */
  discountPercent?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Discount in thousandths of a percent, 1 to 100000: 10000 is 10 %. Instead of `discountPercent`.
   * @deprecated Use `discountPercent`: 10 is 10 %.
   */
  discountRate?: InputMaybe<Scalars['Int']['input']>;
  /** Discount on each ticket, in minor units of the event's currency, 1 to 10,000,000. */
  discountAmount?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the sales channel that the code opens. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 20 names of prices that need a code and that this one opens. Discount and limits then apply to seats at these prices only. */
  opensPrices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Tiers that the code applies to. Default: all. */
  priceTierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Maximum number of tickets held and owned with the code at one time, 1 to 1000000. */
  maxTickets?: InputMaybe<Scalars['Int']['input']>;
  /** The same limit for one buyer. */
  maxTicketsPerBuyer?: InputMaybe<Scalars['Int']['input']>;
  /** Start of validity, at most a day in the past. Default: now. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of validity, in the future. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** The event already has a code with this name. */
export type PromoCodeTaken = Error & {
  __typename?: 'PromoCodeTaken';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of createPromoCode. */
export type CreatePromoCodeResult = PromoCode | PromoCodeTaken | NotFound | IdempotencyKeyReused;

/** Result of endPromoCode. */
export type EndPromoCodeResult = PromoCode | NotFound;

/**
 * Season ticket or pass: seats at several events, sold together with a discount. A buyer takes all of its events, or `eventsToChoose` of them, with the same
 * number of seats at each. Hold them with `holdPackage`.
 */
export type TicketPackage = {
  __typename?: 'TicketPackage';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name shown to buyers, on orders and in reports. */
  name: Scalars['String']['output'];
  /** Organization that sells it. */
  organization?: Maybe<Organization>;
  /** Number of its events that a buyer takes: all of them, or fewer of the buyer's choice. */
  eventsToChoose: Scalars['Int']['output'];
  /** Its events, with their prices, in the order of the organizer. One that has become PRIVATE is left out. */
  parts: Array<TicketPackagePart>;
  /** Discount on the base price of each seat, in percent: 10 is 10 %. */
  discountPercent?: Maybe<Scalars['Float']['output']>;
  /** Discount on the base price of each seat as an amount. The price never falls below 0. */
  discountAmount?: Maybe<Money>;
  /** Maximum number of its seats at each event, held and sold at one time. For a package of all events it is the number of packages. */
  maxSeats?: Maybe<Scalars['Int']['output']>;
  /** The same limit for one buyer. */
  maxSeatsPerBuyer?: Maybe<Scalars['Int']['output']>;
  /** Start of its sale; null for no limit. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of its sale; null for no limit. The sale of each event ends by itself. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Seats held and sold with it, at all of its events. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  seatsUsed?: Maybe<Scalars['Int']['output']>;
};

/** A package at one of its events. */
export type TicketPackagePart = {
  __typename?: 'TicketPackagePart';
  /** Event. */
  event?: Maybe<Event>;
  /** Standard price of one seat with the package now, for each tier that the package covers. */
  prices: Array<TicketPackagePrice>;
  /** Seats of the package that are left at this event; null for no limit. Those that are given back count when none is left. The hall may have fewer. */
  left?: Maybe<Scalars['Int']['output']>;
};

/** What a seat of a tier costs with a package. */
export type TicketPackagePrice = {
  __typename?: 'TicketPackagePrice';
  /** Price tier, with its price without the package. */
  priceTier?: Maybe<PriceTier>;
  /** Price with the package, with all fees and taxes. */
  price: Money;
};

/** A page of packages. */
export type TicketPackageConnection = {
  __typename?: 'TicketPackageConnection';
  /** The items, each with its cursor. */
  edges: Array<TicketPackageEdge>;
  /** The items without cursors. */
  nodes: Array<TicketPackage>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type TicketPackageEdge = {
  __typename?: 'TicketPackageEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: TicketPackage;
};

/** Input of createPackage. */
export type CreatePackageInput = {
  /** Name shown to buyers, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** 2 to 30 events that are on sale, of one organization and currency. None may be PRIVATE. */
  events: Array<PackageEventInput>;
  /** Number of events that a buyer takes, 2 to 10. Default: all. */
  eventsToChoose?: InputMaybe<Scalars['Int']['input']>;
  /** Discount in percent, more than 0 and up to 100, with up to 3 decimals: 10 is 10 %. */
  discountPercent?: InputMaybe<Scalars['Float']['input']>;
  /** Discount on each seat, in minor units of the currency, 1 to 10,000,000. Instead of `discountPercent`. */
  discountAmount?: InputMaybe<Scalars['Int']['input']>;
  /** Maximum number of its seats at each event, held and sold at one time, 1 to 1000000. */
  maxSeats?: InputMaybe<Scalars['Int']['input']>;
  /** The same limit for one buyer. */
  maxSeatsPerBuyer?: InputMaybe<Scalars['Int']['input']>;
  /** Start of its sale, at most a day in the past. Default: now. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** End of its sale, in the future. Default: until the events are over. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** An event of a package. */
export type PackageEventInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** Tiers that the package covers. Default: all. */
  priceTierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Input of holdPackage. */
export type HoldPackageInput = {
  /** A package. */
  packageId: Scalars['ID']['input'];
  /** Seats at each event: the same number at `eventsToChoose` events of the package. */
  events: Array<PackageSeatsInput>;
  /** Total that the buyer was shown, in minor units. If the seats have another one now, the answer is TotalChanged and nothing is held. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Whether the holds are for a sale at the counter. They belong to the organization instead of the viewer, and have no limit per buyer. For BOX_OFFICE
   * and up of the organization. Sell them with `sellAtCounter`.
   */
  atCounter?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Seats at one event of a package: either `seatIds`, or `quantity` for the best available ones. */
export type PackageSeatsInput = {
  /** An event of the package. */
  eventId: Scalars['ID']['input'];
  /** 1 to 50 numbered seats. */
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Number of seats, 1 to 50, of the tiers that the package covers. Adjacent in one row, where the section has rows. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** With `quantity`: only seats of this tier. Needed if the package does not cover all tiers of the event. */
  priceTierId?: InputMaybe<Scalars['ID']['input']>;
};

/** Seats that are held with a package, until the first of the holds expires. */
export type HeldPackage = {
  __typename?: 'HeldPackage';
  /** Package. */
  package: TicketPackage;
  /** A hold for each event, in the order of their IDs: place one order of all of them, with `holdId` and `moreHoldIds`. */
  holds: Array<Hold>;
  /** Total of the holds. */
  total: Money;
};

/** The package can't be used for this request. Nothing was changed. */
export type PackageNotUsable = Error & {
  __typename?: 'PackageNotUsable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Reason. */
  reason: PackageRefusal;
  /** Event that is the reason, if it is one. */
  event?: Maybe<Event>;
};

/** Why a package can't be used. SOLD_OUT: too few of its seats are left. LIMIT_PER_BUYER: the request exceeds its limit for one buyer. */
export type PackageRefusal =
  | 'NOT_YET'
  | 'ENDED'
  | 'SOLD_OUT'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS';

/** Result of createPackage. */
export type CreatePackageResult = TicketPackage | NotFound | IdempotencyKeyReused;

/** Result of closePackage. */
export type ClosePackageResult = TicketPackage | NotFound;

/** Result of holdPackage. */
export type HoldPackageResult = HeldPackage | PackageNotUsable | SeatsUnavailable | EventNotOnSale | AdmissionRequired | SeatLimitReached | SeatLeftAlone | TooManyCompanions | PriceNotUsable | TotalChanged | NotFound | IdempotencyKeyReused | EmailNotVerified | VerifiedBuyersOnly;

/**
 * Seats that are kept under a name until the customer pays at the counter. Its holds belong to the organization; `Hold.expiresAt` of each is `until`.
 * Name, contact and note are deleted 30 days after `until`.
 */
export type Reservation = {
  __typename?: 'Reservation';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Six digits, to be read over the phone; unique in the organization. */
  number: Scalars['String']['output'];
  /** State. It follows from the holds, so it always says who has the seats. */
  status: ReservationStatus;
  /** Name of the customer. */
  name: Scalars['String']['output'];
  /** Telephone number of the customer. */
  phone?: Maybe<Scalars['String']['output']>;
  /** E-mail address of the customer. Nothing is mailed to it. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Note of the clerk. */
  note?: Maybe<Scalars['String']['output']>;
  /** The seats are kept until then. */
  until: Scalars['DateTime']['output'];
  /** When it was made. */
  madeAt: Scalars['DateTime']['output'];
  /** Clerk who made it. */
  madeBy?: Maybe<User>;
  /** When a clerk cancelled it, if so. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Events of the seats. */
  events: Array<Event>;
  /** Holds of an OPEN reservation that are active, of a SOLD one those that were sold; otherwise all, while they are stored. */
  holds: Array<Hold>;
  /** Seats of these holds. */
  seats: Array<Seat>;
  /** Total of these holds: what the customer was promised, whatever prices are now. */
  total: Money;
  /** Orders that took over its seats: mostly one. */
  orders: Array<Order>;
};

/**
 * State of a reservation. OPEN: its seats are kept. SOLD: an order took them over; the order says how it ended. CANCELLED: by a clerk, or with its event.
 * EXPIRED: nobody came.
 */
export type ReservationStatus =
  | 'OPEN'
  | 'SOLD'
  | 'CANCELLED'
  | 'EXPIRED';

/** A page of reservations. */
export type ReservationConnection = {
  __typename?: 'ReservationConnection';
  /** The items, each with its cursor. */
  edges: Array<ReservationEdge>;
  /** The items without cursors. */
  nodes: Array<Reservation>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type ReservationEdge = {
  __typename?: 'ReservationEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Reservation;
};

/** Input of reserveAtCounter. */
export type ReserveAtCounterInput = {
  /** 1 to 10 active holds that were made with `atCounter`, of one organization and currency. */
  holdIds: Array<Scalars['ID']['input']>;
  /** Name of the customer, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Telephone number: 3 to 40 digits, blanks and ( ) / . -, with or without a +. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Note for the colleagues, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The seats are kept until then: in the future, and not after the end of each event. Default: 30 minutes before the first of the events starts. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of changeReservation. What is omitted stays. */
export type ChangeReservationInput = {
  /** A reservation. */
  reservationId: Scalars['ID']['input'];
  /** Name of the customer, 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number: 3 to 40 digits, blanks and ( ) / . -, with or without a +; null removes it. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address; null removes it. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Note for the colleagues, at most 500 characters; null removes it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The seats are kept until then: in the future, and not after the end of each event. Only while it is OPEN. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Input of cancelReservation. */
export type CancelReservationInput = {
  /** A reservation. */
  reservationId: Scalars['ID']['input'];
  /** Seats that go back on sale, 1 to 500; the others stay reserved, at their prices. Default: all. */
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The hold is in a reservation already. Nothing was changed. */
export type HoldReserved = Error & {
  __typename?: 'HoldReserved';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** ID of the hold. */
  holdId?: Maybe<Scalars['ID']['output']>;
};

/** The reservation was sold or cancelled, or has expired. Nothing was changed. */
export type ReservationNotOpen = Error & {
  __typename?: 'ReservationNotOpen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** ID of the reservation. */
  reservationId?: Maybe<Scalars['ID']['output']>;
};

/** Result of reserveAtCounter. */
export type ReserveAtCounterResult = Reservation | HoldNotActive | HoldReserved | NotFound | IdempotencyKeyReused;

/** Result of changeReservation. */
export type ChangeReservationResult = Reservation | ReservationNotOpen | NotFound;

/** Result of cancelReservation. */
export type CancelReservationResult = Reservation | ReservationNotOpen | NotFound;

/** What orders needs of a reservation to sell it. */
export type ReservedHolds = {
  __typename?: 'ReservedHolds';
  /** Whether its seats are kept. */
  isOpen: Scalars['Boolean']['output'];
  /** Holds to convert; empty if nothing is stored. */
  holdIds: Array<Scalars['ID']['output']>;
  /** Total in minor units. */
  total: Scalars['Int']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
};

/** A sold seat that comes back. */
export type ReturnedSeatInput = {
  /** Order that has it. */
  orderId: Scalars['ID']['input'];
  /** Seat. */
  seatId: Scalars['ID']['input'];
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
  /** One hold. Only for its buyer; null for anyone else. */
  hold?: Maybe<Hold>;
  /** One package; null if there is none, or if one of its events is PRIVATE. */
  ticketPackage?: Maybe<TicketPackage>;
  /** For orders. A reservation of the organization; null if there is none. */
  reservedHolds?: Maybe<ReservedHolds>;
  /**
   * For orders. Whether people on the waiting list of the event would be offered all of these seats, if they came back now. `returning` are seats that come
   * back in any case.
   */
  waitlistTakes: Scalars['Boolean']['output'];
};


/** Queries. */
export type QueryPersonalDataArgs = {
  userId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Queries. */
export type QueryHoldArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryTicketPackageArgs = {
  id: Scalars['ID']['input'];
};


/** Queries. */
export type QueryReservedHoldsArgs = {
  reservationId: Scalars['ID']['input'];
  organizationId: Scalars['ID']['input'];
};


/** Queries. */
export type QueryWaitlistTakesArgs = {
  eventId: Scalars['ID']['input'];
  seats: Array<ReturnedSeatInput>;
  returning: Array<ReturnedSeatInput>;
};

/** The event has a queue, and the viewer is not inside, or the token is not the newest one. Nothing was held. */
export type AdmissionRequired = Error & {
  __typename?: 'AdmissionRequired';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** The event. */
  event: Event;
};

/**
 * Queue of an event: everybody who joins before the draw has the same chance, and those who join later come after them in order of arrival.
 * From `opensAt` until it is closed, seats are held only by people inside, at the counter, and with a hold that exists. How it works: docs/queues.md.
 */
export type Queue = {
  __typename?: 'Queue';
  /** Permanent identifier: that of the event. */
  id: Scalars['ID']['output'];
  /** The event. */
  event: Event;
  /** What happens now. */
  state: QueueState;
  /** People can join from then on. */
  opensAt: Scalars['DateTime']['output'];
  /** Time of the draw. */
  drawAt: Scalars['DateTime']['output'];
  /** Where the randomness of the draw comes from. */
  randomness: QueueRandomness;
  /** Rules of the draw: canonical JSON (RFC 8785). */
  policy: Scalars['String']['output'];
  /** SHA-256 of the policy, in hexadecimal. */
  policyHash: Scalars['String']['output'];
  /** Hash of the event, the policy and the seed, in hexadecimal. It was fixed before anybody could join. */
  commitment: Scalars['String']['output'];
  /** Seed of the draw, in hexadecimal; null before the draw. */
  seed?: Maybe<Scalars['String']['output']>;
  /** Root of the Merkle tree (RFC 6962) of the entries that were drawn, in hexadecimal; null before the draw. */
  entriesRoot?: Maybe<Scalars['String']['output']>;
  /** People who joined and did not leave. */
  entryCount: Scalars['Int']['output'];
  /** Entries that took part in the draw; null before it. */
  drawnCount?: Maybe<Scalars['Int']['output']>;
  /** Entries that were held for review at the draw, or removed before it, and did not take part; null before it. */
  heldAtDraw?: Maybe<Scalars['Int']['output']>;
  /** Entries that are held for review now, and are not drawn unless they are released before the draw. */
  heldCount: Scalars['Int']['output'];
  /** How long entries can be held for review after the close, in seconds: the draw comes then, or once nothing is left to review. Null without a review. */
  reviewSeconds?: Maybe<Scalars['Int']['output']>;
  /** Ranks up to this one may enter. 0 before the draw. */
  serving: Scalars['Int']['output'];
  /** Message of the organizer to everybody who waits. */
  note?: Maybe<Scalars['String']['output']>;
  /** Path at the gateway of a small JSON document with what changes, which is the same for everybody: poll it instead of this field. */
  documentPath: Scalars['String']['output'];
  /** Path at the gateway of the published draw; null before it. */
  drawPath?: Maybe<Scalars['String']['output']>;
  /** How long an admission lasts, in seconds. It is extended up to half an hour after it began while the person has seats to order or to pay. */
  admissionSeconds: Scalars['Int']['output'];
  /** Whether joinQueue asks for a proof of work of people who have proved nothing else lately: see ProofOfWorkRequired. */
  proofOfWork: Scalars['Boolean']['output'];
  /** Place of the viewer; null for one who has not joined. */
  entry?: Maybe<QueueEntry>;
  /** For MANAGER and up, AUDITOR and platform staff; null for anyone else. */
  figures?: Maybe<QueueFigures>;
  /** For MANAGER and up, AUDITOR and platform staff; null for anyone else. Entries that are held for review, in the order in which they joined. */
  heldEntries?: Maybe<HeldQueueEntryConnection>;
};


/**
 * Queue of an event: everybody who joins before the draw has the same chance, and those who join later come after them in order of arrival.
 * From `opensAt` until it is closed, seats are held only by people inside, at the counter, and with a hold that exists. How it works: docs/queues.md.
 */
export type QueueHeldEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

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

/** Place of a person in a queue. One account has one place, on whatever device. */
export type QueueEntry = {
  __typename?: 'QueueEntry';
  /** Pseudonym in the published draw: 16 bytes in hexadecimal. */
  id: Scalars['ID']['output'];
  /** Time at which the person joined. */
  joinedAt: Scalars['DateTime']['output'];
  /** Rank from 1; null before the draw. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** What the person may do. */
  state: QueueEntryState;
  /** Place among the entries of the draw, from 0, in the byte order of their IDs. Null before the draw, and for a person who joined after it. */
  index?: Maybe<Scalars['Int']['output']>;
  /**
   * Hashes that prove, with `index` and `Queue.drawnCount`, that the entry is below `Queue.entriesRoot`: RFC 9162, section 2.1.3.2, in hexadecimal.
   * Null where `index` is null.
   */
  proof?: Maybe<Array<Scalars['String']['output']>>;
  /** Of a person who is INSIDE: end of the admission, as far as it is extended by now; null for anyone else. */
  insideUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** WAITING: enter when `Queue.serving` has reached the rank. HELD_FOR_REVIEW: the organizer looks at the entry, and it has no rank until it is released. INSIDE: with an admission. DONE: the admission has ended; enter again as long as seats are left. LEFT: gave the place up; joining again brings it back. REMOVED: by the organizer. */
export type QueueEntryState =
  | 'WAITING'
  | 'HELD_FOR_REVIEW'
  | 'INSIDE'
  | 'DONE'
  | 'LEFT'
  | 'REMOVED';

/** Entry of a queue that is or was held for review. It does not say whose it is. */
export type HeldQueueEntry = {
  __typename?: 'HeldQueueEntry';
  /** Pseudonym of the entry: 16 bytes in hexadecimal. */
  id: Scalars['ID']['output'];
  /** Time at which the person joined. */
  joinedAt: Scalars['DateTime']['output'];
  /** Reasons, the strongest first. */
  reasons: Array<HeldQueueEntryReason>;
  /** Decision of the organizer; null until there is one. */
  decision?: Maybe<QueueEntryDecision>;
};

/** Reason to look at an entry of a queue. */
export type HeldQueueEntryReason = {
  __typename?: 'HeldQueueEntryReason';
  /** Name of the rule. */
  code: Scalars['String']['output'];
  /** Human-readable explanation. */
  detail: Scalars['String']['output'];
};

/** RELEASED: it takes part in the draw, or comes after those that are drawn. REMOVED: for good. */
export type QueueEntryDecision =
  | 'RELEASED'
  | 'REMOVED';

/** A page of held entries. */
export type HeldQueueEntryConnection = {
  __typename?: 'HeldQueueEntryConnection';
  /** The items, each with its cursor. */
  edges: Array<HeldQueueEntryEdge>;
  /** The items without cursors. */
  nodes: Array<HeldQueueEntry>;
  /** Position of this page in the list. */
  pageInfo: PageInfo;
  /** Number of items in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** An item and its cursor. */
export type HeldQueueEntryEdge = {
  __typename?: 'HeldQueueEntryEdge';
  /** Opaque cursor: pass it as `after` to continue after this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: HeldQueueEntry;
};

/** Figures of a queue for its organizer. */
export type QueueFigures = {
  __typename?: 'QueueFigures';
  /** People inside. */
  active: Scalars['Int']['output'];
  /** Most people inside. */
  maxActive: Scalars['Int']['output'];
  /** Most people who are called in a second. */
  perSecond: Scalars['Int']['output'];
  /** People called in a minute, lately. */
  perMinute: Scalars['Int']['output'];
  /** People who entered at least once. */
  admitted: Scalars['Int']['output'];
  /** Share of the people called who come, 0 to 1. */
  showShare: Scalars['Float']['output'];
};

/** Right to hold seats of an event with a queue. */
export type Admission = {
  __typename?: 'Admission';
  /** Send it as `admission` of holdSeats and holdBestAvailable. It is for this viewer and event only, and the newest one counts. */
  token: Scalars['String']['output'];
  /** Until then, unless seats are to be ordered or paid. */
  expiresAt: Scalars['DateTime']['output'];
  /** At the latest until then. */
  extendableUntil: Scalars['DateTime']['output'];
};

/** Input of openQueue. */
export type OpenQueueInput = {
  /** An event whose sale has not ended. */
  eventId: Scalars['ID']['input'];
  /** People can join from then on. Default: now. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Time of the draw, after opensAt: usually the start of sales. */
  drawAt: Scalars['DateTime']['input'];
  /** Most people inside, 0 to 1,000,000. Default: 500. */
  maxActive?: InputMaybe<Scalars['Int']['input']>;
  /** Most people who are called in a second, 1 to 1,000. Default: 20. */
  perSecond?: InputMaybe<Scalars['Int']['input']>;
  /** How long an admission lasts, 60 to 3,600 seconds. Default: 600. */
  admissionSeconds?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Whether people who join let their device compute for a moment, unless they have used a passkey or a mailed code within the last hour. It makes
   * invented accounts cost something. Clients of joinQueue have to know ProofOfWorkRequired, as the storefront does. Default: false.
   */
  proofOfWork?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Holds suspicious entries for review, for 60 to 3,600 seconds after drawAt: see Queue.heldEntries. The draw comes then, or once nothing is left to review.
   * Default: no review.
   */
  reviewSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Input of steerQueue. Omitted fields stay as they are. */
export type SteerQueueInput = {
  /** The event. */
  eventId: Scalars['ID']['input'];
  /** Pauses or resumes, after the draw; or closes for good. */
  action?: InputMaybe<QueueAction>;
  /** Most people inside, 0 to 1,000,000. Nobody is sent out. */
  maxActive?: InputMaybe<Scalars['Int']['input']>;
  /** Most people who are called in a second, 1 to 1,000. */
  perSecond?: InputMaybe<Scalars['Int']['input']>;
  /** Message to everybody who waits: one line of at most 200 characters; null for none. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Input of reviewQueueEntry. */
export type ReviewQueueEntryInput = {
  /** The event. */
  eventId: Scalars['ID']['input'];
  /** An entry of Queue.heldEntries. */
  entryId: Scalars['ID']['input'];
  /** What becomes of it. */
  decision: QueueEntryDecision;
  /** Reason for the audit log: one line of at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What is done to a queue. */
export type QueueAction =
  | 'PAUSE'
  | 'RESUME'
  | 'CLOSE';

/** The event has a queue, and can't get another. */
export type QueueExists = Error & {
  __typename?: 'QueueExists';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Nobody can join the queue now. */
export type QueueNotOpen = Error & {
  __typename?: 'QueueNotOpen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/**
 * The queue asks for a proof of work, and none was sent that is valid. Solve the challenge, and send its proof with joinQueue. Or let the person use a passkey
 * (signInWithPasskey, elevate) or a mailed code (useCode, signInWithCode): then no proof is asked for during an hour.
 */
export type ProofOfWorkRequired = Error & {
  __typename?: 'ProofOfWorkRequired';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Challenge in the JSON format of ALTCHA, version 2. It is for this viewer and event, and expires after ten minutes. */
  challenge: Scalars['String']['output'];
};

/** The queue can't be changed like that in its state. Nothing was changed. */
export type QueueNotSteerable = Error & {
  __typename?: 'QueueNotSteerable';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: QueueNotSteerableReason;
};

/** The entry was decided otherwise, or the queue is closed. Nothing was changed. */
export type QueueEntryNotHeld = Error & {
  __typename?: 'QueueEntryNotHeld';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** NOT_DRAWN: before the draw there is nothing to pause. CLOSED: it is closed for good. */
export type QueueNotSteerableReason =
  | 'NOT_DRAWN'
  | 'CLOSED';

/** The rank of the viewer is not served yet. The place stays. */
export type NotYourTurn = Error & {
  __typename?: 'NotYourTurn';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Ranks up to this one may enter. */
  serving: Scalars['Int']['output'];
  /** When to ask again, in seconds. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** It is the viewer's turn, but as many people as possible are inside. The place stays. */
export type SaleFull = Error & {
  __typename?: 'SaleFull';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
  /** Ranks up to this one may enter. */
  serving: Scalars['Int']['output'];
  /** When to ask again, in seconds. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** Result of openQueue. */
export type OpenQueueResult = Queue | QueueExists | NotFound | IdempotencyKeyReused;

/** Result of steerQueue. */
export type SteerQueueResult = Queue | QueueNotSteerable | NotFound;

/** Result of reviewQueueEntry. */
export type ReviewQueueEntryResult = HeldQueueEntry | QueueEntryNotHeld | NotFound;

/** Result of joinQueue. */
export type JoinQueueResult = QueueEntry | QueueNotOpen | EmailNotVerified | ProofOfWorkRequired | NotFound;

/** Result of leaveQueue. */
export type LeaveQueueResult = QueueEntry | NotFound;

/** Result of enterSale. */
export type EnterSaleResult = Admission | NotYourTurn | SaleFull | NotFound;

/**
 * Waiting list of an event. While it is open, seats that come back are held for the people who wait, in the order in which they joined, and nobody else
 * can hold them. How it works: docs/waiting-list.md.
 */
export type Waitlist = {
  __typename?: 'Waitlist';
  /** The event. */
  event: Event;
  /** Whether people can join, and seats are offered. */
  state: WaitlistState;
  /**
   * How long seats are held for a person, in seconds. An offer that is made or would end at night, from 22:00 to 08:00 where the venue is, runs on until 08:00
   * and this long, at most two hours more; but not past `closesAt`, if it would not do so anyway.
   */
  offerSeconds: Scalars['Int']['output'];
  /** How long seats are kept for a group that they don't suffice for yet, in seconds. Not in the last 48 hours before the event. */
  holdBackSeconds: Scalars['Int']['output'];
  /** Nothing is offered so long before the start, in seconds. */
  closesBeforeStartSeconds: Scalars['Int']['output'];
  /** Nothing is offered from then on; null while the start of the event is not known here. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** Open entry of the viewer, or else the last one; null for one who has not joined. */
  entry?: Maybe<WaitlistEntry>;
  /** Open entries in the order of the list. For BOX_OFFICE and up, AUDITOR and platform staff; null for anyone else. */
  entries?: Maybe<WaitlistEntryConnection>;
};


/**
 * Waiting list of an event. While it is open, seats that come back are held for the people who wait, in the order in which they joined, and nobody else
 * can hold them. How it works: docs/waiting-list.md.
 */
export type WaitlistEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** WHEN_SOLD_OUT: opens by itself once nothing of a price tier is on sale any more. OPEN: people join, and are offered seats that come back. CLOSED: nobody can join, and seats that come back are on sale; who waits keeps the place. ENDED: the sale of the event has ended. */
export type WaitlistState =
  | 'WHEN_SOLD_OUT'
  | 'OPEN'
  | 'CLOSED'
  | 'ENDED';

/** Seats that a person waits for. */
export type WaitlistEntry = {
  __typename?: 'WaitlistEntry';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Time at which the person joined. */
  joinedAt: Scalars['DateTime']['output'];
  /** Number of seats. */
  quantity: Scalars['Int']['output'];
  /** Takes fewer, but not fewer than these. */
  atLeast: Scalars['Int']['output'];
  /** Only adjacent seats in one row. */
  together: Scalars['Boolean']['output'];
  /** Wheelchair places among them. */
  wheelchairPlaces: Scalars['Int']['output'];
  /** IDs of the price tiers; empty for any. */
  priceTierIds: Array<Scalars['ID']['output']>;
  /** IDs of the sections; empty for any. */
  sectionIds: Array<Scalars['ID']['output']>;
  /** Whether the person waits, or what became of it. */
  state: WaitlistEntryState;
  /** Number of entries that wait before this one; null unless it is WAITING. They may want other seats. */
  ahead?: Maybe<Scalars['Int']['output']>;
  /** Seats that are offered: order them with placeOrder, or give them back with releaseHold. Only for the person; null unless it is OFFERED. */
  hold?: Maybe<Hold>;
  /** The seats are held until then; null unless it is OFFERED. */
  offeredUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Number of offers up to now. */
  offers: Scalars['Int']['output'];
  /** Why others were offered seats, or nobody was. For BOX_OFFICE and up, AUDITOR and platform staff; null for anyone else, and if no seat has come back yet. */
  passedBecause?: Maybe<WaitlistPassReason>;
};

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

/** A page of entries. */
export type WaitlistEntryConnection = {
  __typename?: 'WaitlistEntryConnection';
  /** Entries with their cursors. */
  edges: Array<WaitlistEntryEdge>;
  /** The entries. */
  nodes: Array<WaitlistEntry>;
  /** Position of the page. */
  pageInfo: PageInfo;
  /** Number of all open entries. */
  totalCount: Scalars['Int']['output'];
};

/** An entry in a page. */
export type WaitlistEntryEdge = {
  __typename?: 'WaitlistEntryEdge';
  /** Cursor of the entry, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: WaitlistEntry;
};

/** Input of setWaitlist. Omitted numbers stay as they are. */
export type SetWaitlistInput = {
  /** An event whose sale has not ended. */
  eventId: Scalars['ID']['input'];
  /** Opens or closes it, or lets it open by itself. */
  state: SetWaitlistState;
  /** How long seats are held for a person, 1,800 to 172,800 seconds, and longer at night: see `Waitlist.offerSeconds`. Default: 7,200. */
  offerSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How long seats are kept for a group, 0 to 172,800 seconds. Default: 21,600. */
  holdBackSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Nothing is offered so long before the start, 0 to 1,209,600 seconds. Default: 10,800. */
  closesBeforeStartSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** State that an organizer sets. */
export type SetWaitlistState =
  | 'WHEN_SOLD_OUT'
  | 'OPEN'
  | 'CLOSED';

/** Input of joinWaitlist. */
export type JoinWaitlistInput = {
  /** An event whose waiting list is OPEN. */
  eventId: Scalars['ID']['input'];
  /** Number of seats, 1 to 8. */
  quantity: Scalars['Int']['input'];
  /** Takes fewer seats, too, but not fewer than these: 1 to quantity, and at least wheelchairPlaces. Default: quantity. */
  atLeast?: InputMaybe<Scalars['Int']['input']>;
  /** Only adjacent seats in one row. Default: true. */
  together?: InputMaybe<Scalars['Boolean']['input']>;
  /** Wheelchair places among the seats. Default: 0. */
  wheelchairPlaces?: InputMaybe<Scalars['Int']['input']>;
  /** Only seats of these price tiers, at most 20. Default: any. */
  priceTierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only seats of these sections, at most 20. Default: any. */
  sectionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Access code of a PRIVATE event. */
  accessCode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: Scalars['String']['input'];
};

/** Nobody can join the waiting list now. */
export type WaitlistNotOpen = Error & {
  __typename?: 'WaitlistNotOpen';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** The viewer waits at this event already, or has an offer. */
export type AlreadyWaiting = Error & {
  __typename?: 'AlreadyWaiting';
  /** Human-readable explanation. */
  message: Scalars['String']['output'];
};

/** Result of setWaitlist. */
export type SetWaitlistResult = Waitlist | NotFound;

/** Result of joinWaitlist. */
export type JoinWaitlistResult = WaitlistEntry | WaitlistNotOpen | AlreadyWaiting | SeatLimitReached | EmailNotVerified | VerifiedBuyersOnly | NotFound | IdempotencyKeyReused;

/** Result of leaveWaitlist. */
export type LeaveWaitlistResult = WaitlistEntry | NotFound;

/** Mutations. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Holds these seats for the viewer, all or none.
   * An account with an unverified address may have one open hold or unpaid order at a time.
   * Only a few such accounts of one network may have holds at one event.
   */
  holdSeats: HoldSeatsResult;
  /** Holds the best available seats for the viewer. */
  holdBestAvailable: HoldSeatsResult;
  /** Releases a hold. A hold that has ended stays as it is. */
  releaseHold: ReleaseHoldResult;
  /** Extends a hold to the event's full hold time from now, but never past extendableUntil. Idempotent. */
  extendHold: ExtendHoldResult;
  /**
   * For the buyer. Sets or replaces the promo code of a hold; null removes it. Idempotent.
   * Limit at one event: ten wrong codes of a buyer, or fifty of a network, an hour. Then every code is RATE_LIMITED with `retryAfterSeconds`.
   * Codes in holdSeats and holdBestAvailable count, too.
   */
  applyPromoCode: ApplyPromoCodeResult;
  /**
   * For the buyer. Replaces the prices of the seats of a hold until it is ordered. Seats whose price stays the same keep what they cost, also if it has
   * changed since. A promo code that covers none of the seats any more is removed. Idempotent.
   */
  chooseHoldPrices: ChooseHoldPricesResult;
  /** For MANAGER and up. Creates a promo code. */
  createPromoCode: CreatePromoCodeResult;
  /** For MANAGER and up. Ends the validity of a promo code now. Holds and tickets that used it stay as they are. Idempotent. */
  endPromoCode: EndPromoCodeResult;
  /**
   * For MANAGER and up. Creates access codes: promo codes that nobody can guess, each for one hold or order. The answer has them, and only their hashes
   * are stored. A repeated request with the same key gets the same codes within a day.
   */
  createAccessCodes: CreateAccessCodesResult;
  /** For MANAGER and up. Ends the validity of all codes of a batch now. Holds and tickets that used one stay as they are. Idempotent. */
  endAccessCodes: EndAccessCodesResult;
  /** For MANAGER and up. Puts a package of several events on sale. Only its end can be changed. */
  createPackage: CreatePackageResult;
  /** For MANAGER and up. Ends the sale of a package now. Holds and tickets of it stay as they are. Idempotent. */
  closePackage: ClosePackageResult;
  /**
   * Holds seats of a package for the viewer at all of its events, or at none. The holds are extended and released together, expire at one time, and become
   * one order: `placeOrder` with `holdId` and `moreHoldIds`. An account with an unverified address can't hold packages.
   */
  holdPackage: HoldPackageResult;
  /**
   * For MANAGER and up. Announces the queue of an event, with the hash of the seed that its draw will use. An event has one queue at most, and its
   * times can't change. For an event on sale it counts from some seconds after `opensAt` on.
   */
  openQueue: OpenQueueResult;
  /** For MANAGER and up. Pauses, resumes, limits or closes a queue, or tells something to everybody who waits. Idempotent. */
  steerQueue: SteerQueueResult;
  /**
   * For MANAGER and up. Releases or removes an entry that is held for review. A released one takes part in the draw, or comes after those that are
   * drawn. Idempotent.
   */
  reviewQueueEntry: ReviewQueueEntryResult;
  /** Joins the queue of an event, with a verified address. Idempotent: an account has one place. */
  joinQueue: JoinQueueResult;
  /** Gives the viewer's place up. Idempotent. */
  leaveQueue: LeaveQueueResult;
  /** Enters the sale when it is the viewer's turn. Repeated it gives a new token, and the one before does not count any more. */
  enterSale: EnterSaleResult;
  /** For MANAGER and up. Opens or closes the waiting list of an event, or lets it open by itself once a price tier is sold out. Idempotent. */
  setWaitlist: SetWaitlistResult;
  /** Joins the waiting list of an event, with a verified address. An account has one open entry for an event. */
  joinWaitlist: JoinWaitlistResult;
  /** Leaves a waiting list; seats that are offered go to the next person. An entry that has ended stays as it is. Idempotent. */
  leaveWaitlist: LeaveWaitlistResult;
  /** For MANAGER and up. Takes 1 to 5,000 seats off sale. All of them must be AVAILABLE or BLOCKED. */
  blockSeats: BlockSeatsResult;
  /** For MANAGER and up. Sets seats aside for a sales channel. To put them on general sale, use unblockSeats. Idempotent. */
  setSeatsAside: SetSeatsAsideResult;
  /**
   * For MANAGER and up. Sets when a sales channel sells, such as a box office that begins earlier or ends later. With the channel's key, requests can hold
   * seats that are not set aside, too. Idempotent.
   */
  setSalesChannel: SetSalesChannelResult;
  /** For MANAGER and up. Puts 1 to 5,000 BLOCKED seats back on sale. Other seats stay as they are. */
  unblockSeats: BlockSeatsResult;
  /**
   * For BOX_OFFICE and up. Keeps the seats of holds at the counter under a name until the customer comes to pay: sell them with `sellAtCounter`. The holds
   * expire at `until`.
   */
  reserveAtCounter: ReserveAtCounterResult;
  /** For BOX_OFFICE and up. Changes name, contact and note of a reservation, and until when its seats are kept. Idempotent. */
  changeReservation: ChangeReservationResult;
  /** For BOX_OFFICE and up. Puts the seats of a reservation, or some of them, back on sale at once. Idempotent. */
  cancelReservation: CancelReservationResult;
  /** For catalog. Creates the seats of an event and puts them on sale. Idempotent by the event's ID. */
  openSale: Scalars['Boolean']['output'];
  /** Like `openSale`, with the plan as JSON. For callers of the previous version. */
  openSales: Scalars['Boolean']['output'];
  /** For catalog. Sets the state of the event's sale. CLOSED is final. */
  setSales: Scalars['Boolean']['output'];
  /** For catalog. Sets when and to whom the event is sold. An older version changes nothing. */
  setSaleTerms: Scalars['Boolean']['output'];
  /** For catalog. Replaces the prices of an event that is on sale. Held seats keep theirs. An older version changes nothing. */
  setSalePrices: Scalars['Boolean']['output'];
  /** For orders. Converts active holds to orders. Each conversion is idempotent by its order's ID. Null for a conversion without a decision: retry it. */
  convertHolds: Array<Maybe<ConvertedHold>>;
  /** For orders. Marks the seats of orders as SOLD. False for an order that has lost its seats. Null for an order without a decision: retry it. */
  sellSeatsOf: Array<Maybe<Scalars['Boolean']['output']>>;
  /** Like `convertHolds`, for one hold. For callers of the previous version. */
  convertHold: ConvertedHold;
  /** Like `sellSeatsOf`, for one order. For callers of the previous version. */
  sellSeats: Scalars['Boolean']['output'];
  /** For orders. Puts seats of an order back on sale. Default: all of its seats. */
  releaseSeats: Scalars['Boolean']['output'];
  /**
   * For orders. Converts several holds for one order, all or none: in the order of their events' IDs, in one transaction. Idempotent by the order's ID. Null
   * for a conversion without a decision: retry it.
   */
  convertHoldsTogether: Array<Maybe<ConvertedHolds>>;
  /** Like `sellSeatsOf`, for orders of several holds. The previous version does not know it: it would sell the seats of one hold only. */
  sellSeatsTogether: Array<Maybe<Scalars['Boolean']['output']>>;
  /** Like `releaseSeats`, for an order of several holds. The previous version does not know it: it would return the seats of one hold only. */
  releaseSeatsTogether: Scalars['Boolean']['output'];
  /** For orders. Exchanges a SOLD seat of an order for a free seat of the same event and tier. Idempotent by the ID of the move. */
  moveSeat: MovedSeat;
};


/** Mutations. */
export type MutationHoldSeatsArgs = {
  input: HoldSeatsInput;
};


/** Mutations. */
export type MutationHoldBestAvailableArgs = {
  input: HoldBestAvailableInput;
};


/** Mutations. */
export type MutationReleaseHoldArgs = {
  holdId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationExtendHoldArgs = {
  holdId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationApplyPromoCodeArgs = {
  holdId: Scalars['ID']['input'];
  code?: InputMaybe<Scalars['String']['input']>;
};


/** Mutations. */
export type MutationChooseHoldPricesArgs = {
  input: ChooseHoldPricesInput;
};


/** Mutations. */
export type MutationCreatePromoCodeArgs = {
  input: CreatePromoCodeInput;
};


/** Mutations. */
export type MutationEndPromoCodeArgs = {
  eventId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
};


/** Mutations. */
export type MutationCreateAccessCodesArgs = {
  input: CreateAccessCodesInput;
};


/** Mutations. */
export type MutationEndAccessCodesArgs = {
  batchId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationCreatePackageArgs = {
  input: CreatePackageInput;
};


/** Mutations. */
export type MutationClosePackageArgs = {
  packageId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationHoldPackageArgs = {
  input: HoldPackageInput;
};


/** Mutations. */
export type MutationOpenQueueArgs = {
  input: OpenQueueInput;
};


/** Mutations. */
export type MutationSteerQueueArgs = {
  input: SteerQueueInput;
};


/** Mutations. */
export type MutationReviewQueueEntryArgs = {
  input: ReviewQueueEntryInput;
};


/** Mutations. */
export type MutationJoinQueueArgs = {
  eventId: Scalars['ID']['input'];
  proofOfWork?: InputMaybe<Scalars['String']['input']>;
};


/** Mutations. */
export type MutationLeaveQueueArgs = {
  eventId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationEnterSaleArgs = {
  eventId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationSetWaitlistArgs = {
  input: SetWaitlistInput;
};


/** Mutations. */
export type MutationJoinWaitlistArgs = {
  input: JoinWaitlistInput;
};


/** Mutations. */
export type MutationLeaveWaitlistArgs = {
  entryId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationBlockSeatsArgs = {
  eventId: Scalars['ID']['input'];
  seatIds: Array<Scalars['ID']['input']>;
};


/** Mutations. */
export type MutationSetSeatsAsideArgs = {
  input: SetSeatsAsideInput;
};


/** Mutations. */
export type MutationSetSalesChannelArgs = {
  input: SetSalesChannelInput;
};


/** Mutations. */
export type MutationUnblockSeatsArgs = {
  eventId: Scalars['ID']['input'];
  seatIds: Array<Scalars['ID']['input']>;
};


/** Mutations. */
export type MutationReserveAtCounterArgs = {
  input: ReserveAtCounterInput;
};


/** Mutations. */
export type MutationChangeReservationArgs = {
  input: ChangeReservationInput;
};


/** Mutations. */
export type MutationCancelReservationArgs = {
  input: CancelReservationInput;
};


/** Mutations. */
export type MutationOpenSaleArgs = {
  plan: SeatPlanInput;
};


/** Mutations. */
export type MutationOpenSalesArgs = {
  plan: Scalars['String']['input'];
};


/** Mutations. */
export type MutationSetSalesArgs = {
  eventId: Scalars['ID']['input'];
  state: SaleState;
};


/** Mutations. */
export type MutationSetSaleTermsArgs = {
  eventId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  terms: SaleTermsInput;
};


/** Mutations. */
export type MutationSetSalePricesArgs = {
  eventId: Scalars['ID']['input'];
  prices: SalePricesInput;
};


/** Mutations. */
export type MutationConvertHoldsArgs = {
  conversions: Array<HoldConversionInput>;
};


/** Mutations. */
export type MutationSellSeatsOfArgs = {
  orderIds: Array<Scalars['ID']['input']>;
};


/** Mutations. */
export type MutationConvertHoldArgs = {
  holdId: Scalars['ID']['input'];
  orderId: Scalars['ID']['input'];
  buyerId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationSellSeatsArgs = {
  orderId: Scalars['ID']['input'];
};


/** Mutations. */
export type MutationReleaseSeatsArgs = {
  orderId: Scalars['ID']['input'];
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** Mutations. */
export type MutationConvertHoldsTogetherArgs = {
  conversions: Array<HoldsConversionInput>;
};


/** Mutations. */
export type MutationSellSeatsTogetherArgs = {
  orderIds: Array<Scalars['ID']['input']>;
};


/** Mutations. */
export type MutationReleaseSeatsTogetherArgs = {
  orderId: Scalars['ID']['input'];
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** Mutations. */
export type MutationMoveSeatArgs = {
  moveId: Scalars['ID']['input'];
  orderId: Scalars['ID']['input'];
  seatId: Scalars['ID']['input'];
  toSeatId: Scalars['ID']['input'];
};

/** Whether seats of an event can be held. */
export type SaleState =
  | 'OPEN'
  | 'PAUSED'
  | 'CLOSED';

/** When an event is sold, and to whom. */
export type SaleTermsInput = {
  /** Start of sales; null for no limit. */
  opensAt?: InputMaybe<Scalars['String']['input']>;
  /** End of sales; null for no limit. */
  closesAt?: InputMaybe<Scalars['String']['input']>;
  /** Hash of the code that a request must have; null for an event that is open to all. */
  accessHash?: InputMaybe<Scalars['String']['input']>;
  /** Whether its buyers are asked questions. Default: false. */
  asksQuestions?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Seat plan of an event with prices. Amounts are in minor units of the currency. */
export type SeatPlanInput = {
  /** ID of the event. */
  eventId: Scalars['ID']['input'];
  /** Organization that sells it. */
  organizationId: Scalars['ID']['input'];
  /** ISO 4217 code. */
  currency: Scalars['String']['input'];
  /** Maximum number of seats for one buyer. */
  maxSeatsPerBuyer: Scalars['Int']['input'];
  /** Rules for holding seats. */
  holdPolicy: SeatPlanHoldPolicyInput;
  /** End of sales. */
  salesEndAt: Scalars['String']['input'];
  /** Fees and taxes, for prices with a promo code. */
  pricing: SeatPlanPricingInput;
  /** Price tiers. */
  tiers: Array<SeatPlanTierInput>;
  /** Sections. */
  sections: Array<SeatPlanSectionInput>;
  /** What is known of the hall besides rows and labels, if anything. */
  hall?: InputMaybe<SeatPlanHallInput>;
  /** When and to whom it is sold. Default: to everyone, until it is over. */
  terms?: InputMaybe<SaleTermsInput>;
  /** Prices. Default: those of the tiers. */
  prices?: InputMaybe<SalePricesInput>;
};

/** Prices of an event with several prices for each tier. */
export type SalePricesInput = {
  /** Version of the event. */
  version: Scalars['Int']['input'];
  /** Fees and taxes in the prices. */
  pricing: SeatPlanPricingInput;
  /** Tiers with their prices. */
  tiers: Array<SalePricesTierInput>;
};

/** Prices of a tier. */
export type SalePricesTierInput = {
  /** ID of the tier. */
  id: Scalars['ID']['input'];
  /** Prices, in the order of the organizer. */
  offers: Array<SalePriceInput>;
};

/** A price of a tier. */
export type SalePriceInput = {
  /** Name; unique in the tier. */
  label: Scalars['String']['input'];
  /** Whether it is paid for seats without a chosen price. */
  isStandard: Scalars['Boolean']['input'];
  /** Maximum number of its seats in a hold. */
  mostPerHold?: InputMaybe<Scalars['Int']['input']>;
  /** Names of prices, at least one of which must be in the same hold; empty for any. */
  onlyWith: Array<Scalars['String']['input']>;
  /** Maximum number of its seats for each seat at a price of onlyWith. */
  mostForEach?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a promo code must open it. */
  needsCode: Scalars['Boolean']['input'];
  /** Whether it is only for wheelchair places. */
  wheelchairPlacesOnly: Scalars['Boolean']['input'];
  /** Start of its sale; null for no limit. */
  opensAt?: InputMaybe<Scalars['String']['input']>;
  /** End of its sale; null for no limit. */
  closesAt?: InputMaybe<Scalars['String']['input']>;
  /** Maximum number of tickets at this price. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Steps, which follow each other. */
  steps: Array<SalePriceStepInput>;
};

/** A step of a price. */
export type SalePriceStepInput = {
  /** Name of the phase; null for the last step. */
  phase?: InputMaybe<Scalars['String']['input']>;
  /** End of the step; null for no limit. */
  endsAt?: InputMaybe<Scalars['String']['input']>;
  /** Maximum number of tickets at this step. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Parts of the price. */
  breakdown: SeatPlanBreakdownInput;
};

/** Geometry and views of a hall. */
export type SeatPlanHallInput = {
  /** Point that the best seats are near. */
  focalPoint?: InputMaybe<SeatPlanPointInput>;
  /** Sections, in the order of the plan. */
  sections: Array<SeatPlanHallSectionInput>;
};

/** Point of a hall, in centimetres. */
export type SeatPlanPointInput = {
  /** Centimetres to the right. */
  x: Scalars['Int']['input'];
  /** Centimetres away from the stage. */
  y: Scalars['Int']['input'];
};

/** Geometry and views of a section. Its seats are counted from 1. */
export type SeatPlanHallSectionInput = {
  /** Rank; null comes last. */
  rank?: InputMaybe<Scalars['Int']['input']>;
  /** Positions of all seats; null for a section without geometry. */
  points?: InputMaybe<SeatPlanPointsInput>;
  /** Corners of the drawn outline; null for a section without one. */
  shape?: InputMaybe<Array<SeatPlanPointInput>>;
  /** Companion seats. */
  companion: Array<Scalars['Int']['input']>;
  /** Seats with an obstructed view. */
  obstructed: Array<Scalars['Int']['input']>;
  /** Notes about views. */
  notes: Array<SeatPlanNoteInput>;
};

/** Positions of seats, in centimetres. */
export type SeatPlanPointsInput = {
  /** Centimetres to the right, for each seat. */
  x: Array<Scalars['Int']['input']>;
  /** Centimetres away from the stage, for each seat. */
  y: Array<Scalars['Int']['input']>;
};

/** Note about the view from some seats. */
export type SeatPlanNoteInput = {
  /** The seats. */
  seats: Array<Scalars['Int']['input']>;
  /** The note. */
  text: Scalars['String']['input'];
};

/** Rules for holding seats of an event. */
export type SeatPlanHoldPolicyInput = {
  /** Duration of a hold. */
  holdSeconds: Scalars['Int']['input'];
  /** Maximum duration of a hold, including extensions. */
  maxHoldSeconds: Scalars['Int']['input'];
  /** Whether a hold that needlessly isolates a single seat is refused. */
  avoidSingleSeats: Scalars['Boolean']['input'];
  /** Maximum number of other seats with each wheelchair place; null for no limit. */
  companionsPerWheelchairPlace?: InputMaybe<Scalars['Int']['input']>;
  /** Whether guests and accounts without a verified address are refused. Default: false. */
  verifiedBuyersOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Fees and taxes of the organization. */
export type SeatPlanPricingInput = {
  /** Fees, in the order in which they are added. */
  fees: Array<SeatPlanFeeInput>;
  /** Taxes, in the order in which they are added. */
  taxes: Array<SeatPlanTaxInput>;
};

/** A fee. */
export type SeatPlanFeeInput = {
  /** Name shown to buyers. */
  name: Scalars['String']['input'];
  /** Share of the price, in thousandths of a percent. */
  rate: Scalars['Int']['input'];
  /** Amount in addition to the rate. */
  fixed?: InputMaybe<SeatPlanFixedFeeInput>;
  /** Whether the price already contains it. */
  isIncluded: Scalars['Boolean']['input'];
};

/** An amount for each ticket. */
export type SeatPlanFixedFeeInput = {
  /** Amount in minor units. */
  amount: Scalars['Int']['input'];
  /** ISO 4217 code. The fee applies only to events in this currency. */
  currency: Scalars['String']['input'];
};

/** A tax. */
export type SeatPlanTaxInput = {
  /** Name shown to buyers. */
  name: Scalars['String']['input'];
  /** Rate in thousandths of a percent. */
  rate: Scalars['Int']['input'];
  /** Whether the price already contains it. */
  isIncluded: Scalars['Boolean']['input'];
};

/** A price. */
export type SeatPlanTierInput = {
  /** ID of the tier. */
  id: Scalars['ID']['input'];
  /** Name shown to buyers. */
  name: Scalars['String']['input'];
  /** Price of a ticket. */
  price: Scalars['Int']['input'];
  /** Parts of the price. */
  breakdown?: InputMaybe<SeatPlanBreakdownInput>;
};

/** Parts of a price. */
export type SeatPlanBreakdownInput = {
  /** Base price that the organizer sets for a ticket. */
  base: Scalars['Int']['input'];
  /** Discounts, fees and taxes. */
  lines: Array<SeatPlanPriceLineInput>;
  /** Price that the buyer pays. */
  total: Scalars['Int']['input'];
};

/** One part of a price. */
export type SeatPlanPriceLineInput = {
  /** Kind of this part. */
  kind: PriceLineKind;
  /** Name given by the organization; for a discount, its code. */
  name: Scalars['String']['input'];
  /** Amount; negative for a discount. */
  amount: Scalars['Int']['input'];
  /** Whether the amount before this line already contains it; otherwise it is added. */
  isIncluded: Scalars['Boolean']['input'];
  /** Rate of a tax, in thousandths of a percent. */
  rate?: InputMaybe<Scalars['Int']['input']>;
};

/** Section with places of one price: rows of seats, or general admission. */
export type SeatPlanSectionInput = {
  /** ID of the section. */
  id: Scalars['ID']['input'];
  /** Name shown to buyers. */
  name: Scalars['String']['input'];
  /** ID of the price tier. */
  tierId: Scalars['ID']['input'];
  /** Capacity of a section without rows. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Rows, from front to back. */
  rows?: InputMaybe<Array<SeatPlanRowInput>>;
};

/** A row of seats. */
export type SeatPlanRowInput = {
  /** Name shown to buyers. */
  label: Scalars['String']['input'];
  /** Seat labels, in order. */
  labels: Array<Scalars['String']['input']>;
  /** Positions, from 1, after which there is an aisle. */
  aislesAfter: Array<Scalars['Int']['input']>;
  /** Positions, from 1, of wheelchair places. */
  wheelchair: Array<Scalars['Int']['input']>;
};

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

/** Result of an exchange: the new seat, or the refusal. */
export type MovedSeat = {
  __typename?: 'MovedSeat';
  /** Refusal; null on success. */
  refusal?: Maybe<SeatMoveRefusal>;
  /** ID of the new seat. */
  id?: Maybe<Scalars['ID']['output']>;
  /** Section. */
  sectionId?: Maybe<Scalars['ID']['output']>;
  /** Name of the section. */
  sectionName?: Maybe<Scalars['String']['output']>;
  /** Label of the row. */
  row?: Maybe<Scalars['String']['output']>;
  /** Label of the seat. */
  number?: Maybe<Scalars['String']['output']>;
};

/** A hold to convert to an order. */
export type HoldConversionInput = {
  /** ID of the hold. */
  holdId: Scalars['ID']['input'];
  /** ID of the order. */
  orderId: Scalars['ID']['input'];
  /** Required buyer of the hold. */
  buyerId: Scalars['ID']['input'];
  /** Whether the buyer's address is not verified. Default: false. */
  isUnverified?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the buyer gave answers to questions. Default: false. */
  hasAnswers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the answers to the questions of the events are checked. Default: false. */
  isChecked?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of a conversion: the seats of the order, or the refusal. */
export type ConvertedHold = {
  __typename?: 'ConvertedHold';
  /** Refusal; null on success. */
  refusal?: Maybe<ConversionRefusal>;
  /** ID of the event. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** Organization that sells it. */
  organizationId?: Maybe<Scalars['ID']['output']>;
  /** ISO 4217 code. */
  currency?: Maybe<Scalars['String']['output']>;
  /** Promo code of the hold. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** Converted seats; for ANSWERS_UNCHECKED those of the hold. */
  seats: Array<ConvertedSeat>;
};

/** Holds to convert to one order. */
export type HoldsConversionInput = {
  /** IDs of the holds, in the order of the order's items. */
  holdIds: Array<Scalars['ID']['input']>;
  /** ID of the order. */
  orderId: Scalars['ID']['input'];
  /** Required buyer of the holds. */
  buyerId: Scalars['ID']['input'];
  /** Whether the buyer's address is not verified. Default: false. */
  isUnverified?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the buyer gave answers to questions. Default: false. */
  hasAnswers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the answers to the questions of the events are checked. Default: false. */
  isChecked?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of a conversion of several holds: the seats of the order, or the refusal. */
export type ConvertedHolds = {
  __typename?: 'ConvertedHolds';
  /** Refusal; null on success. */
  refusal?: Maybe<ConversionRefusal>;
  /** ID of the hold that is the reason of the refusal. */
  holdId?: Maybe<Scalars['ID']['output']>;
  /** Organization that sells them. */
  organizationId?: Maybe<Scalars['ID']['output']>;
  /** ISO 4217 code. */
  currency?: Maybe<Scalars['String']['output']>;
  /** Converted seats, hold by hold; for ANSWERS_UNCHECKED those of the holds. */
  seats: Array<ConvertedSeat>;
};

/** A seat at the time of conversion. */
export type ConvertedSeat = {
  __typename?: 'ConvertedSeat';
  /** ID of the seat. */
  id: Scalars['ID']['output'];
  /** ID of the event. */
  eventId: Scalars['ID']['output'];
  /** Promo code of the seat's hold, whether or not it covers this seat. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** ID of the section. */
  sectionId: Scalars['ID']['output'];
  /** Name of the section. */
  sectionName: Scalars['String']['output'];
  /** Row label. */
  row?: Maybe<Scalars['String']['output']>;
  /** Seat label. */
  number?: Maybe<Scalars['String']['output']>;
  /** Name of the price tier. */
  tierName: Scalars['String']['output'];
  /** Name of the price, of an event with several prices. */
  priceName?: Maybe<Scalars['String']['output']>;
  /** Name of the sales channel that the hold was made through. */
  channel?: Maybe<Scalars['String']['output']>;
  /** Price in minor units of the hold's currency. */
  price: Scalars['Int']['output'];
  /** Parts of the price. */
  priceBreakdown: SeatPriceBreakdown;
  /** Like `priceBreakdown`, as JSON. For callers of the previous version. */
  breakdown: Scalars['String']['output'];
};

/** Parts of a price, in minor units: `total` is `base` plus all lines that are not included. */
export type SeatPriceBreakdown = {
  __typename?: 'SeatPriceBreakdown';
  /** Base price that the organizer sets for a ticket. */
  base: Scalars['Int']['output'];
  /** Discounts, fees and taxes. */
  lines: Array<SeatPriceLine>;
  /** Price that the buyer pays. */
  total: Scalars['Int']['output'];
};

/** One part of a price, in minor units. */
export type SeatPriceLine = {
  __typename?: 'SeatPriceLine';
  /** Kind of this part. */
  kind: PriceLineKind;
  /** Name given by the organization; for a discount, its code. */
  name: Scalars['String']['output'];
  /** Amount; negative for a discount. */
  amount: Scalars['Int']['output'];
  /** Whether the amount before this line already contains it; otherwise it is added. */
  isIncluded: Scalars['Boolean']['output'];
  /** Rate of a tax, in thousandths of a percent. Null for other lines. */
  rate?: Maybe<Scalars['Int']['output']>;
};

/** One message of seatsChanged. */
export type SeatsChanged = {
  __typename?: 'SeatsChanged';
  /** Event. */
  event?: Maybe<Event>;
  /** Changed seats, in their current state. */
  seats: Array<Seat>;
  /** Numbers of seats by state, after this change. */
  availability: Availability;
  /** Opaque cursor: pass it as `after` to resume the stream after this message. */
  cursor: Scalars['String']['output'];
  /** Whether the stream could not be resumed at `after`. If so, query the seats again. */
  reset: Scalars['Boolean']['output'];
  /**
   * The changed seats in base64: one record for each seat, in the order of the layout. A record is two unsigned LEB128 numbers. The first is
   * (distance × 4 + state): the number of seats between this seat and the one before, and 0 AVAILABLE, 1 HELD, 2 SOLD, 3 BLOCKED.
   * The second is the seat's version. A higher version wins. Empty if `seats` is empty.
   */
  packed?: Maybe<Scalars['String']['output']>;
};

/** Seats of an event for drawing: an immutable layout, and the states of all seats in its order. */
export type SeatMap = {
  __typename?: 'SeatMap';
  /** Version of the layout. It is part of `layoutUrl`. */
  version: Scalars['ID']['output'];
  /**
   * Path of the layout at the gateway: a JSON document with sections, rows, labels and positions. It never changes under one version: cache it.
   * A version that has been replaced may answer 404: query `seatMap` again.
   */
  layoutUrl: Scalars['String']['output'];
  /** Current states of all seats. */
  states: SeatStates;
};

/** States of all seats at one moment, in the order of the layout. */
export type SeatStates = {
  __typename?: 'SeatStates';
  /** Opaque cursor of `seatsChanged`: pass it as `after` to get all changes since these states. */
  cursor: Scalars['String']['output'];
  /**
   * States in base64, two bits a seat, four seats a byte: seat i is (byte[i >> 2] >> (2 × (i & 3))) & 3.
   * 0 AVAILABLE, 1 HELD, 2 SOLD, 3 BLOCKED: not for sale to the public, also a seat that is set aside for a sales channel.
   */
  packed: Scalars['String']['output'];
  /**
   * Versions in base64, as runs of seats with the same version: pairs of unsigned LEB128 numbers, the length of the run and the version.
   * Needed by clients that subscribe without `after`: a higher version wins. With `after: cursor`, later messages win.
   */
  versions: Scalars['String']['output'];
};

/** Subscriptions. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Current entry of a waiting list at once, and again within a second or two after its state or its offer has changed. `ahead` alone is no reason.
   * Only for the person who waits.
   */
  waitlistEntryChanged: WaitlistEntry;
  /**
   * Streams all changes of a published event's seats to anyone, in the order of each seat's version. A PRIVATE event needs its access code.
   * Changes within 50 ms are merged to the latest state of each seat.
   * The first message arrives at once. Without `after`, its `seats` are empty.
   * To resume after a lost connection, pass the `cursor` of the last message as `after`: `seats` are then the changes since.
   * To get a consistent state: subscribe first, then query `seats` or `seatMap`, and keep the higher version of each seat.
   * Every change committed after the first message is delivered.
   * Turn off automatic retries of the client library (`retryAttempts: 0` of graphql-ws): they repeat the initial `after`.
   * Subscribe again with the latest cursor instead.
   */
  seatsChanged: SeatsChanged;
};


/** Subscriptions. */
export type SubscriptionWaitlistEntryChangedArgs = {
  entryId: Scalars['ID']['input'];
};


/** Subscriptions. */
export type SubscriptionSeatsChangedArgs = {
  eventId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  accessCode?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  __typename?: 'User';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /**
   * Active holds, the first to expire first, at most 100: the basket, after a reload. Only for the user; null for anyone else.
   * A hold leaves the list when it expires, is released, or becomes an order.
   */
  holds?: Maybe<Array<Hold>>;
};

export type Organization = {
  __typename?: 'Organization';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /**
   * Reservations at the counter, the last made first. `search` is a number, an e-mail address, a telephone number, the beginnings of words of a name, or
   * a seat such as "Stalls C 12". For members from BOX_OFFICE up; null for anyone else.
   */
  reservations?: Maybe<ReservationConnection>;
  /** Packages, newest first, also those that have ended. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  packages?: Maybe<TicketPackageConnection>;
};


export type OrganizationReservationsArgs = {
  eventId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ReservationStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationPackagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Order = {
  __typename?: 'Order';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
};

export type Event = {
  __typename?: 'Event';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Queue of the event; null for an event without one. */
  queue?: Maybe<Queue>;
  /** Waiting list of the event; null for an event without one. */
  waitlist?: Maybe<Waitlist>;
  /** Numbers of seats for the event and for each tier, at most a second old. For a draft: 0 and no tiers. */
  availability?: Maybe<Availability>;
  /** Seats, by section, row and position. Empty for a draft. */
  seats?: Maybe<SeatConnection>;
  /** One seat; null for a seat of another event. */
  seat?: Maybe<Seat>;
  /** Seats for drawing. Null for a draft. */
  seatMap?: Maybe<SeatMap>;
  /** Sales channels. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  salesChannels?: Maybe<Array<SalesChannel>>;
  /** Promo codes, newest first. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  promoCodes?: Maybe<PromoCodeConnection>;
  /** Batches of access codes, newest first. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  accessCodeBatches?: Maybe<AccessCodeBatchConnection>;
  /** Packages that it can be bought with now or later, the first created first; at most 10. Those with a PRIVATE event are left out. */
  packages?: Maybe<Array<TicketPackage>>;
  /** Numbers of seats by section and tier. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
  availabilityReport?: Maybe<Array<AvailabilityReportLine>>;
};


export type EventSeatsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<SeatStatus>;
};


export type EventSeatArgs = {
  id: Scalars['ID']['input'];
};


export type EventPromoCodesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type EventAccessCodeBatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Section = {
  __typename?: 'Section';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name; unique in the venue. */
  name: Scalars['String']['output'];
};

export type PriceTier = {
  __typename?: 'PriceTier';
  /** Permanent identifier. */
  id: Scalars['ID']['output'];
  /** Name; unique in the event. */
  name: Scalars['String']['output'];
  /** Standard price of one seat for the buyer, after its phases, with all fees and taxes. setPrices changes it; held seats keep their price. For a draft it is the current calculation. */
  price: Money;
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
  Seat: Seat;
  Hold: Hold;
  TicketPackage: TicketPackage;
  User: User;
  Organization: Organization;
  Event: Event;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Seat:
    ( { __typename: 'Seat' }
    & GraphQLRecursivePick<FederationTypes['Seat'], {"id":true}> );
  Hold:
    ( { __typename: 'Hold' }
    & GraphQLRecursivePick<FederationTypes['Hold'], {"id":true}> );
  TicketPackage:
    ( { __typename: 'TicketPackage' }
    & GraphQLRecursivePick<FederationTypes['TicketPackage'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  Event:
    ( { __typename: 'Event' }
    & GraphQLRecursivePick<FederationTypes['Event'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  HoldSeatsResult:
    | ( HoldRow )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( EventNotOnSale )
    | ( SeatLimitReached )
    | ( SeatLeftAlone )
    | ( TooManyCompanions )
    | ( PromoCodeNotUsable )
    | ( PriceNotUsable )
    | ( TotalChanged )
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( EmailNotVerified )
    | ( VerifiedBuyersOnly )
    | ( Omit<AdmissionRequired, 'event'> & { event: _RefType['Event'] } )
  ;
  ApplyPromoCodeResult:
    | ( HoldRow )
    | ( PromoCodeNotUsable )
    | ( PriceNotUsable )
    | ( HoldNotActive )
    | ( NotFound )
  ;
  ChooseHoldPricesResult:
    | ( HoldRow )
    | ( HoldNotActive )
    | ( NotFound )
    | ( PriceNotUsable )
    | ( PromoCodeNotUsable )
    | ( TotalChanged )
  ;
  ExtendHoldResult:
    | ( HoldRow )
    | ( HoldNotActive )
    | ( NotFound )
  ;
  ReleaseHoldResult:
    | ( HoldRow )
    | ( NotFound )
  ;
  BlockSeatsResult:
    | ( Omit<BlockedSeats, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( NotFound )
  ;
  SetSalesChannelResult:
    | ( SalesChannel )
    | ( NotFound )
  ;
  SetSeatsAsideResult:
    | ( SalesChannel )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( NotFound )
  ;
  CreateAccessCodesResult:
    | ( Omit<AccessCodes, 'batch'> & { batch: _RefType['AccessCodeBatch'] } )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  EndAccessCodesResult:
    | ( AccessCodeBatchRow )
    | ( NotFound )
  ;
  CreatePromoCodeResult:
    | ( PromoCodeRow )
    | ( PromoCodeTaken )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  EndPromoCodeResult:
    | ( PromoCodeRow )
    | ( NotFound )
  ;
  CreatePackageResult:
    | ( TicketPackageRow )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  ClosePackageResult:
    | ( TicketPackageRow )
    | ( NotFound )
  ;
  HoldPackageResult:
    | ( HeldPackageRow )
    | ( Omit<PackageNotUsable, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( EventNotOnSale )
    | ( Omit<AdmissionRequired, 'event'> & { event: _RefType['Event'] } )
    | ( SeatLimitReached )
    | ( SeatLeftAlone )
    | ( TooManyCompanions )
    | ( PriceNotUsable )
    | ( TotalChanged )
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( EmailNotVerified )
    | ( VerifiedBuyersOnly )
  ;
  ReserveAtCounterResult:
    | ( ReservationRow )
    | ( HoldNotActive )
    | ( HoldReserved )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  ChangeReservationResult:
    | ( ReservationRow )
    | ( ReservationNotOpen )
    | ( NotFound )
  ;
  CancelReservationResult:
    | ( ReservationRow )
    | ( ReservationNotOpen )
    | ( NotFound )
  ;
  OpenQueueResult:
    | ( QueueRow )
    | ( QueueExists )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  SteerQueueResult:
    | ( QueueRow )
    | ( QueueNotSteerable )
    | ( NotFound )
  ;
  ReviewQueueEntryResult:
    | ( HeldQueueEntryRow )
    | ( QueueEntryNotHeld )
    | ( NotFound )
  ;
  JoinQueueResult:
    | ( QueueEntryRow )
    | ( QueueNotOpen )
    | ( EmailNotVerified )
    | ( ProofOfWorkRequired )
    | ( NotFound )
  ;
  LeaveQueueResult:
    | ( QueueEntryRow )
    | ( NotFound )
  ;
  EnterSaleResult:
    | ( Admission )
    | ( NotYourTurn )
    | ( SaleFull )
    | ( NotFound )
  ;
  SetWaitlistResult:
    | ( WaitlistRow )
    | ( NotFound )
  ;
  JoinWaitlistResult:
    | ( WaitlistEntryRow )
    | ( WaitlistNotOpen )
    | ( AlreadyWaiting )
    | ( SeatLimitReached )
    | ( EmailNotVerified )
    | ( VerifiedBuyersOnly )
    | ( NotFound )
    | ( IdempotencyKeyReused )
  ;
  LeaveWaitlistResult:
    | ( WaitlistEntryRow )
    | ( NotFound )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( PriceNotUsable )
    | ( TotalChanged )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( EventNotOnSale )
    | ( SeatLimitReached )
    | ( EmailNotVerified )
    | ( SeatLeftAlone )
    | ( TooManyCompanions )
    | ( HoldNotActive )
    | ( VerifiedBuyersOnly )
    | ( PromoCodeNotUsable )
    | ( PromoCodeTaken )
    | ( Omit<PackageNotUsable, 'event'> & { event?: Maybe<_RefType['Event']> } )
    | ( HoldReserved )
    | ( ReservationNotOpen )
    | ( Omit<AdmissionRequired, 'event'> & { event: _RefType['Event'] } )
    | ( QueueExists )
    | ( QueueNotOpen )
    | ( ProofOfWorkRequired )
    | ( QueueNotSteerable )
    | ( QueueEntryNotHeld )
    | ( NotYourTurn )
    | ( SaleFull )
    | ( WaitlistNotOpen )
    | ( AlreadyWaiting )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotFound: ResolverTypeWrapper<NotFound>;
  IdempotencyKeyReused: ResolverTypeWrapper<IdempotencyKeyReused>;
  Seat: ResolverTypeWrapper<SeatRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  SeatPosition: ResolverTypeWrapper<SeatPosition>;
  SeatStatus: SeatStatus;
  SeatConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Seat"]>>;
  SeatEdge: ResolverTypeWrapper<Omit<SeatEdge, 'node'> & { node: ResolversTypes['Seat'] }>;
  Availability: ResolverTypeWrapper<Omit<Availability, 'tiers'> & { tiers: Array<ResolversTypes['TierAvailability']> }>;
  TierAvailability: ResolverTypeWrapper<TierAvailabilityRow>;
  CurrentPrice: ResolverTypeWrapper<CurrentPrice>;
  CurrentPriceStatus: CurrentPriceStatus;
  AvailabilityReportLine: ResolverTypeWrapper<AvailabilityReportLine>;
  Hold: ResolverTypeWrapper<HoldRow>;
  HoldItem: ResolverTypeWrapper<Omit<HoldItem, 'seat'> & { seat: ResolversTypes['Seat'] }>;
  PriceBreakdown: ResolverTypeWrapper<PriceBreakdown>;
  PriceLine: ResolverTypeWrapper<PriceLine>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  PriceLineKind: PriceLineKind;
  HoldStatus: HoldStatus;
  HoldSeatsInput: HoldSeatsInput;
  HoldBestAvailableInput: HoldBestAvailableInput;
  SeatPriceInput: SeatPriceInput;
  ChooseHoldPricesInput: ChooseHoldPricesInput;
  PriceCountInput: PriceCountInput;
  PriceNotUsable: ResolverTypeWrapper<PriceNotUsable>;
  PriceRefusal: PriceRefusal;
  TotalChanged: ResolverTypeWrapper<TotalChanged>;
  SeatsUnavailable: ResolverTypeWrapper<Omit<SeatsUnavailable, 'seats'> & { seats: Array<ResolversTypes['Seat']> }>;
  EventNotOnSale: ResolverTypeWrapper<EventNotOnSale>;
  SeatLimitReached: ResolverTypeWrapper<SeatLimitReached>;
  EmailNotVerified: ResolverTypeWrapper<EmailNotVerified>;
  SeatLeftAlone: ResolverTypeWrapper<SeatLeftAlone>;
  TooManyCompanions: ResolverTypeWrapper<TooManyCompanions>;
  HoldNotActive: ResolverTypeWrapper<HoldNotActive>;
  HoldSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HoldSeatsResult']>;
  VerifiedBuyersOnly: ResolverTypeWrapper<VerifiedBuyersOnly>;
  PromoCodeNotUsable: ResolverTypeWrapper<PromoCodeNotUsable>;
  PromoCodeRefusal: PromoCodeRefusal;
  ApplyPromoCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyPromoCodeResult']>;
  ChooseHoldPricesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChooseHoldPricesResult']>;
  ExtendHoldResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExtendHoldResult']>;
  ReleaseHoldResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseHoldResult']>;
  BlockSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BlockSeatsResult']>;
  BlockedSeats: ResolverTypeWrapper<Omit<BlockedSeats, 'seats'> & { seats: Array<ResolversTypes['Seat']> }>;
  SetSeatsAsideInput: SetSeatsAsideInput;
  SetSalesChannelInput: SetSalesChannelInput;
  SalesTimesInput: SalesTimesInput;
  SalesTimes: ResolverTypeWrapper<SalesTimes>;
  SalesChannel: ResolverTypeWrapper<SalesChannel>;
  SetSalesChannelResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetSalesChannelResult']>;
  SetSeatsAsideResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetSeatsAsideResult']>;
  PromoCode: ResolverTypeWrapper<PromoCodeRow>;
  AccessCodeBatch: ResolverTypeWrapper<AccessCodeBatchRow>;
  AccessCodeBatchConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["AccessCodeBatch"]>>;
  AccessCodeBatchEdge: ResolverTypeWrapper<Omit<AccessCodeBatchEdge, 'node'> & { node: ResolversTypes['AccessCodeBatch'] }>;
  AccessCodes: ResolverTypeWrapper<Omit<AccessCodes, 'batch'> & { batch: ResolversTypes['AccessCodeBatch'] }>;
  CreateAccessCodesInput: CreateAccessCodesInput;
  CreateAccessCodesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateAccessCodesResult']>;
  EndAccessCodesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndAccessCodesResult']>;
  PromoCodeConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["PromoCode"]>>;
  PromoCodeEdge: ResolverTypeWrapper<Omit<PromoCodeEdge, 'node'> & { node: ResolversTypes['PromoCode'] }>;
  CreatePromoCodeInput: CreatePromoCodeInput;
  PromoCodeTaken: ResolverTypeWrapper<PromoCodeTaken>;
  CreatePromoCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreatePromoCodeResult']>;
  EndPromoCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndPromoCodeResult']>;
  TicketPackage: ResolverTypeWrapper<TicketPackageRow>;
  TicketPackagePart: ResolverTypeWrapper<TicketPackagePartRow>;
  TicketPackagePrice: ResolverTypeWrapper<TicketPackagePrice>;
  TicketPackageConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["TicketPackage"]>>;
  TicketPackageEdge: ResolverTypeWrapper<Omit<TicketPackageEdge, 'node'> & { node: ResolversTypes['TicketPackage'] }>;
  CreatePackageInput: CreatePackageInput;
  PackageEventInput: PackageEventInput;
  HoldPackageInput: HoldPackageInput;
  PackageSeatsInput: PackageSeatsInput;
  HeldPackage: ResolverTypeWrapper<HeldPackageRow>;
  PackageNotUsable: ResolverTypeWrapper<Omit<PackageNotUsable, 'event'> & { event?: Maybe<ResolversTypes['Event']> }>;
  PackageRefusal: PackageRefusal;
  CreatePackageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreatePackageResult']>;
  ClosePackageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ClosePackageResult']>;
  HoldPackageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HoldPackageResult']>;
  Reservation: ResolverTypeWrapper<ReservationRow>;
  ReservationStatus: ReservationStatus;
  ReservationConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Reservation"]>>;
  ReservationEdge: ResolverTypeWrapper<Omit<ReservationEdge, 'node'> & { node: ResolversTypes['Reservation'] }>;
  ReserveAtCounterInput: ReserveAtCounterInput;
  ChangeReservationInput: ChangeReservationInput;
  CancelReservationInput: CancelReservationInput;
  HoldReserved: ResolverTypeWrapper<HoldReserved>;
  ReservationNotOpen: ResolverTypeWrapper<ReservationNotOpen>;
  ReserveAtCounterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReserveAtCounterResult']>;
  ChangeReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeReservationResult']>;
  CancelReservationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelReservationResult']>;
  ReservedHolds: ResolverTypeWrapper<ReservedHolds>;
  ReturnedSeatInput: ReturnedSeatInput;
  PersonalDataPage: ResolverTypeWrapper<PersonalDataPage>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AdmissionRequired: ResolverTypeWrapper<Omit<AdmissionRequired, 'event'> & { event: ResolversTypes['Event'] }>;
  Queue: ResolverTypeWrapper<QueueRow>;
  QueueState: QueueState;
  QueueRandomness: QueueRandomness;
  QueueEntry: ResolverTypeWrapper<QueueEntryRow>;
  QueueEntryState: QueueEntryState;
  HeldQueueEntry: ResolverTypeWrapper<HeldQueueEntryRow>;
  HeldQueueEntryReason: ResolverTypeWrapper<HeldQueueEntryReason>;
  QueueEntryDecision: QueueEntryDecision;
  HeldQueueEntryConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["HeldQueueEntry"]>>;
  HeldQueueEntryEdge: ResolverTypeWrapper<Omit<HeldQueueEntryEdge, 'node'> & { node: ResolversTypes['HeldQueueEntry'] }>;
  QueueFigures: ResolverTypeWrapper<QueueFigures>;
  Admission: ResolverTypeWrapper<Admission>;
  OpenQueueInput: OpenQueueInput;
  SteerQueueInput: SteerQueueInput;
  ReviewQueueEntryInput: ReviewQueueEntryInput;
  QueueAction: QueueAction;
  QueueExists: ResolverTypeWrapper<QueueExists>;
  QueueNotOpen: ResolverTypeWrapper<QueueNotOpen>;
  ProofOfWorkRequired: ResolverTypeWrapper<ProofOfWorkRequired>;
  QueueNotSteerable: ResolverTypeWrapper<QueueNotSteerable>;
  QueueEntryNotHeld: ResolverTypeWrapper<QueueEntryNotHeld>;
  QueueNotSteerableReason: QueueNotSteerableReason;
  NotYourTurn: ResolverTypeWrapper<NotYourTurn>;
  SaleFull: ResolverTypeWrapper<SaleFull>;
  OpenQueueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenQueueResult']>;
  SteerQueueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SteerQueueResult']>;
  ReviewQueueEntryResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReviewQueueEntryResult']>;
  JoinQueueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['JoinQueueResult']>;
  LeaveQueueResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LeaveQueueResult']>;
  EnterSaleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EnterSaleResult']>;
  Waitlist: ResolverTypeWrapper<WaitlistRow>;
  WaitlistState: WaitlistState;
  WaitlistEntry: ResolverTypeWrapper<WaitlistEntryRow>;
  WaitlistEntryState: WaitlistEntryState;
  WaitlistPassReason: WaitlistPassReason;
  WaitlistEntryConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["WaitlistEntry"]>>;
  WaitlistEntryEdge: ResolverTypeWrapper<Omit<WaitlistEntryEdge, 'node'> & { node: ResolversTypes['WaitlistEntry'] }>;
  SetWaitlistInput: SetWaitlistInput;
  SetWaitlistState: SetWaitlistState;
  JoinWaitlistInput: JoinWaitlistInput;
  WaitlistNotOpen: ResolverTypeWrapper<WaitlistNotOpen>;
  AlreadyWaiting: ResolverTypeWrapper<AlreadyWaiting>;
  SetWaitlistResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetWaitlistResult']>;
  JoinWaitlistResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['JoinWaitlistResult']>;
  LeaveWaitlistResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LeaveWaitlistResult']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SaleState: SaleState;
  SaleTermsInput: SaleTermsInput;
  SeatPlanInput: SeatPlanInput;
  SalePricesInput: SalePricesInput;
  SalePricesTierInput: SalePricesTierInput;
  SalePriceInput: SalePriceInput;
  SalePriceStepInput: SalePriceStepInput;
  SeatPlanHallInput: SeatPlanHallInput;
  SeatPlanPointInput: SeatPlanPointInput;
  SeatPlanHallSectionInput: SeatPlanHallSectionInput;
  SeatPlanPointsInput: SeatPlanPointsInput;
  SeatPlanNoteInput: SeatPlanNoteInput;
  SeatPlanHoldPolicyInput: SeatPlanHoldPolicyInput;
  SeatPlanPricingInput: SeatPlanPricingInput;
  SeatPlanFeeInput: SeatPlanFeeInput;
  SeatPlanFixedFeeInput: SeatPlanFixedFeeInput;
  SeatPlanTaxInput: SeatPlanTaxInput;
  SeatPlanTierInput: SeatPlanTierInput;
  SeatPlanBreakdownInput: SeatPlanBreakdownInput;
  SeatPlanPriceLineInput: SeatPlanPriceLineInput;
  SeatPlanSectionInput: SeatPlanSectionInput;
  SeatPlanRowInput: SeatPlanRowInput;
  ConversionRefusal: ConversionRefusal;
  SeatMoveRefusal: SeatMoveRefusal;
  MovedSeat: ResolverTypeWrapper<MovedSeat>;
  HoldConversionInput: HoldConversionInput;
  ConvertedHold: ResolverTypeWrapper<ConvertedHold>;
  HoldsConversionInput: HoldsConversionInput;
  ConvertedHolds: ResolverTypeWrapper<ConvertedHolds>;
  ConvertedSeat: ResolverTypeWrapper<ConvertedSeat>;
  SeatPriceBreakdown: ResolverTypeWrapper<SeatPriceBreakdown>;
  SeatPriceLine: ResolverTypeWrapper<SeatPriceLine>;
  SeatsChanged: ResolverTypeWrapper<Omit<SeatsChanged, 'event' | 'seats' | 'availability'> & { event?: Maybe<ResolversTypes['Event']>, seats: Array<ResolversTypes['Seat']>, availability: ResolversTypes['Availability'] }>;
  SeatMap: ResolverTypeWrapper<SeatMap>;
  SeatStates: ResolverTypeWrapper<SeatStates>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Omit<User, 'holds'> & { holds?: Maybe<Array<ResolversTypes['Hold']>> }>;
  Organization: ResolverTypeWrapper<Omit<Organization, 'reservations' | 'packages'> & { reservations?: Maybe<ResolversTypes['ReservationConnection']>, packages?: Maybe<ResolversTypes['TicketPackageConnection']> }>;
  Order: ResolverTypeWrapper<Order>;
  Event: ResolverTypeWrapper<Omit<Event, 'queue' | 'waitlist' | 'availability' | 'seats' | 'seat' | 'promoCodes' | 'accessCodeBatches' | 'packages'> & { queue?: Maybe<ResolversTypes['Queue']>, waitlist?: Maybe<ResolversTypes['Waitlist']>, availability?: Maybe<ResolversTypes['Availability']>, seats?: Maybe<ResolversTypes['SeatConnection']>, seat?: Maybe<ResolversTypes['Seat']>, promoCodes?: Maybe<ResolversTypes['PromoCodeConnection']>, accessCodeBatches?: Maybe<ResolversTypes['AccessCodeBatchConnection']>, packages?: Maybe<Array<ResolversTypes['TicketPackage']>> }>;
  Section: ResolverTypeWrapper<Section>;
  PriceTier: ResolverTypeWrapper<PriceTier>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  String: Scalars['String']['output'];
  Money: Money;
  Int: Scalars['Int']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  NotFound: NotFound;
  IdempotencyKeyReused: IdempotencyKeyReused;
  Seat: SeatRow;
  ID: Scalars['ID']['output'];
  SeatPosition: SeatPosition;
  SeatConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Seat"]>;
  SeatEdge: Omit<SeatEdge, 'node'> & { node: ResolversParentTypes['Seat'] };
  Availability: Omit<Availability, 'tiers'> & { tiers: Array<ResolversParentTypes['TierAvailability']> };
  TierAvailability: TierAvailabilityRow;
  CurrentPrice: CurrentPrice;
  AvailabilityReportLine: AvailabilityReportLine;
  Hold: HoldRow;
  HoldItem: Omit<HoldItem, 'seat'> & { seat: ResolversParentTypes['Seat'] };
  PriceBreakdown: PriceBreakdown;
  PriceLine: PriceLine;
  Float: Scalars['Float']['output'];
  HoldSeatsInput: HoldSeatsInput;
  HoldBestAvailableInput: HoldBestAvailableInput;
  SeatPriceInput: SeatPriceInput;
  ChooseHoldPricesInput: ChooseHoldPricesInput;
  PriceCountInput: PriceCountInput;
  PriceNotUsable: PriceNotUsable;
  TotalChanged: TotalChanged;
  SeatsUnavailable: Omit<SeatsUnavailable, 'seats'> & { seats: Array<ResolversParentTypes['Seat']> };
  EventNotOnSale: EventNotOnSale;
  SeatLimitReached: SeatLimitReached;
  EmailNotVerified: EmailNotVerified;
  SeatLeftAlone: SeatLeftAlone;
  TooManyCompanions: TooManyCompanions;
  HoldNotActive: HoldNotActive;
  HoldSeatsResult: ResolversUnionTypes<ResolversParentTypes>['HoldSeatsResult'];
  VerifiedBuyersOnly: VerifiedBuyersOnly;
  PromoCodeNotUsable: PromoCodeNotUsable;
  ApplyPromoCodeResult: ResolversUnionTypes<ResolversParentTypes>['ApplyPromoCodeResult'];
  ChooseHoldPricesResult: ResolversUnionTypes<ResolversParentTypes>['ChooseHoldPricesResult'];
  ExtendHoldResult: ResolversUnionTypes<ResolversParentTypes>['ExtendHoldResult'];
  ReleaseHoldResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseHoldResult'];
  BlockSeatsResult: ResolversUnionTypes<ResolversParentTypes>['BlockSeatsResult'];
  BlockedSeats: Omit<BlockedSeats, 'seats'> & { seats: Array<ResolversParentTypes['Seat']> };
  SetSeatsAsideInput: SetSeatsAsideInput;
  SetSalesChannelInput: SetSalesChannelInput;
  SalesTimesInput: SalesTimesInput;
  SalesTimes: SalesTimes;
  SalesChannel: SalesChannel;
  SetSalesChannelResult: ResolversUnionTypes<ResolversParentTypes>['SetSalesChannelResult'];
  SetSeatsAsideResult: ResolversUnionTypes<ResolversParentTypes>['SetSeatsAsideResult'];
  PromoCode: PromoCodeRow;
  AccessCodeBatch: AccessCodeBatchRow;
  AccessCodeBatchConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["AccessCodeBatch"]>;
  AccessCodeBatchEdge: Omit<AccessCodeBatchEdge, 'node'> & { node: ResolversParentTypes['AccessCodeBatch'] };
  AccessCodes: Omit<AccessCodes, 'batch'> & { batch: ResolversParentTypes['AccessCodeBatch'] };
  CreateAccessCodesInput: CreateAccessCodesInput;
  CreateAccessCodesResult: ResolversUnionTypes<ResolversParentTypes>['CreateAccessCodesResult'];
  EndAccessCodesResult: ResolversUnionTypes<ResolversParentTypes>['EndAccessCodesResult'];
  PromoCodeConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["PromoCode"]>;
  PromoCodeEdge: Omit<PromoCodeEdge, 'node'> & { node: ResolversParentTypes['PromoCode'] };
  CreatePromoCodeInput: CreatePromoCodeInput;
  PromoCodeTaken: PromoCodeTaken;
  CreatePromoCodeResult: ResolversUnionTypes<ResolversParentTypes>['CreatePromoCodeResult'];
  EndPromoCodeResult: ResolversUnionTypes<ResolversParentTypes>['EndPromoCodeResult'];
  TicketPackage: TicketPackageRow;
  TicketPackagePart: TicketPackagePartRow;
  TicketPackagePrice: TicketPackagePrice;
  TicketPackageConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["TicketPackage"]>;
  TicketPackageEdge: Omit<TicketPackageEdge, 'node'> & { node: ResolversParentTypes['TicketPackage'] };
  CreatePackageInput: CreatePackageInput;
  PackageEventInput: PackageEventInput;
  HoldPackageInput: HoldPackageInput;
  PackageSeatsInput: PackageSeatsInput;
  HeldPackage: HeldPackageRow;
  PackageNotUsable: Omit<PackageNotUsable, 'event'> & { event?: Maybe<ResolversParentTypes['Event']> };
  CreatePackageResult: ResolversUnionTypes<ResolversParentTypes>['CreatePackageResult'];
  ClosePackageResult: ResolversUnionTypes<ResolversParentTypes>['ClosePackageResult'];
  HoldPackageResult: ResolversUnionTypes<ResolversParentTypes>['HoldPackageResult'];
  Reservation: ReservationRow;
  ReservationConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Reservation"]>;
  ReservationEdge: Omit<ReservationEdge, 'node'> & { node: ResolversParentTypes['Reservation'] };
  ReserveAtCounterInput: ReserveAtCounterInput;
  ChangeReservationInput: ChangeReservationInput;
  CancelReservationInput: CancelReservationInput;
  HoldReserved: HoldReserved;
  ReservationNotOpen: ReservationNotOpen;
  ReserveAtCounterResult: ResolversUnionTypes<ResolversParentTypes>['ReserveAtCounterResult'];
  ChangeReservationResult: ResolversUnionTypes<ResolversParentTypes>['ChangeReservationResult'];
  CancelReservationResult: ResolversUnionTypes<ResolversParentTypes>['CancelReservationResult'];
  ReservedHolds: ReservedHolds;
  ReturnedSeatInput: ReturnedSeatInput;
  PersonalDataPage: PersonalDataPage;
  Query: Record<PropertyKey, never>;
  AdmissionRequired: Omit<AdmissionRequired, 'event'> & { event: ResolversParentTypes['Event'] };
  Queue: QueueRow;
  QueueEntry: QueueEntryRow;
  HeldQueueEntry: HeldQueueEntryRow;
  HeldQueueEntryReason: HeldQueueEntryReason;
  HeldQueueEntryConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["HeldQueueEntry"]>;
  HeldQueueEntryEdge: Omit<HeldQueueEntryEdge, 'node'> & { node: ResolversParentTypes['HeldQueueEntry'] };
  QueueFigures: QueueFigures;
  Admission: Admission;
  OpenQueueInput: OpenQueueInput;
  SteerQueueInput: SteerQueueInput;
  ReviewQueueEntryInput: ReviewQueueEntryInput;
  QueueExists: QueueExists;
  QueueNotOpen: QueueNotOpen;
  ProofOfWorkRequired: ProofOfWorkRequired;
  QueueNotSteerable: QueueNotSteerable;
  QueueEntryNotHeld: QueueEntryNotHeld;
  NotYourTurn: NotYourTurn;
  SaleFull: SaleFull;
  OpenQueueResult: ResolversUnionTypes<ResolversParentTypes>['OpenQueueResult'];
  SteerQueueResult: ResolversUnionTypes<ResolversParentTypes>['SteerQueueResult'];
  ReviewQueueEntryResult: ResolversUnionTypes<ResolversParentTypes>['ReviewQueueEntryResult'];
  JoinQueueResult: ResolversUnionTypes<ResolversParentTypes>['JoinQueueResult'];
  LeaveQueueResult: ResolversUnionTypes<ResolversParentTypes>['LeaveQueueResult'];
  EnterSaleResult: ResolversUnionTypes<ResolversParentTypes>['EnterSaleResult'];
  Waitlist: WaitlistRow;
  WaitlistEntry: WaitlistEntryRow;
  WaitlistEntryConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["WaitlistEntry"]>;
  WaitlistEntryEdge: Omit<WaitlistEntryEdge, 'node'> & { node: ResolversParentTypes['WaitlistEntry'] };
  SetWaitlistInput: SetWaitlistInput;
  JoinWaitlistInput: JoinWaitlistInput;
  WaitlistNotOpen: WaitlistNotOpen;
  AlreadyWaiting: AlreadyWaiting;
  SetWaitlistResult: ResolversUnionTypes<ResolversParentTypes>['SetWaitlistResult'];
  JoinWaitlistResult: ResolversUnionTypes<ResolversParentTypes>['JoinWaitlistResult'];
  LeaveWaitlistResult: ResolversUnionTypes<ResolversParentTypes>['LeaveWaitlistResult'];
  Mutation: Record<PropertyKey, never>;
  SaleTermsInput: SaleTermsInput;
  SeatPlanInput: SeatPlanInput;
  SalePricesInput: SalePricesInput;
  SalePricesTierInput: SalePricesTierInput;
  SalePriceInput: SalePriceInput;
  SalePriceStepInput: SalePriceStepInput;
  SeatPlanHallInput: SeatPlanHallInput;
  SeatPlanPointInput: SeatPlanPointInput;
  SeatPlanHallSectionInput: SeatPlanHallSectionInput;
  SeatPlanPointsInput: SeatPlanPointsInput;
  SeatPlanNoteInput: SeatPlanNoteInput;
  SeatPlanHoldPolicyInput: SeatPlanHoldPolicyInput;
  SeatPlanPricingInput: SeatPlanPricingInput;
  SeatPlanFeeInput: SeatPlanFeeInput;
  SeatPlanFixedFeeInput: SeatPlanFixedFeeInput;
  SeatPlanTaxInput: SeatPlanTaxInput;
  SeatPlanTierInput: SeatPlanTierInput;
  SeatPlanBreakdownInput: SeatPlanBreakdownInput;
  SeatPlanPriceLineInput: SeatPlanPriceLineInput;
  SeatPlanSectionInput: SeatPlanSectionInput;
  SeatPlanRowInput: SeatPlanRowInput;
  MovedSeat: MovedSeat;
  HoldConversionInput: HoldConversionInput;
  ConvertedHold: ConvertedHold;
  HoldsConversionInput: HoldsConversionInput;
  ConvertedHolds: ConvertedHolds;
  ConvertedSeat: ConvertedSeat;
  SeatPriceBreakdown: SeatPriceBreakdown;
  SeatPriceLine: SeatPriceLine;
  SeatsChanged: Omit<SeatsChanged, 'event' | 'seats' | 'availability'> & { event?: Maybe<ResolversParentTypes['Event']>, seats: Array<ResolversParentTypes['Seat']>, availability: ResolversParentTypes['Availability'] };
  SeatMap: SeatMap;
  SeatStates: SeatStates;
  Subscription: Record<PropertyKey, never>;
  User: Omit<User, 'holds'> & { holds?: Maybe<Array<ResolversParentTypes['Hold']>> } | FederationReferenceTypes['User'];
  Organization: Omit<Organization, 'reservations' | 'packages'> & { reservations?: Maybe<ResolversParentTypes['ReservationConnection']>, packages?: Maybe<ResolversParentTypes['TicketPackageConnection']> } | FederationReferenceTypes['Organization'];
  Order: Order;
  Event: Omit<Event, 'queue' | 'waitlist' | 'availability' | 'seats' | 'seat' | 'promoCodes' | 'accessCodeBatches' | 'packages'> & { queue?: Maybe<ResolversParentTypes['Queue']>, waitlist?: Maybe<ResolversParentTypes['Waitlist']>, availability?: Maybe<ResolversParentTypes['Availability']>, seats?: Maybe<ResolversParentTypes['SeatConnection']>, seat?: Maybe<ResolversParentTypes['Seat']>, promoCodes?: Maybe<ResolversParentTypes['PromoCodeConnection']>, accessCodeBatches?: Maybe<ResolversParentTypes['AccessCodeBatchConnection']>, packages?: Maybe<Array<ResolversParentTypes['TicketPackage']>> } | FederationReferenceTypes['Event'];
  Section: Section;
  PriceTier: PriceTier;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'PriceNotUsable' | 'TotalChanged' | 'SeatsUnavailable' | 'EventNotOnSale' | 'SeatLimitReached' | 'EmailNotVerified' | 'SeatLeftAlone' | 'TooManyCompanions' | 'HoldNotActive' | 'VerifiedBuyersOnly' | 'PromoCodeNotUsable' | 'PromoCodeTaken' | 'PackageNotUsable' | 'HoldReserved' | 'ReservationNotOpen' | 'AdmissionRequired' | 'QueueExists' | 'QueueNotOpen' | 'ProofOfWorkRequired' | 'QueueNotSteerable' | 'QueueEntryNotHeld' | 'NotYourTurn' | 'SaleFull' | 'WaitlistNotOpen' | 'AlreadyWaiting', ParentType, ContextType>;
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

export type SeatResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Seat'], FederationReferenceType extends FederationReferenceTypes['Seat'] = FederationReferenceTypes['Seat']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Seat']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeatStatus'], ParentType, ContextType>;
  priceTier?: Resolver<Maybe<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  wheelchair?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  companion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['SeatPosition']>, ParentType, ContextType>;
  block?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  obstructed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatPositionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatPosition']> = {
  x?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isComputed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SeatConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SeatEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Seat'], ParentType, ContextType>;
};

export type AvailabilityResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Availability']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tiers?: Resolver<Array<ResolversTypes['TierAvailability']>, ParentType, ContextType>;
};

export type TierAvailabilityResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TierAvailability']> = {
  priceTier?: Resolver<Maybe<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['CurrentPrice']>, ParentType, ContextType>;
};

export type CurrentPriceResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CurrentPrice']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  standard?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CurrentPriceStatus'], ParentType, ContextType>;
};

export type AvailabilityReportLineResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AvailabilityReportLine']> = {
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  priceTier?: Resolver<Maybe<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HoldResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Hold'], FederationReferenceType extends FederationReferenceTypes['Hold'] = FederationReferenceTypes['Hold']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Hold']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HoldStatus'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['HoldItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['PriceBreakdown'], ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessCodeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  package?: Resolver<Maybe<ResolversTypes['TicketPackage']>, ParentType, ContextType>;
  packageHoldIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  extendableUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldItemResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldItem']> = {
  seat?: Resolver<ResolversTypes['Seat'], ParentType, ContextType>;
  priceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  ratePercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PriceNotUsableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceNotUsable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<ResolversTypes['PriceRefusal'], ParentType, ContextType>;
  priceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotalChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TotalChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatsUnavailableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatsUnavailable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventNotOnSaleResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventNotOnSale']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  salesStartAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  salesEndAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatLimitReachedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatLimitReached']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailNotVerifiedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EmailNotVerified']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeatLeftAloneResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatLeftAlone']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyCompanionsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TooManyCompanions']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  companionsPerWheelchairPlace?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldNotActiveResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldNotActive']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldSeatsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldSeatsResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'SeatsUnavailable' | 'EventNotOnSale' | 'SeatLimitReached' | 'SeatLeftAlone' | 'TooManyCompanions' | 'PromoCodeNotUsable' | 'PriceNotUsable' | 'TotalChanged' | 'NotFound' | 'IdempotencyKeyReused' | 'EmailNotVerified' | 'VerifiedBuyersOnly' | 'AdmissionRequired', ParentType, ContextType>;
};

export type VerifiedBuyersOnlyResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['VerifiedBuyersOnly']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromoCodeNotUsableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PromoCodeNotUsable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PromoCodeRefusal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplyPromoCodeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ApplyPromoCodeResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'PromoCodeNotUsable' | 'PriceNotUsable' | 'HoldNotActive' | 'NotFound', ParentType, ContextType>;
};

export type ChooseHoldPricesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChooseHoldPricesResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'HoldNotActive' | 'NotFound' | 'PriceNotUsable' | 'PromoCodeNotUsable' | 'TotalChanged', ParentType, ContextType>;
};

export type ExtendHoldResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ExtendHoldResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'HoldNotActive' | 'NotFound', ParentType, ContextType>;
};

export type ReleaseHoldResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReleaseHoldResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'NotFound', ParentType, ContextType>;
};

export type BlockSeatsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BlockSeatsResult']> = {
  __resolveType: TypeResolveFn<'BlockedSeats' | 'SeatsUnavailable' | 'NotFound', ParentType, ContextType>;
};

export type BlockedSeatsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['BlockedSeats']> = {
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SalesTimesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesTimes']> = {
  startAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SalesChannelResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesChannel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seatCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  salesTimes?: Resolver<Maybe<ResolversTypes['SalesTimes']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetSalesChannelResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetSalesChannelResult']> = {
  __resolveType: TypeResolveFn<'SalesChannel' | 'NotFound', ParentType, ContextType>;
};

export type SetSeatsAsideResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetSeatsAsideResult']> = {
  __resolveType: TypeResolveFn<'SalesChannel' | 'SeatsUnavailable' | 'NotFound', ParentType, ContextType>;
};

export type PromoCodeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PromoCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  discountPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  discountRate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  discountAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opensPrices?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  priceTiers?: Resolver<Array<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  maxTickets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxTicketsPerBuyer?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ticketsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessCodeBatchResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AccessCodeBatch']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  discountPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  discountAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  opensPrices?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  maxTicketsPerCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessCodeBatchConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AccessCodeBatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessCodeBatchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AccessCodeBatch']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessCodeBatchEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AccessCodeBatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessCodeBatch'], ParentType, ContextType>;
};

export type AccessCodesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AccessCodes']> = {
  batch?: Resolver<ResolversTypes['AccessCodeBatch'], ParentType, ContextType>;
  csv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateAccessCodesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreateAccessCodesResult']> = {
  __resolveType: TypeResolveFn<'AccessCodes' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type EndAccessCodesResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EndAccessCodesResult']> = {
  __resolveType: TypeResolveFn<'AccessCodeBatch' | 'NotFound', ParentType, ContextType>;
};

export type PromoCodeConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PromoCodeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PromoCodeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PromoCode']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromoCodeEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PromoCodeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PromoCode'], ParentType, ContextType>;
};

export type PromoCodeTakenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PromoCodeTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePromoCodeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreatePromoCodeResult']> = {
  __resolveType: TypeResolveFn<'PromoCode' | 'PromoCodeTaken' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type EndPromoCodeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EndPromoCodeResult']> = {
  __resolveType: TypeResolveFn<'PromoCode' | 'NotFound', ParentType, ContextType>;
};

export type TicketPackageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketPackage'], FederationReferenceType extends FederationReferenceTypes['TicketPackage'] = FederationReferenceTypes['TicketPackage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TicketPackage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  eventsToChoose?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['TicketPackagePart']>, ParentType, ContextType>;
  discountPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  discountAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  maxSeats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxSeatsPerBuyer?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  seatsUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketPackagePartResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketPackagePart']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['TicketPackagePrice']>, ParentType, ContextType>;
  left?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TicketPackagePriceResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketPackagePrice']> = {
  priceTier?: Resolver<Maybe<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type TicketPackageConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketPackageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TicketPackageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TicketPackage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TicketPackageEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['TicketPackageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TicketPackage'], ParentType, ContextType>;
};

export type HeldPackageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HeldPackage']> = {
  package?: Resolver<ResolversTypes['TicketPackage'], ParentType, ContextType>;
  holds?: Resolver<Array<ResolversTypes['Hold']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PackageNotUsableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PackageNotUsable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PackageRefusal'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePackageResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CreatePackageResult']> = {
  __resolveType: TypeResolveFn<'TicketPackage' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ClosePackageResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ClosePackageResult']> = {
  __resolveType: TypeResolveFn<'TicketPackage' | 'NotFound', ParentType, ContextType>;
};

export type HoldPackageResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldPackageResult']> = {
  __resolveType: TypeResolveFn<'HeldPackage' | 'PackageNotUsable' | 'SeatsUnavailable' | 'EventNotOnSale' | 'AdmissionRequired' | 'SeatLimitReached' | 'SeatLeftAlone' | 'TooManyCompanions' | 'PriceNotUsable' | 'TotalChanged' | 'NotFound' | 'IdempotencyKeyReused' | 'EmailNotVerified' | 'VerifiedBuyersOnly', ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Reservation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  holds?: Resolver<Array<ResolversTypes['Hold']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  orders?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReservationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReservationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Reservation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReservationEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReservationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
};

export type HoldReservedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldReserved']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationNotOpenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReservationNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reservationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReserveAtCounterResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReserveAtCounterResult']> = {
  __resolveType: TypeResolveFn<'Reservation' | 'HoldNotActive' | 'HoldReserved' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type ChangeReservationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ChangeReservationResult']> = {
  __resolveType: TypeResolveFn<'Reservation' | 'ReservationNotOpen' | 'NotFound', ParentType, ContextType>;
};

export type CancelReservationResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['CancelReservationResult']> = {
  __resolveType: TypeResolveFn<'Reservation' | 'ReservationNotOpen' | 'NotFound', ParentType, ContextType>;
};

export type ReservedHoldsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReservedHolds']> = {
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  holdIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonalDataPageResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PersonalDataPage']> = {
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  personalData?: Resolver<Maybe<ResolversTypes['PersonalDataPage']>, ParentType, ContextType, RequireFields<QueryPersonalDataArgs, 'userId'>>;
  hold?: Resolver<Maybe<ResolversTypes['Hold']>, ParentType, ContextType, RequireFields<QueryHoldArgs, 'id'>>;
  ticketPackage?: Resolver<Maybe<ResolversTypes['TicketPackage']>, ParentType, ContextType, RequireFields<QueryTicketPackageArgs, 'id'>>;
  reservedHolds?: Resolver<Maybe<ResolversTypes['ReservedHolds']>, ParentType, ContextType, RequireFields<QueryReservedHoldsArgs, 'reservationId' | 'organizationId'>>;
  waitlistTakes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<QueryWaitlistTakesArgs, 'eventId' | 'seats' | 'returning'>>;
};

export type AdmissionRequiredResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AdmissionRequired']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Queue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QueueState'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  drawAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  randomness?: Resolver<ResolversTypes['QueueRandomness'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  commitment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entriesRoot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entryCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  drawnCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  heldAtDraw?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  heldCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  serving?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  drawPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  admissionSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proofOfWork?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['QueueEntry']>, ParentType, ContextType>;
  figures?: Resolver<Maybe<ResolversTypes['QueueFigures']>, ParentType, ContextType>;
  heldEntries?: Resolver<Maybe<ResolversTypes['HeldQueueEntryConnection']>, ParentType, ContextType, Partial<QueueHeldEntriesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueEntryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QueueEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QueueEntryState'], ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  proof?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  insideUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeldQueueEntryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HeldQueueEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['HeldQueueEntryReason']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['QueueEntryDecision']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeldQueueEntryReasonResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HeldQueueEntryReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HeldQueueEntryConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HeldQueueEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HeldQueueEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HeldQueueEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HeldQueueEntryEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HeldQueueEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HeldQueueEntry'], ParentType, ContextType>;
};

export type QueueFiguresResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QueueFigures']> = {
  active?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxActive?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  admitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  showShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AdmissionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Admission']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  extendableUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueExistsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QueueExists']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueNotOpenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QueueNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProofOfWorkRequiredResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ProofOfWorkRequired']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueNotSteerableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QueueNotSteerable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['QueueNotSteerableReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueueEntryNotHeldResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['QueueEntryNotHeld']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotYourTurnResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['NotYourTurn']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serving?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleFullResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SaleFull']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serving?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenQueueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['OpenQueueResult']> = {
  __resolveType: TypeResolveFn<'Queue' | 'QueueExists' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type SteerQueueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SteerQueueResult']> = {
  __resolveType: TypeResolveFn<'Queue' | 'QueueNotSteerable' | 'NotFound', ParentType, ContextType>;
};

export type ReviewQueueEntryResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ReviewQueueEntryResult']> = {
  __resolveType: TypeResolveFn<'HeldQueueEntry' | 'QueueEntryNotHeld' | 'NotFound', ParentType, ContextType>;
};

export type JoinQueueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['JoinQueueResult']> = {
  __resolveType: TypeResolveFn<'QueueEntry' | 'QueueNotOpen' | 'EmailNotVerified' | 'ProofOfWorkRequired' | 'NotFound', ParentType, ContextType>;
};

export type LeaveQueueResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LeaveQueueResult']> = {
  __resolveType: TypeResolveFn<'QueueEntry' | 'NotFound', ParentType, ContextType>;
};

export type EnterSaleResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EnterSaleResult']> = {
  __resolveType: TypeResolveFn<'Admission' | 'NotYourTurn' | 'SaleFull' | 'NotFound', ParentType, ContextType>;
};

export type WaitlistResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Waitlist']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WaitlistState'], ParentType, ContextType>;
  offerSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holdBackSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closesBeforeStartSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['WaitlistEntry']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['WaitlistEntryConnection']>, ParentType, ContextType, Partial<WaitlistEntriesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WaitlistEntryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['WaitlistEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  atLeast?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  together?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wheelchairPlaces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  priceTierIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WaitlistEntryState'], ParentType, ContextType>;
  ahead?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['Hold']>, ParentType, ContextType>;
  offeredUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  offers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passedBecause?: Resolver<Maybe<ResolversTypes['WaitlistPassReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WaitlistEntryConnectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['WaitlistEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WaitlistEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WaitlistEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaitlistEntryEdgeResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['WaitlistEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WaitlistEntry'], ParentType, ContextType>;
};

export type WaitlistNotOpenResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['WaitlistNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlreadyWaitingResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['AlreadyWaiting']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetWaitlistResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SetWaitlistResult']> = {
  __resolveType: TypeResolveFn<'Waitlist' | 'NotFound', ParentType, ContextType>;
};

export type JoinWaitlistResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['JoinWaitlistResult']> = {
  __resolveType: TypeResolveFn<'WaitlistEntry' | 'WaitlistNotOpen' | 'AlreadyWaiting' | 'SeatLimitReached' | 'EmailNotVerified' | 'VerifiedBuyersOnly' | 'NotFound' | 'IdempotencyKeyReused', ParentType, ContextType>;
};

export type LeaveWaitlistResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['LeaveWaitlistResult']> = {
  __resolveType: TypeResolveFn<'WaitlistEntry' | 'NotFound', ParentType, ContextType>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  holdSeats?: Resolver<ResolversTypes['HoldSeatsResult'], ParentType, ContextType, RequireFields<MutationHoldSeatsArgs, 'input'>>;
  holdBestAvailable?: Resolver<ResolversTypes['HoldSeatsResult'], ParentType, ContextType, RequireFields<MutationHoldBestAvailableArgs, 'input'>>;
  releaseHold?: Resolver<ResolversTypes['ReleaseHoldResult'], ParentType, ContextType, RequireFields<MutationReleaseHoldArgs, 'holdId'>>;
  extendHold?: Resolver<ResolversTypes['ExtendHoldResult'], ParentType, ContextType, RequireFields<MutationExtendHoldArgs, 'holdId'>>;
  applyPromoCode?: Resolver<ResolversTypes['ApplyPromoCodeResult'], ParentType, ContextType, RequireFields<MutationApplyPromoCodeArgs, 'holdId'>>;
  chooseHoldPrices?: Resolver<ResolversTypes['ChooseHoldPricesResult'], ParentType, ContextType, RequireFields<MutationChooseHoldPricesArgs, 'input'>>;
  createPromoCode?: Resolver<ResolversTypes['CreatePromoCodeResult'], ParentType, ContextType, RequireFields<MutationCreatePromoCodeArgs, 'input'>>;
  endPromoCode?: Resolver<ResolversTypes['EndPromoCodeResult'], ParentType, ContextType, RequireFields<MutationEndPromoCodeArgs, 'eventId' | 'code'>>;
  createAccessCodes?: Resolver<ResolversTypes['CreateAccessCodesResult'], ParentType, ContextType, RequireFields<MutationCreateAccessCodesArgs, 'input'>>;
  endAccessCodes?: Resolver<ResolversTypes['EndAccessCodesResult'], ParentType, ContextType, RequireFields<MutationEndAccessCodesArgs, 'batchId'>>;
  createPackage?: Resolver<ResolversTypes['CreatePackageResult'], ParentType, ContextType, RequireFields<MutationCreatePackageArgs, 'input'>>;
  closePackage?: Resolver<ResolversTypes['ClosePackageResult'], ParentType, ContextType, RequireFields<MutationClosePackageArgs, 'packageId'>>;
  holdPackage?: Resolver<ResolversTypes['HoldPackageResult'], ParentType, ContextType, RequireFields<MutationHoldPackageArgs, 'input'>>;
  openQueue?: Resolver<ResolversTypes['OpenQueueResult'], ParentType, ContextType, RequireFields<MutationOpenQueueArgs, 'input'>>;
  steerQueue?: Resolver<ResolversTypes['SteerQueueResult'], ParentType, ContextType, RequireFields<MutationSteerQueueArgs, 'input'>>;
  reviewQueueEntry?: Resolver<ResolversTypes['ReviewQueueEntryResult'], ParentType, ContextType, RequireFields<MutationReviewQueueEntryArgs, 'input'>>;
  joinQueue?: Resolver<ResolversTypes['JoinQueueResult'], ParentType, ContextType, RequireFields<MutationJoinQueueArgs, 'eventId'>>;
  leaveQueue?: Resolver<ResolversTypes['LeaveQueueResult'], ParentType, ContextType, RequireFields<MutationLeaveQueueArgs, 'eventId'>>;
  enterSale?: Resolver<ResolversTypes['EnterSaleResult'], ParentType, ContextType, RequireFields<MutationEnterSaleArgs, 'eventId'>>;
  setWaitlist?: Resolver<ResolversTypes['SetWaitlistResult'], ParentType, ContextType, RequireFields<MutationSetWaitlistArgs, 'input'>>;
  joinWaitlist?: Resolver<ResolversTypes['JoinWaitlistResult'], ParentType, ContextType, RequireFields<MutationJoinWaitlistArgs, 'input'>>;
  leaveWaitlist?: Resolver<ResolversTypes['LeaveWaitlistResult'], ParentType, ContextType, RequireFields<MutationLeaveWaitlistArgs, 'entryId'>>;
  blockSeats?: Resolver<ResolversTypes['BlockSeatsResult'], ParentType, ContextType, RequireFields<MutationBlockSeatsArgs, 'eventId' | 'seatIds'>>;
  setSeatsAside?: Resolver<ResolversTypes['SetSeatsAsideResult'], ParentType, ContextType, RequireFields<MutationSetSeatsAsideArgs, 'input'>>;
  setSalesChannel?: Resolver<ResolversTypes['SetSalesChannelResult'], ParentType, ContextType, RequireFields<MutationSetSalesChannelArgs, 'input'>>;
  unblockSeats?: Resolver<ResolversTypes['BlockSeatsResult'], ParentType, ContextType, RequireFields<MutationUnblockSeatsArgs, 'eventId' | 'seatIds'>>;
  reserveAtCounter?: Resolver<ResolversTypes['ReserveAtCounterResult'], ParentType, ContextType, RequireFields<MutationReserveAtCounterArgs, 'input'>>;
  changeReservation?: Resolver<ResolversTypes['ChangeReservationResult'], ParentType, ContextType, RequireFields<MutationChangeReservationArgs, 'input'>>;
  cancelReservation?: Resolver<ResolversTypes['CancelReservationResult'], ParentType, ContextType, RequireFields<MutationCancelReservationArgs, 'input'>>;
  openSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationOpenSaleArgs, 'plan'>>;
  openSales?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationOpenSalesArgs, 'plan'>>;
  setSales?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSetSalesArgs, 'eventId' | 'state'>>;
  setSaleTerms?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSetSaleTermsArgs, 'eventId' | 'version' | 'terms'>>;
  setSalePrices?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSetSalePricesArgs, 'eventId' | 'prices'>>;
  convertHolds?: Resolver<Array<Maybe<ResolversTypes['ConvertedHold']>>, ParentType, ContextType, RequireFields<MutationConvertHoldsArgs, 'conversions'>>;
  sellSeatsOf?: Resolver<Array<Maybe<ResolversTypes['Boolean']>>, ParentType, ContextType, RequireFields<MutationSellSeatsOfArgs, 'orderIds'>>;
  convertHold?: Resolver<ResolversTypes['ConvertedHold'], ParentType, ContextType, RequireFields<MutationConvertHoldArgs, 'holdId' | 'orderId' | 'buyerId'>>;
  sellSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSellSeatsArgs, 'orderId'>>;
  releaseSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReleaseSeatsArgs, 'orderId'>>;
  convertHoldsTogether?: Resolver<Array<Maybe<ResolversTypes['ConvertedHolds']>>, ParentType, ContextType, RequireFields<MutationConvertHoldsTogetherArgs, 'conversions'>>;
  sellSeatsTogether?: Resolver<Array<Maybe<ResolversTypes['Boolean']>>, ParentType, ContextType, RequireFields<MutationSellSeatsTogetherArgs, 'orderIds'>>;
  releaseSeatsTogether?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReleaseSeatsTogetherArgs, 'orderId'>>;
  moveSeat?: Resolver<ResolversTypes['MovedSeat'], ParentType, ContextType, RequireFields<MutationMoveSeatArgs, 'moveId' | 'orderId' | 'seatId' | 'toSeatId'>>;
};

export type MovedSeatResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['MovedSeat']> = {
  refusal?: Resolver<Maybe<ResolversTypes['SeatMoveRefusal']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConvertedHoldResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ConvertedHold']> = {
  refusal?: Resolver<Maybe<ResolversTypes['ConversionRefusal']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['ConvertedSeat']>, ParentType, ContextType>;
};

export type ConvertedHoldsResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ConvertedHolds']> = {
  refusal?: Resolver<Maybe<ResolversTypes['ConversionRefusal']>, ParentType, ContextType>;
  holdId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['ConvertedSeat']>, ParentType, ContextType>;
};

export type ConvertedSeatResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ConvertedSeat']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sectionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sectionName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tierName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  priceBreakdown?: Resolver<ResolversTypes['SeatPriceBreakdown'], ParentType, ContextType>;
  breakdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SeatPriceBreakdownResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatPriceBreakdown']> = {
  base?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['SeatPriceLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeatPriceLineResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatPriceLine']> = {
  kind?: Resolver<ResolversTypes['PriceLineKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isIncluded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SeatsChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatsChanged']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  packed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SeatMapResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatMap']> = {
  version?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  layoutUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  states?: Resolver<ResolversTypes['SeatStates'], ParentType, ContextType>;
};

export type SeatStatesResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatStates']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  packed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Subscription']> = {
  waitlistEntryChanged?: SubscriptionResolver<ResolversTypes['WaitlistEntry'], "waitlistEntryChanged", ParentType, ContextType, RequireFields<SubscriptionWaitlistEntryChangedArgs, 'entryId'>>;
  seatsChanged?: SubscriptionResolver<ResolversTypes['SeatsChanged'], "seatsChanged", ParentType, ContextType, RequireFields<SubscriptionSeatsChangedArgs, 'eventId'>>;
};

export type UserResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  holds?: Resolver<Maybe<Array<ResolversTypes['Hold']>>, ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reservations?: Resolver<Maybe<ResolversTypes['ReservationConnection']>, ParentType, ContextType, Partial<OrganizationReservationsArgs>>;
  packages?: Resolver<Maybe<ResolversTypes['TicketPackageConnection']>, ParentType, ContextType, Partial<OrganizationPackagesArgs>>;
};

export type OrderResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  waitlist?: Resolver<Maybe<ResolversTypes['Waitlist']>, ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['Availability']>, ParentType, ContextType>;
  seats?: Resolver<Maybe<ResolversTypes['SeatConnection']>, ParentType, ContextType, Partial<EventSeatsArgs>>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType, RequireFields<EventSeatArgs, 'id'>>;
  seatMap?: Resolver<Maybe<ResolversTypes['SeatMap']>, ParentType, ContextType>;
  salesChannels?: Resolver<Maybe<Array<ResolversTypes['SalesChannel']>>, ParentType, ContextType>;
  promoCodes?: Resolver<Maybe<ResolversTypes['PromoCodeConnection']>, ParentType, ContextType, Partial<EventPromoCodesArgs>>;
  accessCodeBatches?: Resolver<Maybe<ResolversTypes['AccessCodeBatchConnection']>, ParentType, ContextType, Partial<EventAccessCodeBatchesArgs>>;
  packages?: Resolver<Maybe<Array<ResolversTypes['TicketPackage']>>, ParentType, ContextType>;
  availabilityReport?: Resolver<Maybe<Array<ResolversTypes['AvailabilityReportLine']>>, ParentType, ContextType>;
};

export type SectionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Section']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PriceTierResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PriceTier']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  SeatPosition?: SeatPositionResolvers<ContextType>;
  SeatConnection?: SeatConnectionResolvers<ContextType>;
  SeatEdge?: SeatEdgeResolvers<ContextType>;
  Availability?: AvailabilityResolvers<ContextType>;
  TierAvailability?: TierAvailabilityResolvers<ContextType>;
  CurrentPrice?: CurrentPriceResolvers<ContextType>;
  AvailabilityReportLine?: AvailabilityReportLineResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  HoldItem?: HoldItemResolvers<ContextType>;
  PriceBreakdown?: PriceBreakdownResolvers<ContextType>;
  PriceLine?: PriceLineResolvers<ContextType>;
  PriceNotUsable?: PriceNotUsableResolvers<ContextType>;
  TotalChanged?: TotalChangedResolvers<ContextType>;
  SeatsUnavailable?: SeatsUnavailableResolvers<ContextType>;
  EventNotOnSale?: EventNotOnSaleResolvers<ContextType>;
  SeatLimitReached?: SeatLimitReachedResolvers<ContextType>;
  EmailNotVerified?: EmailNotVerifiedResolvers<ContextType>;
  SeatLeftAlone?: SeatLeftAloneResolvers<ContextType>;
  TooManyCompanions?: TooManyCompanionsResolvers<ContextType>;
  HoldNotActive?: HoldNotActiveResolvers<ContextType>;
  HoldSeatsResult?: HoldSeatsResultResolvers<ContextType>;
  VerifiedBuyersOnly?: VerifiedBuyersOnlyResolvers<ContextType>;
  PromoCodeNotUsable?: PromoCodeNotUsableResolvers<ContextType>;
  ApplyPromoCodeResult?: ApplyPromoCodeResultResolvers<ContextType>;
  ChooseHoldPricesResult?: ChooseHoldPricesResultResolvers<ContextType>;
  ExtendHoldResult?: ExtendHoldResultResolvers<ContextType>;
  ReleaseHoldResult?: ReleaseHoldResultResolvers<ContextType>;
  BlockSeatsResult?: BlockSeatsResultResolvers<ContextType>;
  BlockedSeats?: BlockedSeatsResolvers<ContextType>;
  SalesTimes?: SalesTimesResolvers<ContextType>;
  SalesChannel?: SalesChannelResolvers<ContextType>;
  SetSalesChannelResult?: SetSalesChannelResultResolvers<ContextType>;
  SetSeatsAsideResult?: SetSeatsAsideResultResolvers<ContextType>;
  PromoCode?: PromoCodeResolvers<ContextType>;
  AccessCodeBatch?: AccessCodeBatchResolvers<ContextType>;
  AccessCodeBatchConnection?: AccessCodeBatchConnectionResolvers<ContextType>;
  AccessCodeBatchEdge?: AccessCodeBatchEdgeResolvers<ContextType>;
  AccessCodes?: AccessCodesResolvers<ContextType>;
  CreateAccessCodesResult?: CreateAccessCodesResultResolvers<ContextType>;
  EndAccessCodesResult?: EndAccessCodesResultResolvers<ContextType>;
  PromoCodeConnection?: PromoCodeConnectionResolvers<ContextType>;
  PromoCodeEdge?: PromoCodeEdgeResolvers<ContextType>;
  PromoCodeTaken?: PromoCodeTakenResolvers<ContextType>;
  CreatePromoCodeResult?: CreatePromoCodeResultResolvers<ContextType>;
  EndPromoCodeResult?: EndPromoCodeResultResolvers<ContextType>;
  TicketPackage?: TicketPackageResolvers<ContextType>;
  TicketPackagePart?: TicketPackagePartResolvers<ContextType>;
  TicketPackagePrice?: TicketPackagePriceResolvers<ContextType>;
  TicketPackageConnection?: TicketPackageConnectionResolvers<ContextType>;
  TicketPackageEdge?: TicketPackageEdgeResolvers<ContextType>;
  HeldPackage?: HeldPackageResolvers<ContextType>;
  PackageNotUsable?: PackageNotUsableResolvers<ContextType>;
  CreatePackageResult?: CreatePackageResultResolvers<ContextType>;
  ClosePackageResult?: ClosePackageResultResolvers<ContextType>;
  HoldPackageResult?: HoldPackageResultResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationConnection?: ReservationConnectionResolvers<ContextType>;
  ReservationEdge?: ReservationEdgeResolvers<ContextType>;
  HoldReserved?: HoldReservedResolvers<ContextType>;
  ReservationNotOpen?: ReservationNotOpenResolvers<ContextType>;
  ReserveAtCounterResult?: ReserveAtCounterResultResolvers<ContextType>;
  ChangeReservationResult?: ChangeReservationResultResolvers<ContextType>;
  CancelReservationResult?: CancelReservationResultResolvers<ContextType>;
  ReservedHolds?: ReservedHoldsResolvers<ContextType>;
  PersonalDataPage?: PersonalDataPageResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  AdmissionRequired?: AdmissionRequiredResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  QueueEntry?: QueueEntryResolvers<ContextType>;
  HeldQueueEntry?: HeldQueueEntryResolvers<ContextType>;
  HeldQueueEntryReason?: HeldQueueEntryReasonResolvers<ContextType>;
  HeldQueueEntryConnection?: HeldQueueEntryConnectionResolvers<ContextType>;
  HeldQueueEntryEdge?: HeldQueueEntryEdgeResolvers<ContextType>;
  QueueFigures?: QueueFiguresResolvers<ContextType>;
  Admission?: AdmissionResolvers<ContextType>;
  QueueExists?: QueueExistsResolvers<ContextType>;
  QueueNotOpen?: QueueNotOpenResolvers<ContextType>;
  ProofOfWorkRequired?: ProofOfWorkRequiredResolvers<ContextType>;
  QueueNotSteerable?: QueueNotSteerableResolvers<ContextType>;
  QueueEntryNotHeld?: QueueEntryNotHeldResolvers<ContextType>;
  NotYourTurn?: NotYourTurnResolvers<ContextType>;
  SaleFull?: SaleFullResolvers<ContextType>;
  OpenQueueResult?: OpenQueueResultResolvers<ContextType>;
  SteerQueueResult?: SteerQueueResultResolvers<ContextType>;
  ReviewQueueEntryResult?: ReviewQueueEntryResultResolvers<ContextType>;
  JoinQueueResult?: JoinQueueResultResolvers<ContextType>;
  LeaveQueueResult?: LeaveQueueResultResolvers<ContextType>;
  EnterSaleResult?: EnterSaleResultResolvers<ContextType>;
  Waitlist?: WaitlistResolvers<ContextType>;
  WaitlistEntry?: WaitlistEntryResolvers<ContextType>;
  WaitlistEntryConnection?: WaitlistEntryConnectionResolvers<ContextType>;
  WaitlistEntryEdge?: WaitlistEntryEdgeResolvers<ContextType>;
  WaitlistNotOpen?: WaitlistNotOpenResolvers<ContextType>;
  AlreadyWaiting?: AlreadyWaitingResolvers<ContextType>;
  SetWaitlistResult?: SetWaitlistResultResolvers<ContextType>;
  JoinWaitlistResult?: JoinWaitlistResultResolvers<ContextType>;
  LeaveWaitlistResult?: LeaveWaitlistResultResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MovedSeat?: MovedSeatResolvers<ContextType>;
  ConvertedHold?: ConvertedHoldResolvers<ContextType>;
  ConvertedHolds?: ConvertedHoldsResolvers<ContextType>;
  ConvertedSeat?: ConvertedSeatResolvers<ContextType>;
  SeatPriceBreakdown?: SeatPriceBreakdownResolvers<ContextType>;
  SeatPriceLine?: SeatPriceLineResolvers<ContextType>;
  SeatsChanged?: SeatsChangedResolvers<ContextType>;
  SeatMap?: SeatMapResolvers<ContextType>;
  SeatStates?: SeatStatesResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  PriceTier?: PriceTierResolvers<ContextType>;
};


