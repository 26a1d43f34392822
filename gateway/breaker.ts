// Spares a subgraph that does not answer, and those who would wait for it: after some failures in a row it is asked by one
// request at a time, at growing intervals, until it answers again.

const FAILURES_TO_OPEN = 8;
const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 2_000;

export interface Breaker {
  /** Whether a request may be sent now. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let nextTry = 0;
  return {
    allows: () => {
      if (failures < FAILURES_TO_OPEN) return true;
      if (now() < nextTry) return false;
      // The one that goes ahead; the others wait for how it fares, or for the next pause to end.
      nextTry = now() + pauseMs;
      return true;
    },
    succeeded: () => {
      failures = 0;
      pauseMs = FIRST_PAUSE_MS;
    },
    failed: () => {
      failures += 1;
      if (failures < FAILURES_TO_OPEN) return;
      if (failures > FAILURES_TO_OPEN) pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
      nextTry = now() + pauseMs;
    },
  };
}
