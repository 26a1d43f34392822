// Whether the gateway can take another request: refused early and cheaply, a request can be sent to another gateway;
// refused late, it has cost memory and time, and so have all the others.
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
  /** Of the heap that this process may have. */
  heapShare: number;
}

const LOOK_EVERY_MS = 250;

export function createLoadShedder({ requests, heapShare }: LoadShedderLimits): LoadShedder {
  let inside = 0;
  let lookedAt = -Infinity;
  let isHeapFull = false;
  // Looking takes longer than the whole rest of what a request is asked here.
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
