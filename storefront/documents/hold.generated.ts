// Made by `npm run compose` from hold.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An answer to a question. Give the field for the kind of the question. Without one, or with an empty one, the question is not answered. */
export type AnswerInput = {
  /** For DATE: a day, such as 2027-03-28. */
  date?: string | null;
  /** For NUMBER. */
  number?: number | null;
  /** For CHOOSE_ONE: one option; for CHOOSE_SEVERAL: any of the options. */
  optionIds?: Array<string> | null;
  /** ID of the question, see `Event.questions`. */
  questionId: string;
  /** For a question about each ticket: ID of the seat. Omit it for a question about the order. */
  seatId?: string | null;
  /** For SHORT_TEXT: a line of at most 200 characters; for LONG_TEXT: at most 2,000 characters; for PHONE: a number with its country code. */
  text?: string | null;
  /** For YES_NO. */
  yes?: boolean | null;
};

/** What is wrong with an answer. */
export type AnswerProblemReason =
  /** The question needs an answer. */
  | 'MISSING'
  /** Only yes is accepted. */
  | 'MUST_BE_YES'
  /** The question is not asked, or not about this seat, or it is answered twice. */
  | 'NOT_ASKED'
  /** The answer does not fit the question. */
  | 'NOT_VALID';

/** Category. */
export type EventCategory =
  | 'CONCERT'
  | 'CONFERENCE'
  | 'FESTIVAL'
  | 'JOURNEY'
  | 'OTHER'
  | 'SPORT'
  | 'THEATRE';

/**
 * DRAFT: only its organization and platform staff see it. An event that is cancelled before it was published stays hidden from others.
 * ANNOUNCED: published, and sales have not started. SALES_ENDED: sales have ended, and the event is not over. ENDED: it is over. These follow from the event's
 * times, as ON_SALE does: at their time, nobody has to do anything. Sales channels may sell at other times.
 */
export type EventStatus =
  | 'ANNOUNCED'
  | 'CANCELLED'
  | 'DRAFT'
  | 'ENDED'
  | 'ON_SALE'
  | 'SALES_ENDED'
  | 'SALES_PAUSED';

/** State of a hold. CONVERTED: an order has taken over the seats. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'EXPIRED'
  | 'RELEASED';

/**
 * OTHER_ORGANIZATION, OTHER_CURRENCY: than that of the first hold. TOTAL_TOO_HIGH: the total of all would exceed 2,147,483,647 minor units.
 * PACKAGE_IN_PART: other holds of its package are missing: see Hold.packageHoldIds.
 */
export type HoldsNotCombinableReason =
  | 'OTHER_CURRENCY'
  | 'OTHER_ORGANIZATION'
  | 'PACKAGE_IN_PART'
  | 'TOTAL_TOO_HIGH';

/** Address of a buyer for the invoice. */
export type InvoiceAddressInput = {
  /** Town or city, 1 to 100 characters. */
  city: string;
  /** Company, 1 to 150 characters in one line. */
  company?: string | null;
  /** Country. */
  country: string;
  /** Name, 1 to 150 characters in one line. */
  name: string;
  /** Postal code, 1 to 20 characters. */
  postalCode: string;
  /** Street with house number, 1 to 150 characters in one line. */
  street: string;
  /** VAT identification number with its country code, such as DE123456789. */
  vatId?: string | null;
};

/** Whether the buyers of an event are asked for an invoice address. */
export type InvoiceAddressRule =
  /** It is not asked. */
  | 'NOT_ASKED'
  /** Buyers may give one. */
  | 'OPTIONAL'
  /** An order needs one. */
  | 'REQUIRED';

/**
 * Input of payOrder. The built-in test provider accepts these values of `paymentMethod`:
 * `pm_card_visa` (succeeds), `pm_card_declined` and `pm_card_insufficient_funds` (declined),
 * `pm_card_slow` (succeeds after 5 seconds),
 * `pm_card_timeout` (the first call times out although the provider accepts it; the retry succeeds),
 * `pm_card_risky` (succeeds, and risk requires a review), `pm_card_fraud` (risk declines the order).
 */
export type PayOrderInput = {
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** An order of the viewer that awaits payment. */
  orderId: string;
  /** Payment method token from the provider. An order with nothing due needs none; a token is not used then. Without one, any other order is PaymentDeclined: `payment_method_missing`. */
  paymentMethod?: string | null;
  /** URL to which the provider redirects the browser after 3-D Secure: https, or http on localhost, at most 2,000 characters. Without it, `nextAction` is for the provider's browser library. */
  returnUrl?: string | null;
};

/** REDIRECT: open a page in the buyer's browser. PROVIDER_SDK: continue with the provider's browser library. */
export type PaymentNextActionKind =
  | 'PROVIDER_SDK'
  | 'REDIRECT';

/** AUTHORIZED: the amount is reserved. SUCCEEDED: the amount was captured. CANCELLED: the authorization was voided. */
export type PaymentStatus =
  | 'AUTHORIZED'
  | 'CANCELLED'
  | 'FAILED'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'SUCCEEDED';

/** Input of placeOrder. */
export type PlaceOrderInput = {
  /** Answers to `Event.questions` of the events, at most 1,000. */
  answers?: Array<AnswerInput> | null;
  /** An active hold of the viewer. */
  holdId: string;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** Address for the invoice, if an event (`Event.invoiceAddress`) or the organization asks for it. */
  invoiceAddress?: InvoiceAddressInput | null;
  /**
   * At most nine further active holds of the viewer, at the same event or at others of the same organization and currency. Either all holds become one
   * order, or none.
   */
  moreHoldIds?: Array<string> | null;
  /** Names of attendees, in the order of the hold's seats, and then those of `moreHoldIds`, 1 to 100 characters each. Surplus names are ignored. */
  names?: Array<string> | null;
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

/**
 * Why a promo code can't be used. USED: another hold or order has the access code. EXHAUSTED: the request exceeds the code's total limit. LIMIT_PER_BUYER: it exceeds the code's limit for one buyer.
 * HOLD_OF_PACKAGE: the hold has the price of its package, and no code.
 */
export type PromoCodeRefusal =
  | 'ENDED'
  | 'EXHAUSTED'
  | 'HOLD_OF_PACKAGE'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS'
  | 'NOT_YET'
  | 'UNKNOWN'
  | 'USED';

/** Kind of the answer to a question. */
export type QuestionKind =
  /** One of the options. */
  | 'CHOOSE_ONE'
  /** Any of the options. */
  | 'CHOOSE_SEVERAL'
  /** A day. */
  | 'DATE'
  /** Text of several lines, at most 2,000 characters. */
  | 'LONG_TEXT'
  /** A number. */
  | 'NUMBER'
  /** A telephone number with its country code (E.164), such as +49 361 123456. */
  | 'PHONE'
  /** Text of one line, at most 200 characters. */
  | 'SHORT_TEXT'
  /** Yes or no. */
  | 'YES_NO';

/** How often a question is asked. */
export type QuestionScope =
  /** Once for each order. */
  | 'ORDER'
  /** About each ticket. */
  | 'TICKET';

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** Always, until the deadline. */
  | 'ALWAYS'
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST';

/**
 * State of a seat. HELD: by a hold until it expires, or by an order that is not yet confirmed. SOLD: the order's seats are sold.
 * BLOCKED: the organizer has taken it off sale.
 */
export type SeatStatus =
  | 'AVAILABLE'
  | 'BLOCKED'
  | 'HELD'
  | 'SOLD';

/** Why tickets can't be exchanged. */
export type TicketsNotExchangeableReason =
  /** The payment is disputed. */
  | 'DISPUTED'
  /** The event is cancelled. */
  | 'EVENT_CANCELLED'
  /** Another exchange of a ticket has not ended. */
  | 'EXCHANGE_IN_PROGRESS'
  /** The organizer allows no exchange to buyers. */
  | 'NOT_ALLOWED'
  /** The new seats have another currency. */
  | 'OTHER_CURRENCY'
  /** The new seats are at another event, and the organizer does not allow that. */
  | 'OTHER_EVENT'
  /** Another organization sells the new seats. */
  | 'OTHER_ORGANIZATION'
  /** A ticket was refunded or exchanged, or the order is not confirmed. */
  | 'REFUNDED'
  /** The new seats are held with a package, which is bought as a whole. */
  | 'SEATS_OF_PACKAGE'
  /** The tickets were sold at the counter. */
  | 'SOLD_AT_COUNTER'
  /** The deadline has passed. */
  | 'TOO_LATE'
  /** A ticket was transferred: it belongs to someone else than the buyer. */
  | 'TRANSFERRED'
  /** A ticket was checked in. */
  | 'USED';

/** Kinds of users. */
export type UserKind =
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST'
  /** A person with an account. */
  | 'PERSON';

export type HoldPageQueryVariables = Exact<{
  id: string;
}>;


export type HoldPageQuery = { me: { kind: UserKind, displayName: string, email: string | null, holds: Array<{ id: string, status: HoldStatus, expiresAt: string, extendableUntil: string, promoCode: string | null, accessCodeName: string | null, packageHoldIds: Array<string> | null, package: { id: string, name: string } | null, event: { id: string, name: string, category: EventCategory, startsAt: string, timeZone: string, invoiceAddress: InvoiceAddressRule, venue: { name: string, city: string }, organization: { id: string } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean } | null, questions: Array<{ id: string, scope: QuestionScope, kind: QuestionKind, text: string, help: string | null, isRequired: boolean, mustBeYes: boolean, priceTiers: Array<string>, options: Array<{ id: string, label: string }> }> } | null, items: Array<{ priceName: string | null, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, wheelchair: boolean, companion: boolean, obstructed: boolean, section: { name: string } | null, priceTier: { name: string } | null } }>, total: { amount: number, currency: string }, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> } }> | null } | null, hold: { id: string, status: HoldStatus, expiresAt: string, extendableUntil: string, promoCode: string | null, accessCodeName: string | null, packageHoldIds: Array<string> | null, package: { id: string, name: string } | null, event: { id: string, name: string, category: EventCategory, startsAt: string, timeZone: string, invoiceAddress: InvoiceAddressRule, venue: { name: string, city: string }, organization: { id: string } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean } | null, questions: Array<{ id: string, scope: QuestionScope, kind: QuestionKind, text: string, help: string | null, isRequired: boolean, mustBeYes: boolean, priceTiers: Array<string>, options: Array<{ id: string, label: string }> }> } | null, items: Array<{ priceName: string | null, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, wheelchair: boolean, companion: boolean, obstructed: boolean, section: { name: string } | null, priceTier: { name: string } | null } }>, total: { amount: number, currency: string }, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> } } | null };

export type ExchangeQuotePageQueryVariables = Exact<{
  id: string;
  orderId: string;
  ticketIds: Array<string> | string;
}>;


export type ExchangeQuotePageQuery = { me: { id: string, kind: UserKind, displayName: string, email: string | null, holds: Array<{ id: string, expiresAt: string }> | null } | null, order: { id: string, number: string, buyer: { id: string } | null, tickets: Array<{ id: string, priceName: string | null, event: { id: string, name: string, startsAt: string, timeZone: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null }> } | null, hold: { id: string, status: HoldStatus, expiresAt: string, extendableUntil: string, promoCode: string | null, accessCodeName: string | null, packageHoldIds: Array<string> | null, exchangeQuote:
      | { __typename: 'ExchangeQuote', endsAt: string | null, worth: { amount: number, currency: string }, difference: { amount: number, currency: string }, tickets: Array<{ ticket: { id: string }, paid: { amount: number, currency: string }, fee: { amount: number, currency: string }, worth: { amount: number, currency: string } }> }
      | { __typename: 'NotFound', message: string }
      | { __typename: 'TicketsNotExchangeable', message: string, reason: TicketsNotExchangeableReason }
    , package: { id: string, name: string } | null, event: { id: string, name: string, category: EventCategory, startsAt: string, timeZone: string, invoiceAddress: InvoiceAddressRule, venue: { name: string, city: string }, organization: { id: string } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean } | null, questions: Array<{ id: string, scope: QuestionScope, kind: QuestionKind, text: string, help: string | null, isRequired: boolean, mustBeYes: boolean, priceTiers: Array<string>, options: Array<{ id: string, label: string }> }> } | null, items: Array<{ priceName: string | null, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, wheelchair: boolean, companion: boolean, obstructed: boolean, section: { name: string } | null, priceTier: { name: string } | null } }>, total: { amount: number, currency: string }, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> } } | null };

export type BasketQueryVariables = Exact<{ [key: string]: never; }>;


export type BasketQuery = { me: { kind: UserKind, holds: Array<{ id: string, expiresAt: string }> | null } | null };

export type HoldInFullFragment = { id: string, status: HoldStatus, expiresAt: string, extendableUntil: string, promoCode: string | null, accessCodeName: string | null, packageHoldIds: Array<string> | null, package: { id: string, name: string } | null, event: { id: string, name: string, category: EventCategory, startsAt: string, timeZone: string, invoiceAddress: InvoiceAddressRule, venue: { name: string, city: string }, organization: { id: string } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean } | null, questions: Array<{ id: string, scope: QuestionScope, kind: QuestionKind, text: string, help: string | null, isRequired: boolean, mustBeYes: boolean, priceTiers: Array<string>, options: Array<{ id: string, label: string }> }> } | null, items: Array<{ priceName: string | null, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, wheelchair: boolean, companion: boolean, obstructed: boolean, section: { name: string } | null, priceTier: { name: string } | null } }>, total: { amount: number, currency: string }, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> } };

export type ExtendHoldMutationVariables = Exact<{
  id: string;
}>;


export type ExtendHoldMutation = { extendHold:
    | { __typename: 'Hold', id: string, expiresAt: string }
    | { __typename: 'HoldNotActive', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type ReleaseHoldMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseHoldMutation = { releaseHold:
    | { __typename: 'Hold', id: string }
    | { __typename: 'NotFound', message: string }
   };

export type ApplyPromoCodeMutationVariables = Exact<{
  id: string;
  code?: string | null;
}>;


export type ApplyPromoCodeMutation = { applyPromoCode:
    | { __typename: 'Hold', id: string }
    | { __typename: 'HoldNotActive', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PriceNotUsable', message: string }
    | { __typename: 'PromoCodeNotUsable', message: string, reason: PromoCodeRefusal }
   };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder:
    | { __typename: 'AnswersRefused', message: string, problems: Array<{ questionId: string | null, seatId: string | null, reason: AnswerProblemReason }> }
    | { __typename: 'HoldNotActive', message: string, holdId: string | null }
    | { __typename: 'HoldsNotCombinable', message: string, holdId: string | null, reason: HoldsNotCombinableReason }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'VerifiedBuyersOnly', message: string }
   };

export type PayOrderMutationVariables = Exact<{
  input: PayOrderInput;
}>;


export type PayOrderMutation = { payOrder:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'OrderNotPayable', message: string }
    | { __typename: 'Payment', id: string, status: PaymentStatus, nextAction: { kind: PaymentNextActionKind, url: string | null } | null }
    | { __typename: 'PaymentDeclined', message: string, failureCode: string }
   };

export type EndedHoldQueryVariables = Exact<{
  id: string;
}>;


export type EndedHoldQuery = { hold: { promoCode: string | null, package: { id: string } | null, event: { id: string, status: EventStatus, priceTiers: Array<{ id: string, prices: Array<{ name: string, standard: boolean }> }> } | null, items: Array<{ priceName: string | null, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, status: SeatStatus, wheelchair: boolean, companion: boolean, position: { x: number, y: number } | null, section: { id: string, name: string } | null, priceTier: { id: string } | null } }> } | null };

export type FreeSeatsQueryVariables = Exact<{
  id: string;
  section: string;
  after?: string | null;
}>;


export type FreeSeatsQuery = { event: { seats: { nodes: Array<{ id: string, row: string | null, number: string | null, status: SeatStatus, wheelchair: boolean, companion: boolean, position: { x: number, y: number } | null, section: { id: string, name: string } | null, priceTier: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type SeatWithPlaceFragment = { id: string, row: string | null, number: string | null, status: SeatStatus, wheelchair: boolean, companion: boolean, position: { x: number, y: number } | null, section: { id: string, name: string } | null, priceTier: { id: string } | null };

export const HoldPage = "bf27abe0972732a2620c8d9386774594456fecb1b44d594ead5ce3bc53a4c767" as DocumentId<HoldPageQuery, HoldPageQueryVariables>;

export const ExchangeQuotePage = "d4f867213119218baf0eb6a53bd4e1ecfbb5546503f69b4b4749bbc84e61c273" as DocumentId<ExchangeQuotePageQuery, ExchangeQuotePageQueryVariables>;

export const Basket = "29bc425b0c819a77286ebb8d8ffc31f9273c8e912cf48aec50cf3eb0238e65ae" as DocumentId<BasketQuery, BasketQueryVariables>;

export const ExtendHold = "ff5f7e8a4620686adf7ea0b2940df709ffeda096c5b8ecabdcd2cb53720bdc15" as DocumentId<ExtendHoldMutation, ExtendHoldMutationVariables>;

export const ReleaseHold = "ecf6684c4cd696693d9107a118e1f0473368ae55324e3e1e9d3e8868b783d1b0" as DocumentId<ReleaseHoldMutation, ReleaseHoldMutationVariables>;

export const ApplyPromoCode = "a9ee901817b323077337758ffdb261f94774be1a70d8e1cde93a6a4ad500f23c" as DocumentId<ApplyPromoCodeMutation, ApplyPromoCodeMutationVariables>;

export const PlaceOrder = "92a104887968721e62dd3b3e0b6de4594806d195c68b14a2575cc3534f52acfd" as DocumentId<PlaceOrderMutation, PlaceOrderMutationVariables>;

export const PayOrder = "bad2cc1169944004eb3d299424bcbd799b3959303f242eae87366c4f6611888c" as DocumentId<PayOrderMutation, PayOrderMutationVariables>;

export const EndedHold = "70159ad2b992f5e9f2e191ffd4945f7c9322f9441fe184fd10d43503b3de30d2" as DocumentId<EndedHoldQuery, EndedHoldQueryVariables>;

export const FreeSeats = "f0d2bf8026fe981f9e29a1bf0be4a352dac7eade39acb277e7c2baf474d85b7d" as DocumentId<FreeSeatsQuery, FreeSeatsQueryVariables>;
