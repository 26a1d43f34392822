// Made by `npm run compose` from account.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Input of startGuestSession. */
export type StartGuestSessionInput = {
  /** Address of the buyer. Tickets are mailed there after a mailed code has proven it. */
  email: string;
  /** Language for mail: BCP 47 language tag. */
  locale?: string | null;
  /** Name of the buyer: 1 to 100 characters. */
  name: string;
};

/** Kinds of users. */
export type UserKind =
  /** A person who buys with a name and an address, without an account. */
  | 'GUEST'
  /** A person with an account. */
  | 'PERSON';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { me: { id: string, kind: UserKind, displayName: string, email: string | null } | null };

export type StartGuestSessionMutationVariables = Exact<{
  input: StartGuestSessionInput;
}>;


export type StartGuestSessionMutation = { startGuestSession: { refreshToken: string } };

export const Viewer = "fccbc63b3335c8c7a575c38b825aff128136159ac8399db75d05e9a05e60170b" as DocumentId<ViewerQuery, ViewerQueryVariables>;

export const StartGuestSession = "3cdfbd8b34125efa5dc2b1d6e25f3dcb4df643dad24db5aa7f888d9f07dc8b30" as DocumentId<StartGuestSessionMutation, StartGuestSessionMutationVariables>;
