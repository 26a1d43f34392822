// Reads imported halls. Long texts are read in a worker thread, because they would delay other requests. The thread ends after a while without
// any.
import { badInput } from "../../../../platform/core/errors.ts";
import { createThread, ThreadEnded, TookTooLong, type Thread } from "../../../../platform/core/worker-thread.ts";
import { readHall, type Asked, type ReadHall } from "./read-hall.ts";

export interface HallImporter {
  /**
   * @param by key of fair queueing: organizations take turns
   * @throws GraphQLError RATE_LIMITED if too many wait; BAD_USER_INPUT for a text that takes too long
   */
  read(asked: Asked, by: string): Promise<ReadHall>;
  stop(): Promise<void>;
}

/** Read in less than ten milliseconds. */
const SHORT = 20_000;
const LIMITS = { maxQueue: 20, maxQueueOfOne: 2, maxWaitMs: 20_000, deadlineMs: 10_000, heapMb: 400 };
const IDLE_MS = 60_000;

export function createHallImporter({ short = SHORT, idleMs = IDLE_MS } = {}): HallImporter {
  let thread: Thread<Asked, ReadHall> | undefined;
  let idle: NodeJS.Timeout | undefined;

  function retireWhenIdle(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      thread?.retire();
      thread = undefined;
    }, idleMs).unref();
  }

  return {
    read: async (asked, by) => {
      if (asked.text.length <= short) return readHall(asked);
      thread ??= createThread(new URL("./import-thread.ts", import.meta.url), LIMITS);
      retireWhenIdle();
      return thread.ask(asked, by).catch((error: unknown) => {
        const isTooMuch = error instanceof TookTooLong || error instanceof ThreadEnded;
        throw isTooMuch ? badInput("input.text", "takes too long to read: import fewer seats at once") : error;
      });
    },
    stop: async () => {
      clearTimeout(idle);
      await thread?.stop();
    },
  };
}
