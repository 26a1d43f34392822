// Load shedding: an early refusal is cheap, and the client can retry at another gateway. A late one has cost memory and time, for all other
// requests, too.
import { getHeapStatistics } from "node:v8";
import { unavailable } from "../../platform/core/errors.ts";
import { Refused } from "../core/refused.ts";

export interface LoadShedder {
  /** @throws Refused while there is too much to do. */
  enter(): void;
  leave(): void;
}

export interface LoadShedderLimits {
  /** Requests at once. */
  requests: number;
  /** Share of this process's heap limit. */
  heapShare: number;
}

const LOOK_EVERY_MS = 250;

export function createLoadShedder({ requests, heapShare }: LoadShedderLimits): LoadShedder {
  let inside = 0;
  let lookedAt = -Infinity;
  let isHeapFull = false;
  // Cached: measuring takes longer than all other admission checks.
  const look = () => {
    const now = performance.now();
    if (now - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = now;
    const { used_heap_size, heap_size_limit } = getHeapStatistics();
    isHeapFull = used_heap_size > heapShare * heap_size_limit;
  };
  return {
    enter: () => {
      look();
      if (inside >= requests || isHeapFull)
        throw new Refused(503, [unavailable("The gateway")], { "retry-after": "1" });
      inside += 1;
    },
    leave: () => void (inside -= 1),
  };
}
