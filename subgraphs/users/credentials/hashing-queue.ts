// Queue for password hashing. Hashing is expensive, so few hashes run concurrently. Accounts take turns, so an account with many requests
// only delays itself. A request leaves the queue when its client disconnects.
import { GraphQLError } from "graphql";
import { rateLimited } from "../../../platform/core/errors.ts";

export interface HashingQueue {
  /** @throws RATE_LIMITED if the queue is full, Abandoned if `signal` is aborted while the request waits */
  run<T>(account: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export interface HashingLimits {
  atOnce: number;
  /** Total number of waiting requests. */
  waiting: number;
  waitingOfAccount: number;
}

/** The client has disconnected: nothing is hashed. */
export class Abandoned extends GraphQLError {
  constructor() {
    super("The client disconnected: nothing was changed.", { extensions: { code: "UNAVAILABLE" } });
  }
}

interface Waiting {
  start(): void;
  refuse(error: Error): void;
}

const RETRY_SECONDS = 5;

export function createHashingQueue({ atOnce, waiting, waitingOfAccount }: HashingLimits): HashingQueue {
  let running = 0;
  let size = 0;
  /** Accounts in order of their turns. */
  const lines = new Map<string, Waiting[]>();

  function leave(account: string, one: Waiting): void {
    const line = lines.get(account) ?? [];
    const at = line.indexOf(one);
    if (at < 0) return;
    line.splice(at, 1);
    size--;
    if (line.length === 0) lines.delete(account);
  }

  /** Starts a request of the next account, and moves the account to the end. */
  function startNext(): void {
    const [next] = lines;
    if (!next || running >= atOnce) return;
    const [account, line] = next;
    const one = line[0]!;
    leave(account, one);
    if (lines.delete(account)) lines.set(account, line);
    running++;
    one.start();
  }

  /** Refuses the last request of the account with most requests, unless this account would have as many. @throws RATE_LIMITED */
  function makeRoom(ownLine: number): void {
    const [account, line] = [...lines].reduce((most, other) => (other[1].length > most[1].length ? other : most));
    if (line.length <= ownLine + 1) throw rateLimited(RETRY_SECONDS);
    const last = line.at(-1)!;
    leave(account, last);
    last.refuse(rateLimited(RETRY_SECONDS));
  }

  function turn(account: string, signal: AbortSignal): Promise<void> {
    const ownLine = lines.get(account)?.length ?? 0;
    if (ownLine >= waitingOfAccount) throw rateLimited(RETRY_SECONDS);
    if (size >= waiting) makeRoom(ownLine);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        leave(account, one);
        reject(new Abandoned());
      };
      const one: Waiting = {
        start: () => {
          signal.removeEventListener("abort", giveUp);
          resolve();
        },
        refuse: (error) => {
          signal.removeEventListener("abort", giveUp);
          reject(error);
        },
      };
      signal.addEventListener("abort", giveUp, { once: true });
      lines.set(account, [...(lines.get(account) ?? []), one]);
      size++;
      startNext();
    });
  }

  return {
    run: async (account, signal, work) => {
      if (signal.aborted) throw new Abandoned();
      await turn(account, signal);
      try {
        return await work();
      } finally {
        running--;
        startNext();
      }
    },
  };
}
