// Made by `npm run compose` from queue.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** WAITING: enter when `Queue.serving` has reached the rank. HELD_FOR_REVIEW: the organizer looks at the entry, and it has no rank until it is released. INSIDE: with an admission. DONE: the admission has ended; enter again as long as seats are left. LEFT: gave the place up; joining again brings it back. REMOVED: by the organizer. */
export type QueueEntryState =
  | 'DONE'
  | 'HELD_FOR_REVIEW'
  | 'INSIDE'
  | 'LEFT'
  | 'REMOVED'
  | 'WAITING';

/** ANNOUNCED: nobody can join yet. OPEN: people join. DRAWING: entries are closed, maybe reviewed, and drawn. SERVING: people enter in the order of their ranks. PAUSED: nobody enters; those inside go on. SOLD_OUT: no seat is left or held. CLOSED: the queue is over, and seats are held without it. */
export type QueueState =
  | 'ANNOUNCED'
  | 'CLOSED'
  | 'DRAWING'
  | 'OPEN'
  | 'PAUSED'
  | 'SERVING'
  | 'SOLD_OUT';

/** Kinds of users. */
export type UserKind =
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST'
  /** A person with an account. */
  | 'PERSON';

export type QueuePageQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type QueuePageQuery = { me: { id: string, kind: UserKind, displayName: string, emailVerified: boolean } | null, event: { id: string, name: string, startsAt: string, timeZone: string, venue: { name: string, city: string }, availability: { total: number, available: number } | null, queue: { state: QueueState, opensAt: string, drawAt: string, commitment: string, note: string | null, serving: number, entryCount: number, drawnCount: number | null, heldCount: number, reviewSeconds: number | null, admissionSeconds: number, entry: { id: string, joinedAt: string, rank: number | null, state: QueueEntryState, insideUntil: string | null } | null } | null } | null };

export type DrawPageQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type DrawPageQuery = { event: { id: string, name: string, startsAt: string, timeZone: string, venue: { name: string, city: string }, queue: { state: QueueState, opensAt: string, drawAt: string, policy: string, policyHash: string, commitment: string, seed: string | null, entriesRoot: string | null, drawnCount: number | null, heldAtDraw: number | null, drawPath: string | null, entry: { id: string, rank: number | null, index: number | null, proof: Array<string> | null } | null } | null } | null };

export type JoinQueueMutationVariables = Exact<{
  eventId: string;
  proofOfWork?: string | null;
}>;


export type JoinQueueMutation = { joinQueue:
    | { __typename: 'EmailNotVerified', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ProofOfWorkRequired', message: string, challenge: string }
    | { __typename: 'QueueEntry' }
    | { __typename: 'QueueNotOpen', message: string }
   };

export type LeaveQueueMutationVariables = Exact<{
  eventId: string;
}>;


export type LeaveQueueMutation = { leaveQueue:
    | { __typename: 'NotFound', message: string }
    | { __typename: 'QueueEntry' }
   };

export type EnterSaleMutationVariables = Exact<{
  eventId: string;
}>;


export type EnterSaleMutation = { enterSale:
    | { __typename: 'Admission', token: string, extendableUntil: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'NotYourTurn', message: string, retryAfterSeconds: number }
    | { __typename: 'SaleFull', message: string, retryAfterSeconds: number }
   };

export const QueuePage = "2c329102b54e495d4c17a2088eaa403aa6938ba46841a85bbc6451c5e8edf44e" as DocumentId<QueuePageQuery, QueuePageQueryVariables>;

export const DrawPage = "3cb593bdd23e74cf97b177c578d1fa9bf6877b6705dc4716a55c18f14ee6b654" as DocumentId<DrawPageQuery, DrawPageQueryVariables>;

export const JoinQueue = "130bc4bd57b37b761916e81d1526effb73ae5ada99cb4e6f31c6b832f6053a73" as DocumentId<JoinQueueMutation, JoinQueueMutationVariables>;

export const LeaveQueue = "b50b6e9280bec0fe0b52627ec3a01835df97b86922fa85d963eec63d80c0f26f" as DocumentId<LeaveQueueMutation, LeaveQueueMutationVariables>;

export const EnterSale = "56840794a6e488365ed22e2fccc37fd17b72f61cc62f491941acf8bcbdc7c589" as DocumentId<EnterSaleMutation, EnterSaleMutationVariables>;
