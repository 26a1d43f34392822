// How long requests for seats take in this process. All processes wait for the same locks, so one of them knows the load of all.
import type { HoldLoad } from "./inlet.ts";

const KEPT = 512;
const RECENT_MS = 10_000;

export interface HoldLoads {
  /** Notes how long it takes, whatever comes of it. */
  timed<T>(work: Promise<T>): Promise<T>;
  now(): HoldLoad;
}

export function createHoldLoads(): HoldLoads {
  const taken: { at: number; ms: number }[] = [];
  let next = 0;
  let waiting = 0;
  return {
    timed: async (work) => {
      const begun = performance.now();
      waiting++;
      try {
        return await work;
      } finally {
        waiting--;
        const at = performance.now();
        taken[next++ % KEPT] = { at, ms: at - begun };
      }
    },
    now: () => {
      const since = performance.now() - RECENT_MS;
      const recent = taken.filter(({ at }) => at >= since).map(({ ms }) => ms);
      const sorted = recent.toSorted((a, b) => a - b);
      return { p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0, waiting };
    },
  };
}
