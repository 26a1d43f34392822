// Who hashes next. Hashing is dear, so few run at once; places are handed out by account in turn, so that one account that asks for
// much waits for itself and not others for it. What its client has given up on leaves the queue.
import { GraphQLError } from "graphql";
import { rateLimited } from "../../../platform/core/errors.ts";

export interface HashingQueue {
  /** @throws RATE_LIMITED if too much waits already, Abandoned once `signal` is aborted while it waits */
  run<T>(account: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export interface HashingLimits {
  atOnce: number;
  /** In all. */
  waiting: number;
  waitingOfAccount: number;
}

/** Nobody waits for it any more: nothing is hashed. */
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
  /** Accounts in the order of their turns. */
  const lines = new Map<string, Waiting[]>();

  function leave(account: string, one: Waiting): void {
    const line = lines.get(account) ?? [];
    const at = line.indexOf(one);
    if (at < 0) return;
    line.splice(at, 1);
    size--;
    if (line.length === 0) lines.delete(account);
  }

  /** The account goes to the end: the others have their turn first. */
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

  /** Whoever has most waiting makes room for somebody with less. */
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
