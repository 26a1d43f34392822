// What a person who waits is told: how many are called before, how long it takes, and whether seats may be left. docs/queues.md has the rules.
import type { OwnPlace, QueueDocument } from "../../page-data/queue.ts";

/** People who are called before this one. Nobody is before who is called next, or was called. */
export const aheadOf = (rank: number, { serving }: Pick<QueueDocument, "serving">): number =>
  Math.max(0, rank - serving - 1);

export const isCalled = (rank: number, { serving }: Pick<QueueDocument, "serving">): boolean => rank <= serving;

/** Until this person is called; undefined if the pace is not known. */
export function minutesUntil(
  rank: number,
  { serving, perMinute }: Pick<QueueDocument, "serving" | "perMinute">,
): number | undefined {
  if (rank <= serving) return 0;
  return perMinute > 0 ? (rank - serving) / perMinute : undefined;
}

/** Whether the person has a place that counts. */
export const hasPlace = (entry: OwnPlace | null): entry is OwnPlace =>
  entry !== null && entry.state !== "LEFT" && entry.state !== "REMOVED";

/** Whether the person may enter now. */
export function mayEnter(entry: OwnPlace | null, document: Pick<QueueDocument, "state" | "serving">): boolean {
  if (!hasPlace(entry) || entry.rank === null) return false;
  // Who is inside may take the admission to another device at any time.
  if (entry.state === "INSIDE") return document.state !== "CLOSED";
  const lets = document.state === "SERVING" || document.state === "SOLD_OUT";
  return lets && isCalled(entry.rank, document);
}

/** Whether the person is called in, and is not inside. */
export const isTurn = (entry: OwnPlace | null, document: Pick<QueueDocument, "state" | "serving">): boolean =>
  entry?.state !== "INSIDE" && mayEnter(entry, document);

export type Outlook = "LIKELY" | "POSSIBLE" | "UNLIKELY";

/** What a person takes on average, as long as nothing else is known. */
const SEATS_EACH = 2;
/** Seats are FEW below this share. */
const FEW = 0.1;
/** While all seats are held, so many people may get some of those that come back. */
const MOST_FOR_HELD = 20;

/**
 * Cautious: likely is who finds a quarter of the seats left if everybody before takes two; possible, if everybody before takes one.
 * @param rank null before the draw
 * @param hall its seats, and those that were free when the page was opened
 * @returns undefined if too little is known
 */
export function outlookFor(
  rank: number | null,
  document: Pick<QueueDocument, "state" | "serving" | "seats">,
  hall: { total: number; available: number } | null,
): Outlook | undefined {
  const { seats } = document;
  if (document.state === "SOLD_OUT" || seats === "NONE") return "UNLIKELY";
  if (rank === null || !hall) return undefined;
  const ahead = aheadOf(rank, document);
  if (seats === "ALL_HELD") return ahead < MOST_FOR_HELD ? "POSSIBLE" : "UNLIKELY";
  const left = seats === "FEW" ? Math.min(hall.available, hall.total * FEW) : hall.available;
  if (ahead * SEATS_EACH <= left * 0.75) return "LIKELY";
  return ahead < left ? "POSSIBLE" : "UNLIKELY";
}
