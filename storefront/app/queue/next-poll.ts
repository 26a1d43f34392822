// When a page asks for the document of a queue again: seldom far from the turn, often close to it, so that a million people who wait are few requests.
import type { QueueDocument } from "../../page-data/queue.ts";
import { isCalled, minutesUntil } from "./outlook.ts";

const LONGEST = 60;
/** A wait is looked at about so many times. */
const LOOKS = 30;
const JITTER = 0.2;
/** Close to the turn, in seconds. */
const CLOSE = 120;
const CLOSE_POLL = { least: 2, most: 3 };
/** While the pace is not known, so many people are close to their turn. */
const FEW_PEOPLE = 100;

export interface Waiting {
  document: Pick<QueueDocument, "state" | "serving" | "perMinute" | "poll">;
  /** Null before the draw, and for who has not joined. */
  rank: number | null;
  /** Seconds until people can join or are drawn. */
  untilChange: number;
  isHidden: boolean;
}

/** Until the turn, or the next change before the draw, in seconds. */
function secondsUntil({ document, rank, untilChange }: Waiting): number {
  if (document.state === "ANNOUNCED" || document.state === "OPEN") return untilChange;
  if (rank === null || document.state !== "SERVING") return LOOKS * document.poll;
  const minutes = minutesUntil(rank, document);
  if (minutes !== undefined) return 60 * minutes;
  return rank - document.serving <= FEW_PEOPLE ? CLOSE : LOOKS * document.poll;
}

/** @param random from 0 to 1 @returns seconds; undefined once nothing changes any more */
export function nextPoll(waiting: Waiting, random: number): number | undefined {
  const { document, rank, isHidden } = waiting;
  if (document.state === "CLOSED") return undefined;
  const isClose =
    rank !== null && document.state === "SERVING" && !isCalled(rank, document) && secondsUntil(waiting) <= CLOSE;
  const { least, most } = CLOSE_POLL;
  const clamped = Math.min(LONGEST, Math.max(document.poll, secondsUntil(waiting) / LOOKS));
  const seconds = isClose ? least + random * (most - least) : clamped * (1 + JITTER * (2 * random - 1));
  return isHidden ? 2 * seconds : seconds;
}

/** Everybody gets a rank at the same moment: pages ask for theirs within so many seconds. */
export const spreadOf = (entries: number): number => Math.min(LONGEST, entries / 2_000);
