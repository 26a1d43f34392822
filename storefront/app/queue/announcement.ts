// What is said aloud to a person who waits: seldom, but never too late.

const MARKS = [1_000, 100, 10];
const MINUTE_MS = 60_000;

export interface Standing {
  /** Null before the draw. */
  ahead: number | null;
  isTurn: boolean;
  /** What else is to be said, such as a message of the organizer. */
  news: string;
}

export interface Said extends Standing {
  at: number;
}

/** Whether to say where the person stands: at marks and when it is the turn or something is new at once, else once a minute if it has changed. */
export function isToBeSaid(last: Said | undefined, now: Standing, at: number): boolean {
  if (!last) return now.isTurn;
  if (now.isTurn !== last.isTurn || now.news !== last.news) return true;
  if (now.isTurn || now.ahead === null) return now.ahead !== last.ahead;
  const { ahead } = now;
  const before = last.ahead ?? Infinity;
  if (MARKS.some((mark) => ahead <= mark && before > mark)) return true;
  return ahead !== last.ahead && at - last.at >= MINUTE_MS;
}
