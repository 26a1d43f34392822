// Made by `npm run compose` from return.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** Always, until the deadline. */
  | 'ALWAYS'
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST';

/** Input of returnTickets. */
export type ReturnTicketsInput = {
  /** `ReturnQuote.refund` that the buyer was shown, in minor units. If it differs now, the answer is ReturnTotalChanged. */
  expectedRefund: number;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** An order of the viewer. */
  orderId: string;
  /** 1 to 50 VALID tickets of the order, which belong to its buyer. */
  ticketIds: Array<string>;
};

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

/** Why tickets can't be given back. */
export type TicketsNotReturnableReason =
  /** The payment is disputed. */
  | 'DISPUTED'
  /** The event is cancelled. */
  | 'EVENT_CANCELLED'
  /** A ticket pays for an exchange that has not ended. */
  | 'EXCHANGE_IN_PROGRESS'
  /** Nobody on the waiting list would be offered all of the seats. */
  | 'NOBODY_WAITS'
  /** The organizer takes no tickets back from buyers. */
  | 'NOT_ALLOWED'
  /** A ticket was refunded or exchanged, or the order is not confirmed. */
  | 'REFUNDED'
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

export type ReturnPageQueryVariables = Exact<{
  id: string;
}>;


export type ReturnPageQuery = { me: { id: string, kind: UserKind, orders: { nodes: Array<{ id: string, number: string, exchange: { tickets: Array<{ ticket: { id: string } }> } | null }> } | null } | null, order: { id: string, number: string, status: OrderStatus, buyer: { id: string } | null, payments: Array<{ tender: Tender | null }> | null, events: Array<{ id: string, name: string, status: EventStatus, startsAt: string, timeZone: string, venue: { name: string, city: string }, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null }>, tickets: Array<{ id: string, status: TicketStatus, frozen: boolean, priceName: string | null, holder: { id: string } | null, event: { id: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null }>, total: { currency: string } } | null };

export type ReturnQuotePageQueryVariables = Exact<{
  id: string;
  ticketIds: Array<string> | string;
}>;


export type ReturnQuotePageQuery = { me: { id: string, kind: UserKind } | null, order: { id: string, number: string, buyer: { id: string } | null, tickets: Array<{ id: string, status: TicketStatus, frozen: boolean, priceName: string | null, holder: { id: string } | null, event: { id: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null }>, events: Array<{ id: string, name: string, startsAt: string, timeZone: string, venue: { name: string, city: string } }>, returnQuote:
      | { __typename: 'NotFound', message: string }
      | { __typename: 'ReturnQuote', endsAt: string, refund: { amount: number, currency: string }, tickets: Array<{ ticket: { id: string }, paid: { amount: number, currency: string }, fee: { amount: number, currency: string }, refund: { amount: number, currency: string } }> }
      | { __typename: 'TicketsNotReturnable', message: string, reason: TicketsNotReturnableReason }
     | null } | null };

export type TicketToReturnFragment = { id: string, status: TicketStatus, frozen: boolean, priceName: string | null, holder: { id: string } | null, event: { id: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null };

export type ReturnTicketsMutationVariables = Exact<{
  input: ReturnTicketsInput;
}>;


export type ReturnTicketsMutation = { returnTickets:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Order', id: string }
    | { __typename: 'ReturnTotalChanged', message: string, refund: { amount: number, currency: string } }
    | { __typename: 'TicketsNotReturnable', message: string, reason: TicketsNotReturnableReason }
   };

export const ReturnPage = "5a94dd3889962f624e7b43570f9f97b470d6fec28960ed3e99959473308b4e1c" as DocumentId<ReturnPageQuery, ReturnPageQueryVariables>;

export const ReturnQuotePage = "11af26470b359ab534be45b965c8906db1567fc7502c6767ad86a29130138e75" as DocumentId<ReturnQuotePageQuery, ReturnQuotePageQueryVariables>;

export const ReturnTickets = "1c68ad55b35ed4627bc4b344f319cc1c48220f43456c0f869bbb32dc9392fe8d" as DocumentId<ReturnTicketsMutation, ReturnTicketsMutationVariables>;
