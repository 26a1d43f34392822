// Work that takes a processor for long, in a thread of its own, one piece after the other. What takes too long is ended with its
// thread, and the others go on in a new one. Time is the thread's own processor time: a busy machine makes nothing fail.
import { parentPort, Worker } from "node:worker_threads";
import { rateLimited } from "./errors.ts";
import { giveBackMemoryWhenIdle } from "./idle-memory.ts";

export interface Thread<Asked, Answer> {
  /** Resolves when the thread has loaded what it needs. @throws Error if it can't */
  ready(): Promise<void>;
  /**
   * @param by for whom: they take turns
   * @throws Error that the work has thrown; TookTooLong; ThreadEnded; GraphQLError RATE_LIMITED if too many wait
   */
  ask(asked: Asked, by?: string | typeof FIRST): Promise<Answer>;
  /** What has been asked is still answered, and what is asked later too, but no thread waits for it. */
  retire(): void;
  stop(): Promise<void>;
}

export interface ThreadOptions {
  mostWaiting: number;
  mostWaitingOfOne?: number;
  /** Who has waited for longer is turned away. */
  longestWaitMs?: number;
  /** Of the thread's processor time, for one piece. */
  deadlineMs: number;
  /** `workerData` of the thread. */
  data?: unknown;
  /** Of the thread's stack and heap; without: as Node has them. */
  stackMb?: number;
  heapMb?: number;
}

/** Before all others, however many wait. */
export const FIRST = Symbol("first");

export class TookTooLong extends Error {}

/** It has died of a piece, of which it ran out of memory, say. */
export class ThreadEnded extends Error {}

/** Processor time of the thread, in microseconds, comes with each answer: what the next piece takes is counted from there. */
type Said<Answer> = { ready: true; cpu: number } | { answer: Answer; cpu: number } | { problem: string; cpu: number };

interface Piece<Asked, Answer> {
  asked: Asked;
  since: number;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const RETRY_AFTER_SECONDS = 2;
/** Whatever takes this many times its processor time waits for something that does not come. */
const CLOCK_FACTOR = 20;
const LOOK_AT_LEAST_MS = 20;
/** On the clock, however short the deadline of a piece is. */
const LOADS_WITHIN_MS = 60_000;

interface Working {
  worker: Worker;
  loaded: PromiseWithResolvers<void>;
  /** Processor time up to the last answer; undefined while it loads, which is no piece's fault. */
  cpu: number | undefined;
}

/** The thread runs the module at `url`, which calls serveThread; it is there from the first piece, or from `ready` on. */
export function createThread<Asked, Answer>(url: URL, options: ThreadOptions): Thread<Asked, Answer> {
  const { mostWaiting, mostWaitingOfOne = mostWaiting, longestWaitMs = Infinity, deadlineMs } = options;
  const { data, stackMb, heapMb } = options;
  const resourceLimits = {
    ...(stackMb === undefined ? {} : { stackSizeMb: stackMb }),
    ...(heapMb === undefined ? {} : { maxOldGenerationSizeMb: heapMb }),
  };
  /** By whom they were asked, in the order in which it is their turn. */
  const waiting = new Map<string | typeof FIRST, Piece<Asked, Answer>[]>();
  let waitingCount = 0;
  let current: Piece<Asked, Answer> | undefined;
  let working: Working | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isRetired = false;
  let stopped = false;

  function start(): Working {
    const worker = new Worker(url, { workerData: data, resourceLimits });
    const started: Working = { worker, loaded: Promise.withResolvers<void>(), cpu: undefined };
    // Heard of by whoever waits for it; a piece is answered by itself.
    started.loaded.promise.catch(() => {});
    let reason: Error | undefined;
    worker.on("message", (said: Said<Answer>) => {
      started.cpu = said.cpu;
      if ("ready" in said) {
        // It keeps no process alive that has nothing else to do.
        worker.unref();
        started.loaded.resolve();
      }
      if (working !== started) return;
      if ("ready" in said) watch();
      else end((piece) => ("answer" in said ? piece.resolve(said.answer) : piece.reject(new Error(said.problem))));
    });
    worker.on("error", (error: Error) => (reason = error));
    worker.on("exit", () => {
      const hasLoaded = started.cpu !== undefined;
      const error = hasLoaded || !reason ? new ThreadEnded("The thread has ended.", { cause: reason }) : reason;
      started.loaded.reject(error);
      if (working !== started) return;
      working = undefined;
      end((piece) => piece.reject(error));
    });
    return started;
  }

  function end(settle: (piece: Piece<Asked, Answer>) => void): void {
    clearTimeout(timer);
    const piece = current;
    current = undefined;
    if (piece) settle(piece);
    next();
  }

  function dismiss(): Promise<unknown> | undefined {
    const last = working;
    working = undefined;
    return last?.worker.terminate();
  }

  function giveUp(): void {
    void dismiss();
    end((piece) => piece.reject(new TookTooLong(`It took longer than ${deadlineMs} ms.`)));
  }

  /** Looks after the current piece until its time is up. */
  function watch(): void {
    const [piece, by] = [current, working!];
    const before = by.cpu;
    clearTimeout(timer);
    if (!piece) return;
    const mostMs = deadlineMs * CLOCK_FACTOR;
    // Whatever is stuck outside of JavaScript does not say how much it has taken.
    if (before === undefined) return void (timer = setTimeout(giveUp, Math.max(mostMs, LOADS_WITHIN_MS)));
    const begun = performance.now();
    const look = async (): Promise<void> => {
      timer = setTimeout(giveUp, mostMs);
      const usage = await by.worker.cpuUsage().catch(() => undefined);
      if (working !== by || current !== piece) return;
      clearTimeout(timer);
      const taken = usage ? (usage.user + usage.system - before) / 1_000 : 0;
      if (taken >= deadlineMs || performance.now() - begun >= mostMs) return giveUp();
      timer = setTimeout(() => void look(), Math.max(LOOK_AT_LEAST_MS, deadlineMs - taken));
    };
    timer = setTimeout(() => void look(), deadlineMs);
  }

  /** The next piece of whoever's turn it is. */
  function take(): Piece<Asked, Answer> | undefined {
    const first = waiting.has(FIRST) ? [[FIRST, waiting.get(FIRST)!] as const] : waiting;
    for (const [by, pieces] of first) {
      waiting.delete(by);
      const piece = pieces.shift()!;
      waitingCount -= 1;
      if (pieces.length > 0) waiting.set(by, pieces);
      if (by === FIRST || performance.now() - piece.since <= longestWaitMs) return piece;
      piece.reject(rateLimited(RETRY_AFTER_SECONDS));
    }
    return undefined;
  }

  function next(): void {
    if (current || stopped) return;
    current = take();
    if (current) {
      working ??= start();
      working.worker.postMessage(current.asked);
      watch();
    } else if (isRetired) void dismiss();
  }

  return {
    ready: () => (working ??= start()).loaded.promise,
    ask: async (asked, by = "") => {
      if (stopped) throw new Error("The thread has been stopped.");
      const own = waiting.get(by) ?? [];
      const isTooMuch = waitingCount >= mostWaiting || own.length >= mostWaitingOfOne;
      if (by !== FIRST && isTooMuch) throw rateLimited(RETRY_AFTER_SECONDS);
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.set(by, own);
      own.push({ asked, since: performance.now(), resolve, reject });
      waitingCount += 1;
      next();
      return promise;
    },
    retire: () => {
      isRetired = true;
      if (!current) void dismiss();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      for (const piece of [current, ...[...waiting.values()].flat()])
        piece?.reject(new Error("The thread has been stopped."));
      await dismiss();
    },
  };
}

/** In the thread: does what is asked, one after the other. Called when all is loaded that the work needs. */
export function serveThread<Asked, Answer>(work: (asked: Asked) => Promise<Answer>): void {
  const cpu = () => {
    const { user, system } = process.threadCpuUsage();
    return user + system;
  };
  const answer = async (asked: Asked) => {
    const said = await work(asked).then(
      (answer): Said<Answer> => ({ answer, cpu: cpu() }),
      (error: unknown): Said<Answer> => ({
        problem: error instanceof Error ? error.message : String(error),
        cpu: cpu(),
      }),
    );
    parentPort?.postMessage(said);
  };
  parentPort?.on("message", (asked: Asked) => void answer(asked));
  parentPort?.postMessage({ ready: true, cpu: cpu() } satisfies Said<Answer>);
  giveBackMemoryWhenIdle();
}
