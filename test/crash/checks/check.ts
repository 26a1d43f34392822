// What a check is, and what checks are made of.
import type { History } from "../history.ts";
import type { OrderState, Snapshot } from "../snapshot.ts";

export interface Evidence {
  history: History;
  snapshot: Snapshot;
}

export interface Check {
  /** What must hold, as a sentence. */
  holds: string;
  violations(evidence: Evidence): string[];
}

export const LIVE_TICKETS = ["VALID", "USED"];
export const SOLD_ORDERS = ["CONFIRMED", "PARTIALLY_REFUNDED"];
export const SETTLED = ["CONFIRMED", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED", "EXPIRED", "DECLINED"];
export const ENDED_UNSOLD = ["CANCELLED", "EXPIRED", "DECLINED"];
/** What may follow what was said of an order. */
export const RANK: Record<string, number> = {
  AWAITING_PAYMENT: 0,
  PROCESSING: 1,
  IN_REVIEW: 2,
  CONFIRMED: 3,
  PARTIALLY_REFUNDED: 4,
  REFUNDED: 5,
};

export const owned = ({ tickets }: OrderState) => tickets.filter(({ status }) => LIVE_TICKETS.includes(status));
export const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

export function duplicates<T>(values: T[], keyOf: (value: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return [...groups].filter(([, group]) => group.length > 1);
}

/** Whether a client that was told `before` may be told `after`. */
export function mayFollow(before: string, after: string): boolean {
  if (before === after) return true;
  if (ENDED_UNSOLD.includes(before)) return false;
  if (ENDED_UNSOLD.includes(after)) return RANK[before]! < RANK.CONFIRMED!;
  return RANK[after]! > RANK[before]!;
}
