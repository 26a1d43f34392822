// Group commit: requests that arrive while a batch is being decided form the next batch, which is one transaction. A lone request is
// decided at once; nothing waits for company.
import { AsyncLocalStorage } from "node:async_hooks";
import { GraphQLError } from "graphql";
import { correlationId } from "../telemetry/correlation.ts";
import { isRetryable, sqlState } from "./database.ts";
import { noteEffect } from "../core/effects.ts";
import { rateLimited } from "../core/errors.ts";

export interface Requested<Request> {
  request: Request;
  /** Correlation ID of the client's request, for resulting messages. */
  correlationId: string | null;
}

export interface GroupCommitOptions<Request, Answer> {
  /** Requests that one batch has at most. */
  maxBatch: number;
  /** Concurrent batches: while one is flushed to disk, the next one is decided. */
  maxInFlight?: number;
  /** Limit of queued and running requests. Further requests get RATE_LIMITED. */
  maxWaiting?: number;
  /**
   * Decides a batch; an answer that is an Error rejects its request alone. It must be one transaction, or idempotent: a failing batch is
   * split until the failing request is alone.
   */
  run(batch: Requested<Request>[]): Promise<(Answer | Error)[]>;
}

/** @throws errors of `run` for this request; GraphQLError RATE_LIMITED if the queue is full */
export type GroupCommit<Request, Answer> = (request: Request) => Promise<Answer>;

interface Waiting<Request, Answer> extends Requested<Request> {
  /** Runs something in the context of the client's request. */
  inContext: ReturnType<typeof AsyncLocalStorage.snapshot>;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

const IN_FLIGHT = 2;
/** A second concurrent batch is worth its commit only with this many requests. */
const ENOUGH_FOR_ANOTHER = 16;
const MOST_WAITING = 4_096;
const RETRY_AFTER_SECONDS = 1;
const TRIES = 5;

export function createGroupCommit<Request, Answer>({
  maxBatch,
  maxInFlight = IN_FLIGHT,
  maxWaiting = MOST_WAITING,
  run,
}: GroupCommitOptions<Request, Answer>): GroupCommit<Request, Answer> {
  let queue: Waiting<Request, Answer>[] = [];
  let inFlight = 0;
  let open = 0;
  let isScheduled = false;
  // A batch of several requests must not run in the context of the one that happened to start it.
  const outsideOfRequests = AsyncLocalStorage.snapshot();

  function mayStart(): boolean {
    if (queue.length === 0) return false;
    return inFlight === 0 || (inFlight < maxInFlight && queue.length >= Math.min(ENOUGH_FOR_ANOTHER, maxBatch));
  }

  function schedule(): void {
    if (isScheduled || !mayStart()) return;
    isScheduled = true;
    outsideOfRequests(setImmediate, start);
  }

  function start(): void {
    isScheduled = false;
    while (mayStart()) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      inFlight++;
      void decide(batch).finally(() => {
        inFlight--;
        schedule();
      });
    }
  }

  /** Answers every request of the batch; never rejects. */
  async function decide(batch: Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await retrying(batch);
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer instanceof Error) reject(answer);
        else resolve(answer as Answer);
      });
    } catch (error) {
      if (batch.length === 1 || concernsAll(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const half = Math.ceil(batch.length / 2);
      await decide(batch.slice(0, half));
      await decide(batch.slice(half));
    }
  }

  async function retrying(batch: Waiting<Request, Answer>[]): Promise<(Answer | Error)[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answers = await (batch.length === 1 ? batch[0]!.inContext(run, batch) : run(batch));
        if (answers.length !== batch.length)
          throw new Error(`A batch of ${batch.length} requests has ${answers.length} answers.`);
        return answers;
      } catch (error) {
        if (attempt === TRIES || !isRetryable(error)) throw error;
      }
    }
  }

  return async (request) => {
    if (open >= maxWaiting) throw rateLimited(RETRY_AFTER_SECONDS);
    open++;
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        const inContext = AsyncLocalStorage.snapshot();
        queue.push({ request, correlationId: correlationId() ?? null, inContext, resolve, reject });
        schedule();
      });
      // The batch was committed for all of its requests: each notes the effect by itself.
      noteEffect();
      return answer;
    } finally {
      open--;
    }
  };
}

/** The database or another service is down: single attempts would only take longer. */
function concernsAll(error: unknown): boolean {
  return error instanceof GraphQLError || /^(08|53|57)/.test(sqlState(error) ?? "") || isRetryable(error);
}
