// Requests to the system and its answers, as the clients saw them.
import type { Data } from "../../local/client.ts";

export type Operation =
  | "hold"
  | "package"
  | "payout"
  | "payout return"
  | "release"
  | "place"
  | "pay"
  | "cancel"
  | "refund"
  | "decide"
  | "verify"
  | "resend"
  | "reset"
  | "claim"
  | "answer"
  | "drawer"
  | "sell"
  | "reserve"
  | "rereserve"
  | "shrink"
  | "unreserve"
  | "move"
  | "exchange"
  | "offer"
  | "accept"
  | "return"
  | "answers"
  | "join"
  | "leave"
  | "enter"
  | "steer"
  | "list"
  | "wait"
  | "unwait"
  | "time zone";

/** A code that is never mailed: mailed codes have no vowels. */
export const WRONG_CODE = "AAAAAAAA";

/** One request for one thing; the repeats of a request have its key. */
export interface Attempt {
  who: string;
  operation: Operation;
  key: string;
  input: Record<string, unknown>;
  begunAt: number;
  endedAt: number;
  /** What came back; null where nobody knows what has happened. */
  answer: Data | null;
  /** The code of an error, or what became of the connection. */
  code: string | undefined;
}

/** What a client read of an order at some time. */
export interface Reading {
  who: string;
  orderId: string;
  status: string | null;
  at: number;
}

export interface SeatSeen {
  seatId: string;
  version: number;
  status: string;
}

/** A follower of the seats of the event. */
export interface Follower {
  /** The seats as they must be by what was said. */
  map: Map<string, { version: number; status: string }>;
  /** The same, by packed states and changes alone. */
  packedMap: Map<string, { version: number; status: string }>;
  /** What each subscription has said, in its order. */
  subscriptions: { id: string; version: number; status: string }[][];
}

/** Whether a new password was acknowledged, and what could sign in after that. */
export interface Reset {
  email: string;
  isAcknowledged: boolean;
  works: { newPassword: boolean; oldPassword: boolean; olderSession: boolean };
}

export interface History {
  /** How long a hold lasts. */
  holdMs: number;
  attempts: Attempt[];
  readings: Reading[];
  /** Of seats, wherever they were seen. */
  seen: SeatSeen[];
  followers: Follower[];
  /** Answers about things of other people, and about unknown ids. */
  foreign: { query: string; theirs: string; unknown: string }[];
  /** What a token was good for so long after its session was signed out. */
  afterSignOut: { afterMs: number; isIn: boolean }[];
  /** Errors in the words in which they came. */
  errors: string[];
  /** Addresses that are not verified. */
  unverified: Set<string>;
  /** Orders of guests, each with the account that claimed it. */
  claims: { orderId: string; userId: string }[];
  /** Orders of an event that was moved to another date once, each with one holder of tickets. */
  moved: string[];
  /** Time zone of the organization that was acknowledged last. */
  timeZone: string | null;
  /** Orders of several events, and the one that was cancelled after the tickets were issued. Nothing else was refunded. */
  cancelled: { orderId: string; eventId: string }[];
  /** Ids of letters that were mailed to an address before it was verified. */
  mailedBefore: string[];
  resets: Reset[];
  /** All messages of a subgraph, before and after the oldest were archived. */
  archived: { before: string[]; after: string[] }[];
}

export const newHistory = (holdMs: number): History => ({
  holdMs,
  attempts: [],
  readings: [],
  seen: [],
  followers: [],
  foreign: [],
  afterSignOut: [],
  errors: [],
  unverified: new Set(),
  claims: [],
  moved: [],
  timeZone: null,
  cancelled: [],
  mailedBefore: [],
  resets: [],
  archived: [],
});

/** Operations that make an order. */
export const ORDERING: readonly Operation[] = ["place", "sell", "exchange"];

/** IDs of the holds that a request for an order names, in its sequence. */
export const holdsOf = ({ holdId, moreHoldIds = [] }: Attempt["input"]): string[] =>
  holdId === undefined ? [] : [holdId, ...(moreHoldIds as unknown[])].map(String);

/** What the system has acknowledged of these operations, each request once. */
export function acknowledged({ attempts }: Pick<History, "attempts">, ...operations: Operation[]): Attempt[] {
  const first = new Map<string, Attempt>();
  for (const attempt of attempts)
    if (operations.includes(attempt.operation) && attempt.answer !== null && !first.has(attempt.key))
      first.set(attempt.key, attempt);
  return [...first.values()];
}
