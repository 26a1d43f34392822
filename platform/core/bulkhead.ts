import { rateLimited } from "./errors.ts";

const RETRY_AFTER_SECONDS = 1;

/** Runs some work at once; more waits in order of arrival. @throws GraphQLError RATE_LIMITED if too much waits already */
export type Bulkhead = <T>(work: () => Promise<T>) => Promise<T>;

/** Limits work that occupies something scarce, such as a connection to the database. */
export function bulkhead({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }): Bulkhead {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running++;
    else if (waiting.length >= mostWaiting) throw rateLimited(RETRY_AFTER_SECONDS);
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
