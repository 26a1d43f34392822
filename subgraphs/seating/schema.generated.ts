// Made by `npm run compose` from schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Hold as HoldRow } from './entities/hold.ts';
import type { PromoCode as PromoCodeRow } from './entities/promo-code.ts';
import type { Seat as SeatRow } from './entities/seat.ts';
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

/** One place at one event. In a GENERAL_ADMISSION section the row and the number are null. */
export type Seat = {
  __typename?: 'Seat';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** At which event. */
  event?: Maybe<Event>;
  /** In which part of the venue. */
  section?: Maybe<Section>;
  /** Label of the row. */
  row?: Maybe<Scalars['String']['output']>;
  /** What is written on the seat. */
  number?: Maybe<Scalars['String']['output']>;
  /** Whether it can be held. */
  status: SeatStatus;
  /** What it sells as. */
  priceTier?: Maybe<PriceTier>;
  /** Frozen when the event was published. */
  price: Money;
  /** Whether it is a wheelchair place. */
  wheelchair: Scalars['Boolean']['output'];
  /** Goes up by at least one at every change of this seat, and never down. */
  version: Scalars['Int']['output'];
};

/** BLOCKED is kept back by the organizer. */
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
  /** The items alone. */
  nodes: Array<Seat>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type SeatEdge = {
  __typename?: 'SeatEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Seat;
};

/** How many seats are in which state. The four add up to the total. */
export type Availability = {
  __typename?: 'Availability';
  /** All seats. */
  total: Scalars['Int']['output'];
  /** Can be held. */
  available: Scalars['Int']['output'];
  /** Kept for a buyer or an order. */
  held: Scalars['Int']['output'];
  /** Sold. */
  sold: Scalars['Int']['output'];
  /** Kept back by the organizer. */
  blocked: Scalars['Int']['output'];
  /** The same for each price tier. */
  tiers: Array<TierAvailability>;
};

/** How many seats of a tier are in which state. */
export type TierAvailability = {
  __typename?: 'TierAvailability';
  /** Which tier. */
  priceTier?: Maybe<PriceTier>;
  /** All seats. */
  total: Scalars['Int']['output'];
  /** Can be held. */
  available: Scalars['Int']['output'];
  /** Kept for a buyer or an order. */
  held: Scalars['Int']['output'];
  /** Sold. */
  sold: Scalars['Int']['output'];
  /** Kept back by the organizer. */
  blocked: Scalars['Int']['output'];
};

/** How many seats of one section in one tier are in which state. */
export type AvailabilityReportLine = {
  __typename?: 'AvailabilityReportLine';
  /** Which section. */
  section?: Maybe<Section>;
  /** Which tier. */
  priceTier?: Maybe<PriceTier>;
  /** All seats. */
  total: Scalars['Int']['output'];
  /** Can be held. */
  available: Scalars['Int']['output'];
  /** Kept for a buyer or an order. */
  held: Scalars['Int']['output'];
  /** Sold. */
  sold: Scalars['Int']['output'];
  /** Kept back by the organizer. */
  blocked: Scalars['Int']['output'];
};

/** Seats kept for one buyer until `expiresAt`. */
export type Hold = {
  __typename?: 'Hold';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Whether it still keeps the seats. */
  status: HoldStatus;
  /** Of which event. */
  event?: Maybe<Event>;
  /** What it keeps, or kept. */
  seats: Array<Seat>;
  /** What each of them costs. */
  items: Array<HoldItem>;
  /** What the seats cost together: what an order of them will be charged. */
  total: Money;
  /** What the total is made of. */
  breakdown: PriceBreakdown;
  /** The promo code that it was made with, or that was put on it. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** When the seats go back on sale. */
  expiresAt: Scalars['DateTime']['output'];
  /** extendHold can't move expiresAt past this. */
  extendableUntil: Scalars['DateTime']['output'];
};

/** A seat that is kept, and what it costs. */
export type HoldItem = {
  __typename?: 'HoldItem';
  /** Which seat. */
  seat: Seat;
  /** With the promo code of the hold, if it has one that is for this seat. */
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

/** CONVERTED: an order has taken the seats over. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'RELEASED'
  | 'EXPIRED';

/** For holdSeats. */
export type HoldSeatsInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** Numbered seats, 1 to 50 of them, all or nothing. */
  seatIds: Array<Scalars['ID']['input']>;
  /** Of a sales channel: also seats that are set aside for it can be held. */
  channelKey?: InputMaybe<Scalars['String']['input']>;
  /** Takes something off, or lets in to seats that are set aside; capitals and small letters are the same. */
  promoCode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** For holdBestAvailable. */
export type HoldBestAvailableInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** How many seats, 1 to 50. */
  quantity: Scalars['Int']['input'];
  /** Only in this tier. */
  priceTierId?: InputMaybe<Scalars['ID']['input']>;
  /** Only in this section. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** Side by side in one row (true if left out); for general admission it says nothing. */
  together?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many of them are to be wheelchair places; the others are side by side with these. 0 if left out: then none is. */
  wheelchairPlaces?: InputMaybe<Scalars['Int']['input']>;
  /** Of a sales channel: only seats that are set aside for it are looked for. */
  channelKey?: InputMaybe<Scalars['String']['input']>;
  /** Takes something off; one that lets in to seats that are set aside looks only for those. Capitals and small letters are the same. */
  promoCode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** Some of the seats are taken: these (none named by holdBestAvailable). Nothing was held. */
export type SeatsUnavailable = Error & {
  __typename?: 'SeatsUnavailable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** Those that are taken. */
  seats: Array<Seat>;
};

/** The event is not on sale. */
export type EventNotOnSale = Error & {
  __typename?: 'EventNotOnSale';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The buyer would hold and own more seats of the event than one buyer may. */
export type SeatLimitReached = Error & {
  __typename?: 'SeatLimitReached';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** The most seats that one buyer may hold and own. */
  limit: Scalars['Int']['output'];
};

/** The account's address has to be verified first: see requestEmailCode. */
export type EmailNotVerified = Error & {
  __typename?: 'EmailNotVerified';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** The event avoids single seats, and this would leave one alone though it need not. Nothing was held. */
export type SeatLeftAlone = Error & {
  __typename?: 'SeatLeftAlone';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** More other seats than the event allows to come along with wheelchair places. Nothing was held. */
export type TooManyCompanions = Error & {
  __typename?: 'TooManyCompanions';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** How many other seats may be held with each wheelchair place. */
  companionsPerWheelchairPlace: Scalars['Int']['output'];
};

/** The hold has expired, was released, or is in another order already. */
export type HoldNotActive = Error & {
  __typename?: 'HoldNotActive';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** What holdSeats and holdBestAvailable answer. */
export type HoldSeatsResult = Hold | SeatsUnavailable | EventNotOnSale | SeatLimitReached | SeatLeftAlone | TooManyCompanions | PromoCodeNotUsable | NotFound | IdempotencyKeyReused | EmailNotVerified;

/** The promo code can't be used for this. Nothing happened. */
export type PromoCodeNotUsable = Error & {
  __typename?: 'PromoCodeNotUsable';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: PromoCodeRefusal;
};

/** EXHAUSTED and LIMIT_PER_BUYER: fewer tickets than these can be had with it, all together or by one buyer. */
export type PromoCodeRefusal =
  | 'UNKNOWN'
  | 'NOT_YET'
  | 'ENDED'
  | 'EXHAUSTED'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS';

/** What applyPromoCode answers. */
export type ApplyPromoCodeResult = Hold | PromoCodeNotUsable | HoldNotActive | NotFound;

/** What extendHold answers. */
export type ExtendHoldResult = Hold | HoldNotActive | NotFound;

/** What releaseHold answers. */
export type ReleaseHoldResult = Hold | NotFound;

/** What blockSeats and unblockSeats answer. */
export type BlockSeatsResult = BlockedSeats | SeatsUnavailable | NotFound;

/** Seats that were kept back or given free, as they are now. */
export type BlockedSeats = {
  __typename?: 'BlockedSeats';
  /** All that were named. */
  seats: Array<Seat>;
};

/** For setSeatsAside. */
export type SetSeatsAsideInput = {
  /** An event on sale. */
  eventId: Scalars['ID']['input'];
  /** Name of the channel, 1 to 100 characters: such as a fan club or a presale. Made if there is none. */
  channel: Scalars['String']['input'];
  /** 1 to 5000 seats that nobody holds or owns, all or nothing; those of another channel move to this one. */
  seatIds: Array<Scalars['ID']['input']>;
};

/** Seats of an event that are BLOCKED for everybody but those who have the key. */
export type SalesChannel = {
  __typename?: 'SalesChannel';
  /** Unique in the event. */
  name: Scalars['String']['output'];
  /** What buyers pass on as channelKey. Whoever has it may hold these seats. */
  key: Scalars['String']['output'];
  /** How many seats are set aside for it, in whichever state. */
  seatCount: Scalars['Int']['output'];
};

/** What setSeatsAside answers. */
export type SetSeatsAsideResult = SalesChannel | SeatsUnavailable | NotFound;

/** Something off the price, the way in to seats that are set aside, or both. It never changes but for its end, and what was held with it keeps its price. */
export type PromoCode = {
  __typename?: 'PromoCode';
  /** In capitals; unique in the event. */
  code: Scalars['String']['output'];
  /** What is taken off the organizer's price, in percent: 10 is 10 %. */
  discountPercent?: Maybe<Scalars['Float']['output']>;
  /**
   * What is taken off the organizer's price, in thousandths of a percent: 10000 is 10 %.
   * @deprecated Use `discountPercent`: 10 is 10 %.
   */
  discountRate?: Maybe<Scalars['Int']['output']>;
  /** What is taken off the organizer's price, at most all of it. */
  discountAmount?: Maybe<Money>;
  /** The sales channel whose seats it opens. */
  channel?: Maybe<Scalars['String']['output']>;
  /** The tiers that it is for, at the prices that it makes. */
  priceTiers: Array<PriceTier>;
  /** How many tickets may be held and owned with it at any one time; tickets that are given back count no more. */
  maxTickets?: Maybe<Scalars['Int']['output']>;
  /** The same for one buyer. */
  maxTicketsPerBuyer?: Maybe<Scalars['Int']['output']>;
  /** Not before. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Not from then on. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many tickets are held and owned with it. */
  ticketsUsed: Scalars['Int']['output'];
};

/** A page of promo codes. */
export type PromoCodeConnection = {
  __typename?: 'PromoCodeConnection';
  /** The items, each with its cursor. */
  edges: Array<PromoCodeEdge>;
  /** The items alone. */
  nodes: Array<PromoCode>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many there are in all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item and its place in the list. */
export type PromoCodeEdge = {
  __typename?: 'PromoCodeEdge';
  /** Opaque: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: PromoCode;
};

/** For createPromoCode. It gives a discount, opens a channel, or both. */
export type CreatePromoCodeInput = {
  /** An event that is published. */
  eventId: Scalars['ID']['input'];
  /** 3 to 40 letters, digits, - or _; made up, and hard to guess, if left out. Many accounts together can guess a short code: if it opens a channel, leave the code out or limit its tickets. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What is taken off, in percent, more than 0 and up to 100 with up to 3 decimals: 10 is 10 %. */
  discountPercent?: InputMaybe<Scalars['Float']['input']>;
  /**
   * What is taken off, in thousandths of a percent, 1 to 100000: 10000 is 10 %. Instead of `discountPercent`.
   * @deprecated Use `discountPercent`: 10 is 10 %.
   */
  discountRate?: InputMaybe<Scalars['Int']['input']>;
  /** What is taken off each ticket, in minor units of the event's currency. */
  discountAmount?: InputMaybe<Scalars['Int']['input']>;
  /** Name of a sales channel whose seats can be held with it. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** Only these tiers; all if left out. */
  priceTierIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** How many tickets may be held and owned with it at any one time, 1 to 1000000. */
  maxTickets?: InputMaybe<Scalars['Int']['input']>;
  /** The same for one buyer. */
  maxTicketsPerBuyer?: InputMaybe<Scalars['Int']['input']>;
  /** When the code becomes usable, at most a day in the past. At once if left out. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When the code stops being usable; in the future. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 255 characters of the client's choice. */
  idempotencyKey: Scalars['String']['input'];
};

/** The event has another code of this name. */
export type PromoCodeTaken = Error & {
  __typename?: 'PromoCodeTaken';
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** What createPromoCode answers. */
export type CreatePromoCodeResult = PromoCode | PromoCodeTaken | NotFound | IdempotencyKeyReused;

/** What endPromoCode answers. */
export type EndPromoCodeResult = PromoCode | NotFound;

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Only for its buyer; null for anyone else. */
  hold?: Maybe<Hold>;
};


/** What can be asked. */
export type QueryHoldArgs = {
  id: Scalars['ID']['input'];
};

/** What can be done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Keeps these seats for the viewer, all or none. An account may have one open hold or unpaid order at a time, and few accounts of one network holds of one event, until their addresses are verified. */
  holdSeats: HoldSeatsResult;
  /** Picks the best seats left and keeps them for the viewer. */
  holdBestAvailable: HoldSeatsResult;
  /** Releasing a hold that has ended already answers with it as it is. */
  releaseHold: ReleaseHoldResult;
  /** Keeps the seats for the event's full hold time from now, but never past extendableUntil. May be repeated. */
  extendHold: ExtendHoldResult;
  /** For its buyer: puts a promo code on a hold instead of the one that it has; null takes it off. May be repeated. After ten wrong codes of a buyer, or fifty of a network, within an hour at an event, every code is RATE_LIMITED with `retryAfterSeconds`. Codes that are given to holdSeats and holdBestAvailable count too. */
  applyPromoCode: ApplyPromoCodeResult;
  /** For MANAGER and up. */
  createPromoCode: CreatePromoCodeResult;
  /** For MANAGER and up. Nobody uses it from now on; what is held or owned with it stays as it is. May be repeated. */
  endPromoCode: EndPromoCodeResult;
  /** For MANAGER and up. Keeps seats back; all that are named must be AVAILABLE or BLOCKED. */
  blockSeats: BlockSeatsResult;
  /** For MANAGER and up. Sets seats aside for a sales channel; unblockSeats puts them on sale for everybody. May be repeated. */
  setSeatsAside: SetSeatsAsideResult;
  /** For MANAGER and up. Puts seats that were kept back on sale; those that are not BLOCKED stay as they are. */
  unblockSeats: BlockSeatsResult;
  /** For catalog: makes the seats of an event and puts them on sale. Idempotent by the event's id. */
  openSale: Scalars['Boolean']['output'];
  /** As `openSale`, with the plan as JSON. The version before asks for it. */
  openSales: Scalars['Boolean']['output'];
  /** For catalog: puts the event's sale into this state. CLOSED is for good. */
  setSales: Scalars['Boolean']['output'];
  /** For orders: takes active holds over for orders, each idempotent by its order's id. Null for one that could not be decided: ask again. */
  convertHolds: Array<Maybe<ConvertedHold>>;
  /** For orders: the seats of orders become SOLD. False for an order that does not have them any more, null for one that could not be decided: ask again. */
  sellSeatsOf: Array<Maybe<Scalars['Boolean']['output']>>;
  /** As `convertHolds`, for one. The version before asks for it. */
  convertHold: ConvertedHold;
  /** As `sellSeatsOf`, for one. The version before asks for it. */
  sellSeats: Scalars['Boolean']['output'];
  /** For orders: seats of an order (all, if none are named) go back on sale. */
  releaseSeats: Scalars['Boolean']['output'];
};


/** What can be done. */
export type MutationHoldSeatsArgs = {
  input: HoldSeatsInput;
};


/** What can be done. */
export type MutationHoldBestAvailableArgs = {
  input: HoldBestAvailableInput;
};


/** What can be done. */
export type MutationReleaseHoldArgs = {
  holdId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationExtendHoldArgs = {
  holdId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationApplyPromoCodeArgs = {
  holdId: Scalars['ID']['input'];
  code?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done. */
export type MutationCreatePromoCodeArgs = {
  input: CreatePromoCodeInput;
};


/** What can be done. */
export type MutationEndPromoCodeArgs = {
  eventId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
};


/** What can be done. */
export type MutationBlockSeatsArgs = {
  eventId: Scalars['ID']['input'];
  seatIds: Array<Scalars['ID']['input']>;
};


/** What can be done. */
export type MutationSetSeatsAsideArgs = {
  input: SetSeatsAsideInput;
};


/** What can be done. */
export type MutationUnblockSeatsArgs = {
  eventId: Scalars['ID']['input'];
  seatIds: Array<Scalars['ID']['input']>;
};


/** What can be done. */
export type MutationOpenSaleArgs = {
  plan: SeatPlanInput;
};


/** What can be done. */
export type MutationOpenSalesArgs = {
  plan: Scalars['String']['input'];
};


/** What can be done. */
export type MutationSetSalesArgs = {
  eventId: Scalars['ID']['input'];
  state: SaleState;
};


/** What can be done. */
export type MutationConvertHoldsArgs = {
  conversions: Array<HoldConversionInput>;
};


/** What can be done. */
export type MutationSellSeatsOfArgs = {
  orderIds: Array<Scalars['ID']['input']>;
};


/** What can be done. */
export type MutationConvertHoldArgs = {
  holdId: Scalars['ID']['input'];
  orderId: Scalars['ID']['input'];
  buyerId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationSellSeatsArgs = {
  orderId: Scalars['ID']['input'];
};


/** What can be done. */
export type MutationReleaseSeatsArgs = {
  orderId: Scalars['ID']['input'];
  seatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Whether seats of an event can be held. */
export type SaleState =
  | 'OPEN'
  | 'PAUSED'
  | 'CLOSED';

/** What is sold at an event: its places, and what each costs. Amounts are in minor units of the currency. */
export type SeatPlanInput = {
  /** The event's id. */
  eventId: Scalars['ID']['input'];
  /** Who sells it. */
  organizationId: Scalars['ID']['input'];
  /** ISO 4217. */
  currency: Scalars['String']['input'];
  /** How many seats one buyer may have. */
  maxSeatsPerBuyer: Scalars['Int']['input'];
  /** How seats are held. */
  holdPolicy: SeatPlanHoldPolicyInput;
  /** Nothing is sold from then on. */
  salesEndAt: Scalars['String']['input'];
  /** What prices with a promo code are calculated with. */
  pricing: SeatPlanPricingInput;
  /** What the places cost. */
  tiers: Array<SeatPlanTierInput>;
  /** Where the places are. */
  sections: Array<SeatPlanSectionInput>;
};

/** How seats of an event are held. */
export type SeatPlanHoldPolicyInput = {
  /** How long a hold lasts. */
  holdSeconds: Scalars['Int']['input'];
  /** How long it can be extended to. */
  maxHoldSeconds: Scalars['Int']['input'];
  /** Whether a hold may leave no single seat between two taken ones. */
  avoidSingleSeats: Scalars['Boolean']['input'];
  /** How many other seats may be held with each wheelchair place; null: any number. */
  companionsPerWheelchairPlace?: InputMaybe<Scalars['Int']['input']>;
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
  /** As buyers read it. */
  name: Scalars['String']['input'];
  /** Of the price, in thousandths of a percent. */
  rate: Scalars['Int']['input'];
  /** Added to the rate. */
  fixed?: InputMaybe<SeatPlanFixedFeeInput>;
  /** Whether the price contains it. */
  isIncluded: Scalars['Boolean']['input'];
};

/** An amount for each ticket. */
export type SeatPlanFixedFeeInput = {
  /** In minor units. */
  amount: Scalars['Int']['input'];
  /** ISO 4217. It is charged only where the event has this currency. */
  currency: Scalars['String']['input'];
};

/** A tax. */
export type SeatPlanTaxInput = {
  /** As buyers read it. */
  name: Scalars['String']['input'];
  /** In thousandths of a percent. */
  rate: Scalars['Int']['input'];
  /** Whether the price contains it. */
  isIncluded: Scalars['Boolean']['input'];
};

/** A price. */
export type SeatPlanTierInput = {
  /** The tier's id. */
  id: Scalars['ID']['input'];
  /** As buyers read it. */
  name: Scalars['String']['input'];
  /** What a ticket costs. */
  price: Scalars['Int']['input'];
  /** What the price is made of. */
  breakdown?: InputMaybe<SeatPlanBreakdownInput>;
};

/** What a price is made of. */
export type SeatPlanBreakdownInput = {
  /** What the organizer asks for a ticket. */
  base: Scalars['Int']['input'];
  /** What comes on top of it, and what it contains. */
  lines: Array<SeatPlanPriceLineInput>;
  /** What the buyer pays. */
  total: Scalars['Int']['input'];
};

/** One part of a price. */
export type SeatPlanPriceLineInput = {
  /** What it is. */
  kind: PriceLineKind;
  /** As the organization calls it; of a discount, its code. */
  name: Scalars['String']['input'];
  /** Negative for a discount. */
  amount: Scalars['Int']['input'];
  /** Whether what stands before it contains it. */
  isIncluded: Scalars['Boolean']['input'];
};

/** Places of one price: rows of seats, or general admission. */
export type SeatPlanSectionInput = {
  /** The section's id. */
  id: Scalars['ID']['input'];
  /** As buyers read it. */
  name: Scalars['String']['input'];
  /** What its places cost. */
  tierId: Scalars['ID']['input'];
  /** How many people fit into a section without rows. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** From front to back. */
  rows?: InputMaybe<Array<SeatPlanRowInput>>;
};

/** A row of seats. */
export type SeatPlanRowInput = {
  /** As buyers read it. */
  label: Scalars['String']['input'];
  /** What is written on the seats, in order. */
  labels: Array<Scalars['String']['input']>;
  /** Positions, from 1, after which there is an aisle. */
  aislesAfter: Array<Scalars['Int']['input']>;
  /** Positions, from 1, of wheelchair places. */
  wheelchair: Array<Scalars['Int']['input']>;
};

/** Why an order can't take over a hold. */
export type ConversionRefusal =
  | 'NOT_FOUND'
  | 'NOT_ACTIVE';

/** A hold that an order takes over. */
export type HoldConversionInput = {
  /** The hold's id. */
  holdId: Scalars['ID']['input'];
  /** The order's id. */
  orderId: Scalars['ID']['input'];
  /** Whose hold it must be. */
  buyerId: Scalars['ID']['input'];
};

/** What an order has taken over, or why it has not. */
export type ConvertedHold = {
  __typename?: 'ConvertedHold';
  /** Null if it went well. */
  refusal?: Maybe<ConversionRefusal>;
  /** The event's id. */
  eventId?: Maybe<Scalars['ID']['output']>;
  /** Who sells it. */
  organizationId?: Maybe<Scalars['ID']['output']>;
  /** ISO 4217. */
  currency?: Maybe<Scalars['String']['output']>;
  /** The hold's promo code. */
  promoCode?: Maybe<Scalars['String']['output']>;
  /** What was taken over. */
  seats: Array<ConvertedSeat>;
};

/** A seat as it was when the order took it over. */
export type ConvertedSeat = {
  __typename?: 'ConvertedSeat';
  /** The seat's id. */
  id: Scalars['ID']['output'];
  /** The section's id. */
  sectionId: Scalars['ID']['output'];
  /** The section's name. */
  sectionName: Scalars['String']['output'];
  /** Label of the row. */
  row?: Maybe<Scalars['String']['output']>;
  /** What is written on the seat. */
  number?: Maybe<Scalars['String']['output']>;
  /** The tier's name. */
  tierName: Scalars['String']['output'];
  /** In minor units of the hold's currency. */
  price: Scalars['Int']['output'];
  /** What the price is made of. */
  priceBreakdown: SeatPriceBreakdown;
  /** As `priceBreakdown`, as JSON. The version before asks for it. */
  breakdown: Scalars['String']['output'];
};

/** What a price is made of, in minor units: `total` is `base` and all lines that are not included. */
export type SeatPriceBreakdown = {
  __typename?: 'SeatPriceBreakdown';
  /** What the organizer asks for a ticket. */
  base: Scalars['Int']['output'];
  /** What comes on top of it, and what it contains. */
  lines: Array<SeatPriceLine>;
  /** What the buyer pays. */
  total: Scalars['Int']['output'];
};

/** One part of a price, in minor units. */
export type SeatPriceLine = {
  __typename?: 'SeatPriceLine';
  /** What it is. */
  kind: PriceLineKind;
  /** As the organization calls it; of a discount, its code. */
  name: Scalars['String']['output'];
  /** Negative for a discount. */
  amount: Scalars['Int']['output'];
  /** Whether what stands before it contains it. */
  isIncluded: Scalars['Boolean']['output'];
};

/** What changed in one go. `seats` are the changed ones, as they are now. */
export type SeatsChanged = {
  __typename?: 'SeatsChanged';
  /** Of which event. */
  event?: Maybe<Event>;
  /** The changed ones, as they are now. */
  seats: Array<Seat>;
  /** How many seats are in which state, after this change. */
  availability: Availability;
  /** Where the stream stands after this message; opaque. */
  cursor: Scalars['String']['output'];
  /** The stream could not be resumed at `after`: query the seats anew. */
  reset: Scalars['Boolean']['output'];
};

/** What can be followed live. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Every change of the event's seats, in the order of each seat's version; changes within 50 ms are merged, the newest state of each seat counts. The first message comes at
   * once: `seats` empty, or what changed since `after`, the cursor of the last message that a client saw before it lost the
   * connection. Every change committed after the first message is delivered, so a client that subscribes, then queries `seats`, and
   * keeps the higher version of each seat, has the truth. A client library that subscribes again by itself repeats the `after` that it was begun with, and
   * leaves out what came between: let it fail (`retryAttempts: 0` of graphql-ws), and subscribe anew. Open to anyone for a published event.
   */
  seatsChanged: SeatsChanged;
};


/** What can be followed live. */
export type SubscriptionSeatsChangedArgs = {
  eventId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Event = {
  __typename?: 'Event';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Counts that are at most a second old, for the event and for each tier. All 0 and no tiers for a draft. */
  availability?: Maybe<Availability>;
  /** By section, row and position. None for a draft. */
  seats?: Maybe<SeatConnection>;
  /** Null for a seat of another event. */
  seat?: Maybe<Seat>;
  /** Whom seats are set aside for. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  salesChannels?: Maybe<Array<SalesChannel>>;
  /** Newest first. For members from MANAGER up, AUDITOR and platform staff; null for anyone else. */
  promoCodes?: Maybe<PromoCodeConnection>;
  /** By section and tier. For members of the organization from BOX_OFFICE up, AUDITOR and platform staff; null for anyone else. */
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

export type Section = {
  __typename?: 'Section';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Unique in the venue. */
  name: Scalars['String']['output'];
};

export type PriceTier = {
  __typename?: 'PriceTier';
  /** Stays the same for good. */
  id: Scalars['ID']['output'];
  /** Unique in the event. */
  name: Scalars['String']['output'];
  /** What the buyer pays for one seat, with all fees and taxes. Of a draft, what it would be now; settled when the event is published. */
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
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( EmailNotVerified )
  ;
  ApplyPromoCodeResult:
    | ( HoldRow )
    | ( PromoCodeNotUsable )
    | ( HoldNotActive )
    | ( NotFound )
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
  SetSeatsAsideResult:
    | ( SalesChannel )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
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
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( NotFound )
    | ( IdempotencyKeyReused )
    | ( Omit<SeatsUnavailable, 'seats'> & { seats: Array<_RefType['Seat']> } )
    | ( EventNotOnSale )
    | ( SeatLimitReached )
    | ( EmailNotVerified )
    | ( SeatLeftAlone )
    | ( TooManyCompanions )
    | ( HoldNotActive )
    | ( PromoCodeNotUsable )
    | ( PromoCodeTaken )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
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
  SeatStatus: SeatStatus;
  SeatConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Seat"]>>;
  SeatEdge: ResolverTypeWrapper<Omit<SeatEdge, 'node'> & { node: ResolversTypes['Seat'] }>;
  Availability: ResolverTypeWrapper<Availability>;
  TierAvailability: ResolverTypeWrapper<TierAvailability>;
  AvailabilityReportLine: ResolverTypeWrapper<AvailabilityReportLine>;
  Hold: ResolverTypeWrapper<HoldRow>;
  HoldItem: ResolverTypeWrapper<Omit<HoldItem, 'seat'> & { seat: ResolversTypes['Seat'] }>;
  PriceBreakdown: ResolverTypeWrapper<PriceBreakdown>;
  PriceLine: ResolverTypeWrapper<PriceLine>;
  PriceLineKind: PriceLineKind;
  HoldStatus: HoldStatus;
  HoldSeatsInput: HoldSeatsInput;
  HoldBestAvailableInput: HoldBestAvailableInput;
  SeatsUnavailable: ResolverTypeWrapper<Omit<SeatsUnavailable, 'seats'> & { seats: Array<ResolversTypes['Seat']> }>;
  EventNotOnSale: ResolverTypeWrapper<EventNotOnSale>;
  SeatLimitReached: ResolverTypeWrapper<SeatLimitReached>;
  EmailNotVerified: ResolverTypeWrapper<EmailNotVerified>;
  SeatLeftAlone: ResolverTypeWrapper<SeatLeftAlone>;
  TooManyCompanions: ResolverTypeWrapper<TooManyCompanions>;
  HoldNotActive: ResolverTypeWrapper<HoldNotActive>;
  HoldSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HoldSeatsResult']>;
  PromoCodeNotUsable: ResolverTypeWrapper<PromoCodeNotUsable>;
  PromoCodeRefusal: PromoCodeRefusal;
  ApplyPromoCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyPromoCodeResult']>;
  ExtendHoldResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExtendHoldResult']>;
  ReleaseHoldResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReleaseHoldResult']>;
  BlockSeatsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BlockSeatsResult']>;
  BlockedSeats: ResolverTypeWrapper<Omit<BlockedSeats, 'seats'> & { seats: Array<ResolversTypes['Seat']> }>;
  SetSeatsAsideInput: SetSeatsAsideInput;
  SalesChannel: ResolverTypeWrapper<SalesChannel>;
  SetSeatsAsideResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetSeatsAsideResult']>;
  PromoCode: ResolverTypeWrapper<PromoCodeRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  PromoCodeConnection: ResolverTypeWrapper<import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["PromoCode"]>>;
  PromoCodeEdge: ResolverTypeWrapper<Omit<PromoCodeEdge, 'node'> & { node: ResolversTypes['PromoCode'] }>;
  CreatePromoCodeInput: CreatePromoCodeInput;
  PromoCodeTaken: ResolverTypeWrapper<PromoCodeTaken>;
  CreatePromoCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreatePromoCodeResult']>;
  EndPromoCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EndPromoCodeResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SaleState: SaleState;
  SeatPlanInput: SeatPlanInput;
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
  HoldConversionInput: HoldConversionInput;
  ConvertedHold: ResolverTypeWrapper<ConvertedHold>;
  ConvertedSeat: ResolverTypeWrapper<ConvertedSeat>;
  SeatPriceBreakdown: ResolverTypeWrapper<SeatPriceBreakdown>;
  SeatPriceLine: ResolverTypeWrapper<SeatPriceLine>;
  SeatsChanged: ResolverTypeWrapper<Omit<SeatsChanged, 'event' | 'seats'> & { event?: Maybe<ResolversTypes['Event']>, seats: Array<ResolversTypes['Seat']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Event: ResolverTypeWrapper<Omit<Event, 'seats' | 'seat' | 'promoCodes'> & { seats?: Maybe<ResolversTypes['SeatConnection']>, seat?: Maybe<ResolversTypes['Seat']>, promoCodes?: Maybe<ResolversTypes['PromoCodeConnection']> }>;
  Section: ResolverTypeWrapper<Section>;
  PriceTier: ResolverTypeWrapper<PriceTier>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
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
  SeatConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["Seat"]>;
  SeatEdge: Omit<SeatEdge, 'node'> & { node: ResolversParentTypes['Seat'] };
  Availability: Availability;
  TierAvailability: TierAvailability;
  AvailabilityReportLine: AvailabilityReportLine;
  Hold: HoldRow;
  HoldItem: Omit<HoldItem, 'seat'> & { seat: ResolversParentTypes['Seat'] };
  PriceBreakdown: PriceBreakdown;
  PriceLine: PriceLine;
  HoldSeatsInput: HoldSeatsInput;
  HoldBestAvailableInput: HoldBestAvailableInput;
  SeatsUnavailable: Omit<SeatsUnavailable, 'seats'> & { seats: Array<ResolversParentTypes['Seat']> };
  EventNotOnSale: EventNotOnSale;
  SeatLimitReached: SeatLimitReached;
  EmailNotVerified: EmailNotVerified;
  SeatLeftAlone: SeatLeftAlone;
  TooManyCompanions: TooManyCompanions;
  HoldNotActive: HoldNotActive;
  HoldSeatsResult: ResolversUnionTypes<ResolversParentTypes>['HoldSeatsResult'];
  PromoCodeNotUsable: PromoCodeNotUsable;
  ApplyPromoCodeResult: ResolversUnionTypes<ResolversParentTypes>['ApplyPromoCodeResult'];
  ExtendHoldResult: ResolversUnionTypes<ResolversParentTypes>['ExtendHoldResult'];
  ReleaseHoldResult: ResolversUnionTypes<ResolversParentTypes>['ReleaseHoldResult'];
  BlockSeatsResult: ResolversUnionTypes<ResolversParentTypes>['BlockSeatsResult'];
  BlockedSeats: Omit<BlockedSeats, 'seats'> & { seats: Array<ResolversParentTypes['Seat']> };
  SetSeatsAsideInput: SetSeatsAsideInput;
  SalesChannel: SalesChannel;
  SetSeatsAsideResult: ResolversUnionTypes<ResolversParentTypes>['SetSeatsAsideResult'];
  PromoCode: PromoCodeRow;
  Float: Scalars['Float']['output'];
  PromoCodeConnection: import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["PromoCode"]>;
  PromoCodeEdge: Omit<PromoCodeEdge, 'node'> & { node: ResolversParentTypes['PromoCode'] };
  CreatePromoCodeInput: CreatePromoCodeInput;
  PromoCodeTaken: PromoCodeTaken;
  CreatePromoCodeResult: ResolversUnionTypes<ResolversParentTypes>['CreatePromoCodeResult'];
  EndPromoCodeResult: ResolversUnionTypes<ResolversParentTypes>['EndPromoCodeResult'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  SeatPlanInput: SeatPlanInput;
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
  HoldConversionInput: HoldConversionInput;
  ConvertedHold: ConvertedHold;
  ConvertedSeat: ConvertedSeat;
  SeatPriceBreakdown: SeatPriceBreakdown;
  SeatPriceLine: SeatPriceLine;
  SeatsChanged: Omit<SeatsChanged, 'event' | 'seats'> & { event?: Maybe<ResolversParentTypes['Event']>, seats: Array<ResolversParentTypes['Seat']> };
  Subscription: Record<PropertyKey, never>;
  Event: Omit<Event, 'seats' | 'seat' | 'promoCodes'> & { seats?: Maybe<ResolversParentTypes['SeatConnection']>, seat?: Maybe<ResolversParentTypes['Seat']>, promoCodes?: Maybe<ResolversParentTypes['PromoCodeConnection']> } | FederationReferenceTypes['Event'];
  Section: Section;
  PriceTier: PriceTier;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErrorResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'IdempotencyKeyReused' | 'SeatsUnavailable' | 'EventNotOnSale' | 'SeatLimitReached' | 'EmailNotVerified' | 'SeatLeftAlone' | 'TooManyCompanions' | 'HoldNotActive' | 'PromoCodeNotUsable' | 'PromoCodeTaken', ParentType, ContextType>;
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
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  extendableUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldItemResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldItem']> = {
  seat?: Resolver<ResolversTypes['Seat'], ParentType, ContextType>;
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

export type SeatsUnavailableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatsUnavailable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventNotOnSaleResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['EventNotOnSale']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldSeatsResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['HoldSeatsResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'SeatsUnavailable' | 'EventNotOnSale' | 'SeatLimitReached' | 'SeatLeftAlone' | 'TooManyCompanions' | 'PromoCodeNotUsable' | 'NotFound' | 'IdempotencyKeyReused' | 'EmailNotVerified', ParentType, ContextType>;
};

export type PromoCodeNotUsableResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['PromoCodeNotUsable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PromoCodeRefusal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplyPromoCodeResultResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ApplyPromoCodeResult']> = {
  __resolveType: TypeResolveFn<'Hold' | 'PromoCodeNotUsable' | 'HoldNotActive' | 'NotFound', ParentType, ContextType>;
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

export type SalesChannelResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SalesChannel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seatCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  priceTiers?: Resolver<Array<ResolversTypes['PriceTier']>, ParentType, ContextType>;
  maxTickets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxTicketsPerBuyer?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ticketsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type QueryResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Query']> = {
  hold?: Resolver<Maybe<ResolversTypes['Hold']>, ParentType, ContextType, RequireFields<QueryHoldArgs, 'id'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Mutation']> = {
  holdSeats?: Resolver<ResolversTypes['HoldSeatsResult'], ParentType, ContextType, RequireFields<MutationHoldSeatsArgs, 'input'>>;
  holdBestAvailable?: Resolver<ResolversTypes['HoldSeatsResult'], ParentType, ContextType, RequireFields<MutationHoldBestAvailableArgs, 'input'>>;
  releaseHold?: Resolver<ResolversTypes['ReleaseHoldResult'], ParentType, ContextType, RequireFields<MutationReleaseHoldArgs, 'holdId'>>;
  extendHold?: Resolver<ResolversTypes['ExtendHoldResult'], ParentType, ContextType, RequireFields<MutationExtendHoldArgs, 'holdId'>>;
  applyPromoCode?: Resolver<ResolversTypes['ApplyPromoCodeResult'], ParentType, ContextType, RequireFields<MutationApplyPromoCodeArgs, 'holdId'>>;
  createPromoCode?: Resolver<ResolversTypes['CreatePromoCodeResult'], ParentType, ContextType, RequireFields<MutationCreatePromoCodeArgs, 'input'>>;
  endPromoCode?: Resolver<ResolversTypes['EndPromoCodeResult'], ParentType, ContextType, RequireFields<MutationEndPromoCodeArgs, 'eventId' | 'code'>>;
  blockSeats?: Resolver<ResolversTypes['BlockSeatsResult'], ParentType, ContextType, RequireFields<MutationBlockSeatsArgs, 'eventId' | 'seatIds'>>;
  setSeatsAside?: Resolver<ResolversTypes['SetSeatsAsideResult'], ParentType, ContextType, RequireFields<MutationSetSeatsAsideArgs, 'input'>>;
  unblockSeats?: Resolver<ResolversTypes['BlockSeatsResult'], ParentType, ContextType, RequireFields<MutationUnblockSeatsArgs, 'eventId' | 'seatIds'>>;
  openSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationOpenSaleArgs, 'plan'>>;
  openSales?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationOpenSalesArgs, 'plan'>>;
  setSales?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSetSalesArgs, 'eventId' | 'state'>>;
  convertHolds?: Resolver<Array<Maybe<ResolversTypes['ConvertedHold']>>, ParentType, ContextType, RequireFields<MutationConvertHoldsArgs, 'conversions'>>;
  sellSeatsOf?: Resolver<Array<Maybe<ResolversTypes['Boolean']>>, ParentType, ContextType, RequireFields<MutationSellSeatsOfArgs, 'orderIds'>>;
  convertHold?: Resolver<ResolversTypes['ConvertedHold'], ParentType, ContextType, RequireFields<MutationConvertHoldArgs, 'holdId' | 'orderId' | 'buyerId'>>;
  sellSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSellSeatsArgs, 'orderId'>>;
  releaseSeats?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReleaseSeatsArgs, 'orderId'>>;
};

export type ConvertedHoldResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ConvertedHold']> = {
  refusal?: Resolver<Maybe<ResolversTypes['ConversionRefusal']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['ConvertedSeat']>, ParentType, ContextType>;
};

export type ConvertedSeatResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['ConvertedSeat']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sectionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sectionName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tierName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
};

export type SeatsChangedResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['SeatsChanged']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  seats?: Resolver<Array<ResolversTypes['Seat']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Subscription']> = {
  seatsChanged?: SubscriptionResolver<ResolversTypes['SeatsChanged'], "seatsChanged", ParentType, ContextType, RequireFields<SubscriptionSeatsChangedArgs, 'eventId'>>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['Availability']>, ParentType, ContextType>;
  seats?: Resolver<Maybe<ResolversTypes['SeatConnection']>, ParentType, ContextType, Partial<EventSeatsArgs>>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType, RequireFields<EventSeatArgs, 'id'>>;
  salesChannels?: Resolver<Maybe<Array<ResolversTypes['SalesChannel']>>, ParentType, ContextType>;
  promoCodes?: Resolver<Maybe<ResolversTypes['PromoCodeConnection']>, ParentType, ContextType, Partial<EventPromoCodesArgs>>;
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
  Error?: ErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  IdempotencyKeyReused?: IdempotencyKeyReusedResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  SeatConnection?: SeatConnectionResolvers<ContextType>;
  SeatEdge?: SeatEdgeResolvers<ContextType>;
  Availability?: AvailabilityResolvers<ContextType>;
  TierAvailability?: TierAvailabilityResolvers<ContextType>;
  AvailabilityReportLine?: AvailabilityReportLineResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  HoldItem?: HoldItemResolvers<ContextType>;
  PriceBreakdown?: PriceBreakdownResolvers<ContextType>;
  PriceLine?: PriceLineResolvers<ContextType>;
  SeatsUnavailable?: SeatsUnavailableResolvers<ContextType>;
  EventNotOnSale?: EventNotOnSaleResolvers<ContextType>;
  SeatLimitReached?: SeatLimitReachedResolvers<ContextType>;
  EmailNotVerified?: EmailNotVerifiedResolvers<ContextType>;
  SeatLeftAlone?: SeatLeftAloneResolvers<ContextType>;
  TooManyCompanions?: TooManyCompanionsResolvers<ContextType>;
  HoldNotActive?: HoldNotActiveResolvers<ContextType>;
  HoldSeatsResult?: HoldSeatsResultResolvers<ContextType>;
  PromoCodeNotUsable?: PromoCodeNotUsableResolvers<ContextType>;
  ApplyPromoCodeResult?: ApplyPromoCodeResultResolvers<ContextType>;
  ExtendHoldResult?: ExtendHoldResultResolvers<ContextType>;
  ReleaseHoldResult?: ReleaseHoldResultResolvers<ContextType>;
  BlockSeatsResult?: BlockSeatsResultResolvers<ContextType>;
  BlockedSeats?: BlockedSeatsResolvers<ContextType>;
  SalesChannel?: SalesChannelResolvers<ContextType>;
  SetSeatsAsideResult?: SetSeatsAsideResultResolvers<ContextType>;
  PromoCode?: PromoCodeResolvers<ContextType>;
  PromoCodeConnection?: PromoCodeConnectionResolvers<ContextType>;
  PromoCodeEdge?: PromoCodeEdgeResolvers<ContextType>;
  PromoCodeTaken?: PromoCodeTakenResolvers<ContextType>;
  CreatePromoCodeResult?: CreatePromoCodeResultResolvers<ContextType>;
  EndPromoCodeResult?: EndPromoCodeResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ConvertedHold?: ConvertedHoldResolvers<ContextType>;
  ConvertedSeat?: ConvertedSeatResolvers<ContextType>;
  SeatPriceBreakdown?: SeatPriceBreakdownResolvers<ContextType>;
  SeatPriceLine?: SeatPriceLineResolvers<ContextType>;
  SeatsChanged?: SeatsChangedResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  PriceTier?: PriceTierResolvers<ContextType>;
};


