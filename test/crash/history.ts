// What was asked of the system and what it answered, as whoever asked saw it.
import type { Data } from "../../dev/client.ts";

export type Operation = "hold" | "release" | "place" | "pay" | "cancel" | "refund" | "decide";

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

export interface History {
  attempts: Attempt[];
  readings: Reading[];
  /** Of seats, wherever they were seen. */
  seen: SeatSeen[];
}

export const newHistory = (): History => ({ attempts: [], readings: [], seen: [] });

/** What the system has acknowledged, each request once. */
export function acknowledged({ attempts }: Pick<History, "attempts">, operation: Operation): Attempt[] {
  const first = new Map<string, Attempt>();
  for (const attempt of attempts)
    if (attempt.operation === operation && attempt.answer !== null && !first.has(attempt.key))
      first.set(attempt.key, attempt);
  return [...first.values()];
}
