// Made by `npm run compose` from exchange.graphql. Do not edit.
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

/** Input of exchangeTickets. */
export type ExchangeTicketsInput = {
  /** Answers to `Event.questions` of the new seats' event, at most 1,000. A clerk need not give any. */
  answers?: Array<AnswerInput> | null;
  /** `ExchangeQuote.difference` that the buyer was shown, in minor units. If it differs now, the answer is ExchangeTotalChanged. */
  expectedDifference: number;
  /** An active hold of the viewer with the new seats; for the box office one that was made with `atCounter`. */
  holdId: string;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** Address for the invoice, if the event (`Event.invoiceAddress`) or the organization asks for it. */
  invoiceAddress?: InvoiceAddressInput | null;
  /** Names of attendees, in the order of the new seats, 1 to 100 characters each. Surplus names are ignored. */
  names?: Array<string> | null;
  /** 1 to 50 VALID tickets of one order, which belong to its buyer. */
  ticketIds: Array<string>;
};

/** State of a hold. CONVERTED: an order has taken over the seats. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'EXPIRED'
  | 'RELEASED';

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

export type ExchangePageQueryVariables = Exact<{
  id: string;
}>;


export type ExchangePageQuery = { me: { id: string, kind: UserKind, holds: Array<{ id: string, expiresAt: string, package: { id: string } | null, event: { id: string, name: string, timeZone: string, organization: { id: string } | null } | null, items: Array<{ seat: { id: string, row: string | null, number: string | null, section: { name: string } | null } }>, total: { amount: number, currency: string } }> | null, orders: { nodes: Array<{ id: string, number: string, exchange: { tickets: Array<{ ticket: { id: string } }> } | null }> } | null } | null, order: { id: string, number: string, status: OrderStatus, buyer: { id: string } | null, payments: Array<{ tender: Tender | null }> | null, events: Array<{ id: string, name: string, status: EventStatus, startsAt: string, timeZone: string, venue: { name: string, city: string }, organization: { id: string } | null, series: { id: string } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null }>, tickets: Array<{ id: string, status: TicketStatus, frozen: boolean, priceName: string | null, holder: { id: string } | null, event: { id: string }, seat: { row: string | null, number: string | null, section: { name: string } | null } | null }>, total: { amount: number, currency: string } } | null };

export type TicketsForHoldPageQueryVariables = Exact<{
  id: string;
}>;


export type TicketsForHoldPageQuery = { me: { id: string, kind: UserKind, tickets: { nodes: Array<{ id: string, status: TicketStatus, frozen: boolean, holder: { id: string } | null, event: { id: string, name: string, status: EventStatus, startsAt: string, timeZone: string, organization: { id: string } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null }, order: { id: string, number: string, status: OrderStatus, buyer: { id: string } | null } }> } | null } | null, hold: { id: string, status: HoldStatus, expiresAt: string, event: { id: string, name: string, timeZone: string, organization: { id: string } | null } | null, total: { amount: number, currency: string } } | null };

export type ExchangePolicyFragment = { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean };

export type OtherEventsQueryVariables = Exact<{
  organizationId: string;
  after?: string | null;
}>;


export type OtherEventsQuery = { events: { nodes: Array<{ id: string, name: string, startsAt: string, timeZone: string, series: { id: string } | null, priceTiers: Array<{ price: { amount: number, currency: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExchangeTicketsMutationVariables = Exact<{
  input: ExchangeTicketsInput;
}>;


export type ExchangeTicketsMutation = { exchangeTickets:
    | { __typename: 'AnswersRefused', message: string, problems: Array<{ questionId: string | null, seatId: string | null, reason: AnswerProblemReason }> }
    | { __typename: 'ExchangeTotalChanged', message: string, difference: { amount: number, currency: string } }
    | { __typename: 'HoldNotActive', message: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Order', id: string, amountDue: { amount: number, currency: string } }
    | { __typename: 'TicketsNotExchangeable', message: string, reason: TicketsNotExchangeableReason }
    | { __typename: 'VerifiedBuyersOnly', message: string }
   };

export const ExchangePage = "671f099ef059121db7a5871cce803a82cf725a22940d8fb69ec34ef19d8674c6" as DocumentId<ExchangePageQuery, ExchangePageQueryVariables>;

export const TicketsForHoldPage = "5338d2fa53a2b2442c1c183f6df2a2d57889f130d9b44c596af6d1d1e9579bb6" as DocumentId<TicketsForHoldPageQuery, TicketsForHoldPageQueryVariables>;

export const OtherEvents = "d43576b537f67a948d01c6d759e00957948b9ad47f794454aae4b10624af5473" as DocumentId<OtherEventsQuery, OtherEventsQueryVariables>;

export const ExchangeTickets = "cc29d9f25e5edce779e90a290b19a3060b26aed620f6d60851e40206434094ff" as DocumentId<ExchangeTicketsMutation, ExchangeTicketsMutationVariables>;
