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

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** Always, until the deadline. */
  | 'ALWAYS'
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST';

/** USED: the ticket was checked in. CANCELLED: it was refunded, or the organization lost a dispute. */
export type TicketStatus =
  | 'CANCELLED'
  | 'USED'
  | 'VALID';

/** Whether tickets are handed on. Refunds, exchanges and the box office have rules of their own. */
export type TransferMode =
  /** As often as holders like. */
  | 'FREE'
  /** They are not handed on. */
  | 'NONE'
  /** Each ticket once: who has taken it keeps it. */
  | 'ONCE'
  /** They are not handed on; who can't come gives them back, as far as the organizer takes them back. */
  | 'RETURN_ONLY';

/** Why a ticket can't be handed on. */
export type TransferNotAllowedReason =
  /** The ticket was handed on before, which is allowed once. */
  | 'ALREADY_TRANSFERRED'
  /** The ticket is too new. */
  | 'COOL_OFF'
  /** The person who wants to take it has as many tickets of the event as allowed. */
  | 'HOLDER_LIMIT'
  /** Tickets of the event are not handed on. */
  | 'NOT_ALLOWED'
  /** The time for it has not begun. */
  | 'TOO_EARLY'
  /** The time for it is over. */
  | 'TOO_LATE';

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


export type TicketPageQuery = { me: { id: string, kind: UserKind } | null, ticket: { qr: string | null, id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, offer: { code: string | null, expiresAt: string } | null, holder: { id: string } | null, event: { codesShownFrom: string | null, id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, organization: { name: string, contactEmail: string | null, contactPhone: string | null } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, transferPolicy: { mode: TransferMode, notBefore: string | null, until: string | null, coolOffSeconds: number, mostPerHolder: number | null } | null, venue: { name: string, city: string } }, order: { status: OrderStatus, id: string, buyer: { id: string } | null }, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null } | null };

export type TicketWithoutCodeQueryVariables = Exact<{
  id: string;
}>;


export type TicketWithoutCodeQuery = { me: { id: string, kind: UserKind } | null, ticket: { id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, holder: { id: string } | null, event: { codesShownFrom: string | null, id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, organization: { name: string, contactEmail: string | null, contactPhone: string | null } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, transferPolicy: { mode: TransferMode, notBefore: string | null, until: string | null, coolOffSeconds: number, mostPerHolder: number | null } | null, venue: { name: string, city: string } }, order: { status: OrderStatus, id: string, buyer: { id: string } | null }, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null } | null };

export type TicketInFullFragment = { id: string, status: TicketStatus, frozen: boolean, inside: boolean, holderName: string | null, orderNumber: string, priceName: string | null, holder: { id: string } | null, event: { codesShownFrom: string | null, id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, timeZone: string, organization: { name: string, contactEmail: string | null, contactPhone: string | null } | null, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, exchangePolicy: { isAllowed: boolean, minutesBefore: number, fee: number, otherEvents: boolean } | null, transferPolicy: { mode: TransferMode, notBefore: string | null, until: string | null, coolOffSeconds: number, mostPerHolder: number | null } | null, venue: { name: string, city: string } }, order: { status: OrderStatus, id: string, buyer: { id: string } | null }, seat: { row: string | null, number: string | null, wheelchair: boolean, section: { name: string } | null } | null };

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
    | { __typename: 'TransferNotAllowed', message: string, reason: TransferNotAllowedReason, allowedFrom: string | null }
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
    | { __typename: 'TransferNotAllowed', message: string, reason: TransferNotAllowedReason, allowedFrom: string | null }
   };

export const TicketsPage = "3868d9fbe10d11cfced1e0cf7048488cd619f12e60a9647ea1892816766ba4f7" as DocumentId<TicketsPageQuery, TicketsPageQueryVariables>;

export const TicketPage = "d497813618ee95b9fffb73717eb03dc629f68809375a89db6980a327016aea2f" as DocumentId<TicketPageQuery, TicketPageQueryVariables>;

export const TicketWithoutCode = "005d83cf5d8f1fc6bf0c1337342c2068f2ee449137a9f001ed2994d719897f61" as DocumentId<TicketWithoutCodeQuery, TicketWithoutCodeQueryVariables>;

export const TicketFiles = "700f97bdd429a4757d3852aec657706e28bcbddc48aee16ddd08a3a8a3f0eb8c" as DocumentId<TicketFilesQuery, TicketFilesQueryVariables>;

export const TicketWallet = "6ecdac7a2906d82fc046d83973a25e470b277cdb8631f24867d9d7b1795b74fb" as DocumentId<TicketWalletQuery, TicketWalletQueryVariables>;

export const NameTicket = "dfe9a0f3e845e65873e5035d161ce7a0534b405d034b14b81143333a1dba4beb" as DocumentId<NameTicketMutation, NameTicketMutationVariables>;

export const OfferTicket = "84f94afdce2d43a8f27cfd983c32d0ad4fe1d15562e87effc2237f676dc36302" as DocumentId<OfferTicketMutation, OfferTicketMutationVariables>;

export const WithdrawTicketOffer = "814d0ceced957545a9230374c7b6679364212bcea16cd66c47d1fe4e3661a0ee" as DocumentId<WithdrawTicketOfferMutation, WithdrawTicketOfferMutationVariables>;

export const AcceptTicketOffer = "052d3382f3cd370145be596f27b316cbbeb8b4e5640b106f45acef44ea6118ba" as DocumentId<AcceptTicketOfferMutation, AcceptTicketOfferMutationVariables>;
