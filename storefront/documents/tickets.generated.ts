// Made by `npm run compose` from tickets.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Input of acceptTicketOffer. */
export type AcceptTicketOfferInput = {
  /** Code of the offer, from the holder. */
  code: string;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
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

/** Input of offerTicket. */
export type OfferTicketInput = {
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** A VALID ticket of the viewer. */
  ticketId: string;
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

/** Phone wallet. */
export type WalletKind =
  | 'APPLE'
  | 'GOOGLE';

export type TicketsPageQueryVariables = Exact<{
  after?: string | null;
}>;


export type TicketsPageQuery = { me: { id: string, kind: UserKind, displayName: string, email: string | null, emailVerified: boolean, tickets: { nodes: Array<{ id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null, event: { id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, venue: { name: string, city: string } }, order: { id: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, orders: { nodes: Array<{ id: string, number: string, status: OrderStatus, createdAt: string, expiresAt: string | null, total: { amount: number, currency: string }, events: Array<{ id: string, name: string }> }> } | null } | null };

export type TicketPageQueryVariables = Exact<{
  id: string;
}>;


export type TicketPageQuery = { me: { id: string, kind: UserKind } | null, ticket: { qr: string | null, id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, offer: { code: string | null, expiresAt: string } | null, holder: { id: string } | null, event: { id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, organization: { name: string, contactEmail: string | null, contactPhone: string | null } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, venue: { name: string, city: string } }, order: { status: OrderStatus, id: string, buyer: { id: string } | null }, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null } | null };

export type TicketWithoutCodeQueryVariables = Exact<{
  id: string;
}>;


export type TicketWithoutCodeQuery = { me: { id: string, kind: UserKind } | null, ticket: { id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, holder: { id: string } | null, event: { id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, organization: { name: string, contactEmail: string | null, contactPhone: string | null } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, venue: { name: string, city: string } }, order: { status: OrderStatus, id: string, buyer: { id: string } | null }, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null } | null };

export type TicketInFullFragment = { id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, holder: { id: string } | null, event: { id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, organization: { name: string, contactEmail: string | null, contactPhone: string | null } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, venue: { name: string, city: string } }, order: { status: OrderStatus, id: string, buyer: { id: string } | null }, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null };

export type TicketInListFragment = { id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null, event: { id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, venue: { name: string, city: string } }, order: { id: string } };

export type TicketFilesQueryVariables = Exact<{
  id: string;
  locale: string;
}>;


export type TicketFilesQuery = { ticket: { orderNumber: string, pdf: string | null } | null };

export type TicketWalletQueryVariables = Exact<{
  id: string;
  kind: WalletKind;
  locale: string;
}>;


export type TicketWalletQuery = { ticket: { orderNumber: string, wallet: string | null } | null };

export type NameTicketMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type NameTicketMutation = { nameTicket:
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Ticket' }
    | { __typename: 'TicketAlreadyUsed', message: string }
   };

export type OfferTicketMutationVariables = Exact<{
  input: OfferTicketInput;
}>;


export type OfferTicketMutation = { offerTicket:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'TicketAlreadyUsed', message: string }
    | { __typename: 'TicketBeingExchanged', message: string }
    | { __typename: 'TicketFrozen', message: string }
    | { __typename: 'TicketOffer' }
   };

export type WithdrawTicketOfferMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawTicketOfferMutation = { withdrawTicketOffer:
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Ticket' }
   };

export type AcceptTicketOfferMutationVariables = Exact<{
  input: AcceptTicketOfferInput;
}>;


export type AcceptTicketOfferMutation = { acceptTicketOffer:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'TicketBeingExchanged', message: string }
    | { __typename: 'TicketFrozen', message: string }
    | { __typename: 'TicketOfferGone', message: string }
   };

export const TicketsPage = "3868d9fbe10d11cfced1e0cf7048488cd619f12e60a9647ea1892816766ba4f7" as DocumentId<TicketsPageQuery, TicketsPageQueryVariables>;

export const TicketPage = "6e1df2b4e13d15fdcad9409136eb827a49f60e1be49b57ded47c57f2827f4c01" as DocumentId<TicketPageQuery, TicketPageQueryVariables>;

export const TicketWithoutCode = "e4a2197e8e20e37bca74bc5a58f33e5b366e64ff7a8cd498da5df2e97cbaed9c" as DocumentId<TicketWithoutCodeQuery, TicketWithoutCodeQueryVariables>;

export const TicketFiles = "700f97bdd429a4757d3852aec657706e28bcbddc48aee16ddd08a3a8a3f0eb8c" as DocumentId<TicketFilesQuery, TicketFilesQueryVariables>;

export const TicketWallet = "6ecdac7a2906d82fc046d83973a25e470b277cdb8631f24867d9d7b1795b74fb" as DocumentId<TicketWalletQuery, TicketWalletQueryVariables>;

export const NameTicket = "dfe9a0f3e845e65873e5035d161ce7a0534b405d034b14b81143333a1dba4beb" as DocumentId<NameTicketMutation, NameTicketMutationVariables>;

export const OfferTicket = "99d1cc1c73f4b33f784a5981321d3388adfda86f150f18bae4b3b75e04b114fe" as DocumentId<OfferTicketMutation, OfferTicketMutationVariables>;

export const WithdrawTicketOffer = "814d0ceced957545a9230374c7b6679364212bcea16cd66c47d1fe4e3661a0ee" as DocumentId<WithdrawTicketOfferMutation, WithdrawTicketOfferMutationVariables>;

export const AcceptTicketOffer = "7db81001907235ca24debf71f5f6bc90f171087f5b46d101d4698d489697bd2f" as DocumentId<AcceptTicketOfferMutation, AcceptTicketOfferMutationVariables>;
