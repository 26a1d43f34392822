// Made by `npm run compose` from order.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Input of answerRefundOffer. */
export type AnswerRefundOfferInput = {
  /** KEEP can be changed until the offer ends. REFUND is final. */
  answer: RefundAnswer;
  /** The event whose offer is answered. Default: that of `Order.refundOffer`. */
  eventId?: string | null;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** An order of the viewer, with an open offer. */
  orderId: string;
};

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

/** State of an exchange. */
export type ExchangeStatus =
  /** The payment is being captured. Until it is, the old tickets can't be changed or used. */
  | 'CLAIMED'
  /** The new tickets are issued, and the old ones cancelled. */
  | 'DONE'
  /** The new order has ended without tickets. The old ones are valid. */
  | 'ENDED'
  /** The new order is not confirmed. The old tickets are valid. */
  | 'OPEN';

/**
 * AWAITING_PAYMENT -> PROCESSING (payment authorized) -> CONFIRMED (payment captured, seats sold, tickets issued).
 * IN_REVIEW: the payment is authorized, and a person decides. DECLINED: the risk assessment or the reviewer refused the order.
 * If a card is declined, the order stays AWAITING_PAYMENT until it is paid, cancelled or EXPIRED.
 * EXPIRED: not paid or reviewed in time, or its seats were lost; an authorized payment is voided.
 * CANCELLED: by the buyer, the organization or with the event, or the payment could not be captured.
 * PARTIALLY_REFUNDED, REFUNDED: some or all tickets were refunded. New values may be added: clients must handle unknown ones.
 */
export type OrderStatus =
  | 'AWAITING_PAYMENT'
  | 'CANCELLED'
  | 'CONFIRMED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'IN_REVIEW'
  | 'PARTIALLY_REFUNDED'
  | 'PROCESSING'
  | 'REFUNDED';

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

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** Answer to an offer of a refund. */
export type RefundAnswer =
  | 'KEEP'
  | 'REFUND';

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** Always, until the deadline. */
  | 'ALWAYS'
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST';

/** How a customer pays at the counter. TERMINAL: a card terminal that Boxoffice does not drive. COMPLIMENTARY: the tickets cost nothing. */
export type Tender =
  | 'CASH'
  | 'COMPLIMENTARY'
  | 'TERMINAL';

/** USED: the ticket was checked in. CANCELLED: it was refunded, or the organization lost a dispute. */
export type TicketStatus =
  | 'CANCELLED'
  | 'USED'
  | 'VALID';

/** Kinds of users. */
export type UserKind =
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST'
  /** A person with an account. */
  | 'PERSON';

export type OrderPageQueryVariables = Exact<{
  id: string;
}>;


export type OrderPageQuery = { me: { id: string, kind: UserKind, displayName: string, email: string | null, emailVerified: boolean } | null, order: { id: string, number: string, status: OrderStatus, createdAt: string, expiresAt: string | null, promoCode: string | null, events: Array<{ id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, timeZone: string, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, venue: { name: string, city: string } }>, items: Array<{ priceName: string | null, event: { id: string }, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, section: { name: string } | null } | null }>, total: { amount: number, currency: string }, amountDue: { amount: number, currency: string }, refunded: { amount: number, currency: string }, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> }, exchange: { status: ExchangeStatus, from: { id: string, number: string }, credit: { amount: number, currency: string }, refund: { amount: number, currency: string } } | null, history: Array<{ at: string, status: OrderStatus, note: string | null }>, tickets: Array<{ id: string, status: TicketStatus, frozen: boolean, holderName: string | null, priceName: string | null, holder: { id: string } | null, event: { id: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null }>, buyer: { id: string } | null, payments: Array<{ id: string, status: PaymentStatus, tender: Tender | null, failureCode: string | null, credited: { amount: number, currency: string }, nextAction: { kind: PaymentNextActionKind, url: string | null } | null }> | null, refundOffers: Array<{ until: string, answer: RefundAnswer | null, isOpen: boolean, event: { id: string } }> } | null };

export type AmountDueQueryVariables = Exact<{
  id: string;
}>;


export type AmountDueQuery = { order: { amountDue: { amount: number } } | null };

export type OrderChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type OrderChangedSubscription = { orderChanged: { id: string, status: OrderStatus } };

export type OrderInFullFragment = { id: string, number: string, status: OrderStatus, createdAt: string, expiresAt: string | null, promoCode: string | null, events: Array<{ id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, timeZone: string, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, venue: { name: string, city: string } }>, items: Array<{ priceName: string | null, event: { id: string }, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, section: { name: string } | null } | null }>, total: { amount: number, currency: string }, amountDue: { amount: number, currency: string }, refunded: { amount: number, currency: string }, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> }, exchange: { status: ExchangeStatus, from: { id: string, number: string }, credit: { amount: number, currency: string }, refund: { amount: number, currency: string } } | null, history: Array<{ at: string, status: OrderStatus, note: string | null }>, tickets: Array<{ id: string, status: TicketStatus, frozen: boolean, holderName: string | null, priceName: string | null, holder: { id: string } | null, event: { id: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null }>, buyer: { id: string } | null, payments: Array<{ id: string, status: PaymentStatus, tender: Tender | null, failureCode: string | null, credited: { amount: number, currency: string }, nextAction: { kind: PaymentNextActionKind, url: string | null } | null }> | null, refundOffers: Array<{ until: string, answer: RefundAnswer | null, isOpen: boolean, event: { id: string } }> };

export type OrderPdfQueryVariables = Exact<{
  id: string;
  locale: string;
}>;


export type OrderPdfQuery = { order: { number: string, pdf: string | null } | null };

export type AnswerOfferMutationVariables = Exact<{
  input: AnswerRefundOfferInput;
}>;


export type AnswerOfferMutation = { answerRefundOffer:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderNotRefundable', message: string }
    | { __typename: 'RefundOfferEnded', message: string }
   };

export type CancelOrderMutationVariables = Exact<{
  id: string;
}>;


export type CancelOrderMutation = { cancelOrder:
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'OrderNotCancellable', message: string }
   };

export const OrderPage = "e345e45960f8789b91d8d5cd39f6f65dc1793b4fc08e120a8852cf514343aa45" as DocumentId<OrderPageQuery, OrderPageQueryVariables>;

export const AmountDue = "29cb9ad60d38c185aac2f364911d1522e21d273b73993ed615c1b53b79474624" as DocumentId<AmountDueQuery, AmountDueQueryVariables>;

export const OrderChanged = "626f6c3177da4fda5bcb25e9327010166327820f427809c30dfa53bb182ade91" as DocumentId<OrderChangedSubscription, OrderChangedSubscriptionVariables>;

export const OrderPdf = "22fa25a9dbdca9de270d10c1bbf989aeb2136dc511e2562d4b93f57e6de43367" as DocumentId<OrderPdfQuery, OrderPdfQueryVariables>;

export const AnswerOffer = "257c11ea50b20808d8f8d83d4c5543cfc2d21f29325dd49ddcb7029a06e45caa" as DocumentId<AnswerOfferMutation, AnswerOfferMutationVariables>;

export const CancelOrder = "003e79bfc450ca46941833c0759d86b2b5c81b0e0227889ca0e8519d0f1e815a" as DocumentId<CancelOrderMutation, CancelOrderMutationVariables>;
