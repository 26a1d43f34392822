// Made by `npm run compose` from waitlist.graphql. Do not edit.
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

/** State of a hold. CONVERTED: an order has taken over the seats. */
export type HoldStatus =
  | 'ACTIVE'
  | 'CONVERTED'
  | 'EXPIRED'
  | 'RELEASED';

/** Input of joinWaitlist. */
export type JoinWaitlistInput = {
  /** Access code of a PRIVATE event. */
  accessCode?: string | null;
  /** Takes fewer seats, too, but not fewer than these: 1 to quantity, and at least wheelchairPlaces. Default: quantity. */
  atLeast?: number | null;
  /** An event whose waiting list is OPEN. */
  eventId: string;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** Only seats of these price tiers, at most 20. Default: any. */
  priceTierIds?: Array<string> | null;
  /** Number of seats, 1 to 8. */
  quantity: number;
  /** Only seats of these sections, at most 20. Default: any. */
  sectionIds?: Array<string> | null;
  /** Only adjacent seats in one row. Default: true. */
  together?: boolean | null;
  /** Wheelchair places among the seats. Default: 0. */
  wheelchairPlaces?: number | null;
};

/** Kinds of users. */
export type UserKind =
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST'
  /** A person with an account. */
  | 'PERSON';

/** WAITING: for seats. OFFERED: seats are held for the person, or ordered and not paid yet. BOUGHT: for good, also if the tickets are refunded. EXPIRED: the offer has run out, or the sale has ended. LEFT: the person declined the seats or left. Who has not bought can join again, at the end. */
export type WaitlistEntryState =
  | 'BOUGHT'
  | 'EXPIRED'
  | 'LEFT'
  | 'OFFERED'
  | 'WAITING';

/** WHEN_SOLD_OUT: opens by itself once nothing of a price tier is on sale any more. OPEN: people join, and are offered seats that come back. CLOSED: nobody can join, and seats that come back are on sale; who waits keeps the place. ENDED: the sale of the event has ended. */
export type WaitlistState =
  | 'CLOSED'
  | 'ENDED'
  | 'OPEN'
  | 'WHEN_SOLD_OUT';

export type WaitlistPageQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type WaitlistPageQuery = { me: { id: string, kind: UserKind, displayName: string, emailVerified: boolean } | null, event: { id: string, name: string, status: EventStatus, startsAt: string, timeZone: string, maxSeatsPerBuyer: number, verifiedBuyersOnly: boolean, venue: { name: string, city: string }, venueVersion: { sections: Array<{ id: string, name: string }> }, priceTiers: Array<{ id: string, name: string, price: { amount: number, currency: string } }>, availability: { tiers: Array<{ available: number, priceTier: { id: string } | null }> } | null, waitlist: { state: WaitlistState, offerSeconds: number, holdBackSeconds: number, closesAt: string | null, entry: { id: string, joinedAt: string, quantity: number, atLeast: number, together: boolean, wheelchairPlaces: number, priceTierIds: Array<string>, sectionIds: Array<string>, state: WaitlistEntryState, ahead: number | null, offeredUntil: string | null, hold: { id: string, status: HoldStatus, items: Array<{ priceName: string | null, price: { amount: number, currency: string }, seat: { id: string, row: string | null, number: string | null, section: { name: string } | null } }>, total: { amount: number, currency: string } } | null } | null } | null } | null };

export type JoinWaitlistMutationVariables = Exact<{
  input: JoinWaitlistInput;
}>;


export type JoinWaitlistMutation = { joinWaitlist:
    | { __typename: 'AlreadyWaiting', message: string }
    | { __typename: 'EmailNotVerified', message: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'SeatLimitReached', message: string, limit: number }
    | { __typename: 'VerifiedBuyersOnly', message: string }
    | { __typename: 'WaitlistEntry' }
    | { __typename: 'WaitlistNotOpen', message: string }
   };

export type LeaveWaitlistMutationVariables = Exact<{
  entryId: string;
}>;


export type LeaveWaitlistMutation = { leaveWaitlist:
    | { __typename: 'NotFound', message: string }
    | { __typename: 'WaitlistEntry' }
   };

export const WaitlistPage = "55b19c34732dfa64b55f82a0475fe447fbb2d778f264821701f43a80631d0453" as DocumentId<WaitlistPageQuery, WaitlistPageQueryVariables>;

export const JoinWaitlist = "64896d3e7ecb6cec54999122b7fe5b86b8059a5179b584cefc068b18756d9662" as DocumentId<JoinWaitlistMutation, JoinWaitlistMutationVariables>;

export const LeaveWaitlist = "d0fbec5a16c906a7f40ab565620eee1df4a031ecc27b9d2dd78d4612831d0cab" as DocumentId<LeaveWaitlistMutation, LeaveWaitlistMutationVariables>;
