// Made by `npm run compose` from api.graphql. Do not edit.
import type { ServiceOperation } from "../../platform/http/service-client.ts";
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

/** Input of setLetterSubscription. */
export type LetterSubscriptionInput = {
  /** Code of the link in a letter. */
  code: string;
  /** Whether letters are sent. */
  isSubscribed: boolean;
};

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

/** Answer to an offer of a refund. */
export type RefundAnswer =
  | 'KEEP'
  | 'REFUND';

/** USED: the ticket was checked in. CANCELLED: it was refunded, or the organization lost a dispute. */
export type TicketStatus =
  | 'CANCELLED'
  | 'USED'
  | 'VALID';

export type DeletionPageQueryVariables = Exact<{ [key: string]: never; }>;


export type DeletionPageQuery = { me: { deletionConsequences: { validTickets: number, openOrders: number } | null } | null };

export type GuestOrdersQueryVariables = Exact<{
  after?: string | null;
}>;


export type GuestOrdersQuery = { me: { orders: { nodes: Array<{ number: string, status: OrderStatus, createdAt: string, total: { amount: number, currency: string }, event: { name: string, startsAt: string } | null, tickets: Array<{ id: string, status: TicketStatus }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type EventsToScanQueryVariables = Exact<{
  organizationId: string;
  startsAfter: string;
}>;


export type EventsToScanQuery = { onSale: { nodes: Array<{ id: string, name: string, startsAt: string }> }, paused: { nodes: Array<{ id: string, name: string, startsAt: string }> } };

export type RefundOfferPageQueryVariables = Exact<{
  id: string;
}>;


export type RefundOfferPageQuery = { order: { id: string, number: string, event: { name: string, startsAt: string } | null, tickets: Array<{ id: string, status: TicketStatus }>, refundOffer: { until: string, answer: RefundAnswer | null, isOpen: boolean } | null } | null };

export type AnswerRefundOfferMutationVariables = Exact<{
  input: AnswerRefundOfferInput;
}>;


export type AnswerRefundOfferMutation = { answerRefundOffer:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Order' }
    | { __typename: 'OrderNotRefundable', message: string }
    | { __typename: 'RefundOfferEnded', message: string }
   };

export type LetterSubscriptionPageQueryVariables = Exact<{
  code: string;
}>;


export type LetterSubscriptionPageQuery = { letterSubscription: { isSubscribed: boolean, organization: { name: string } } | null };

export type SetLetterSubscriptionMutationVariables = Exact<{
  input: LetterSubscriptionInput;
}>;


export type SetLetterSubscriptionMutation = { setLetterSubscription:
    | { __typename: 'LetterSubscription' }
    | { __typename: 'NotFound', message: string }
   };

export const DeletionPage = "query DeletionPage { me { deletionConsequences { validTickets openOrders } } }" as ServiceOperation<DeletionPageQuery, DeletionPageQueryVariables>;

export const GuestOrders = "query GuestOrders($after: String) { me { orders(first: 20, after: $after) { nodes { number status total { amount currency } createdAt event { name startsAt } tickets { id status } } pageInfo { hasNextPage endCursor } } } }" as ServiceOperation<GuestOrdersQuery, GuestOrdersQueryVariables>;

export const EventsToScan = "query EventsToScan($organizationId: ID!, $startsAfter: DateTime!) { onSale: events( filter: {organizationId: $organizationId, startsAfter: $startsAfter} first: 50 ) { nodes { id name startsAt } } paused: events( filter: {organizationId: $organizationId, startsAfter: $startsAfter, status: SALES_PAUSED} first: 50 ) { nodes { id name startsAt } } }" as ServiceOperation<EventsToScanQuery, EventsToScanQueryVariables>;

export const RefundOfferPage = "query RefundOfferPage($id: ID!) { order(id: $id) { id number event { name startsAt } tickets { id status } refundOffer { until answer isOpen } } }" as ServiceOperation<RefundOfferPageQuery, RefundOfferPageQueryVariables>;

export const AnswerRefundOffer = "mutation AnswerRefundOffer($input: AnswerRefundOfferInput!) { answerRefundOffer(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<AnswerRefundOfferMutation, AnswerRefundOfferMutationVariables>;

export const LetterSubscriptionPage = "query LetterSubscriptionPage($code: String!) { letterSubscription(code: $code) { organization { name } isSubscribed } }" as ServiceOperation<LetterSubscriptionPageQuery, LetterSubscriptionPageQueryVariables>;

export const SetLetterSubscription = "mutation SetLetterSubscription($input: LetterSubscriptionInput!) { setLetterSubscription(input: $input) { __typename ... on Error { message } } }" as ServiceOperation<SetLetterSubscriptionMutation, SetLetterSubscriptionMutationVariables>;
