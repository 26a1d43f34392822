// Runs long computations sequentially in one worker thread of Piscina. A task that takes too long is aborted with its thread, and the next
// one gets a new thread. Additions to Piscina are a fair queue, and a deadline in the thread's processor time, so that a busy machine
// causes no failures.
import { Piscina } from "piscina";
import { rateLimited } from "./errors.ts";
import { giveBackMemoryWhenIdle } from "./idle-memory.ts";

export interface Thread<Asked, Answer> {
  /** Resolves when the thread is ready. @throws Error if it can't */
  ready(): Promise<void>;
  /**
   * @param by key of fair queueing: callers take turns
   * @throws Error that the work has thrown; TookTooLong; ThreadEnded; GraphQLError RATE_LIMITED if too many wait
   */
  ask(asked: Asked, by?: string | typeof FIRST): Promise<Answer>;
  /** Unrefs the thread: pending and later requests are still answered, but do not keep the process alive. */
  retire(): void;
  stop(): Promise<void>;
}

export interface ThreadOptions {
  maxQueue: number;
  maxQueueOfOne?: number;
  /** Maximum waiting time in the queue; later requests are rejected. */
  maxWaitMs?: number;
  /** Processor time of the thread for one task. */
  deadlineMs: number;
  /** `workerData` of the thread. */
  data?: unknown;
  /** Stack and heap limits of the thread; default: Node's. */
  stackMb?: number;
  heapMb?: number;
}

/** Priority over all queued tasks. */
export const FIRST = Symbol("first");

export class TookTooLong extends Error {}

/** The thread crashed in a task, for example out of memory. */
export class ThreadEnded extends Error {}

/** Each answer contains the thread's processor time in microseconds: the next task is measured from there. */
type Said<Answer> = { cpu: number } & ({ answer: Answer } | { problem: string });

interface Piece<Asked, Answer> {
  asked: Asked;
  since: number;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const RETRY_AFTER_SECONDS = 2;
/** A task that takes this many times its processor time in wall time is stuck. */
const CLOCK_FACTOR = 20;
const LOOK_AT_LEAST_MS = 20;
/** On the clock, however short the deadline of a piece is. */
const LOADS_WITHIN_MS = 180_000;

/** The first task of a new thread: its answer reports that the module is loaded, and the processor time. */
const NOTHING = undefined;

/** The thread runs the module at `url`, which exports as `work` what serveThread returns. It starts with the first task or `ready`. */
export function createThread<Asked, Answer>(url: URL, options: ThreadOptions): Thread<Asked, Answer> {
  const { maxQueue, maxQueueOfOne = maxQueue, maxWaitMs = Infinity, deadlineMs } = options;
  const { data, stackMb, heapMb } = options;
  const resourceLimits = {
    ...(stackMb === undefined ? {} : { stackSizeMb: stackMb }),
    ...(heapMb === undefined ? {} : { maxOldGenerationSizeMb: heapMb }),
  };
  /** Queues by caller, in the order of their turns. */
  const waiting = new Map<string | typeof FIRST, Piece<Asked, Answer>[]>();
  let waitingCount = 0;
  let current: Piece<Asked, Answer> | undefined;
  /** A pool with one thread, which ends with it. */
  let pool: Piscina<Asked | typeof NOTHING, Said<Answer>> | undefined;
  let loaded: Promise<unknown> | undefined;
  let cpu = 0;
  let isRetired = false;
  let stopped = false;

  function open(): NonNullable<typeof pool> {
    const thread = { filename: url.href, name: "work", workerData: data, resourceLimits, minThreads: 1, maxThreads: 1 };
    // Atomics.wait() would stop the thread's timers, and with them giveBackMemoryWhenIdle.
    const opened = new Piscina({ ...thread, atomics: "disabled", recordTiming: false });
    // Errors of pieces reject their promises; these are of idle threads.
    opened.on("error", () => {});
    opened.on("workerDestroy", () => pool === opened && void dismiss());
    return opened;
  }

  async function run(asked: Asked | typeof NOTHING, signal: AbortSignal): Promise<Said<Answer>> {
    try {
      const said = await (pool ??= open()).run(asked, { signal });
      cpu = said.cpu;
      return said;
    } catch (error) {
      if (signal.aborted) throw new TookTooLong("Timeout of the worker thread.");
      throw asked === NOTHING ? error : new ThreadEnded("The worker thread has ended.", { cause: error });
    }
  }

  function load(): Promise<unknown> {
    return (loaded ??= run(NOTHING, AbortSignal.timeout(LOADS_WITHIN_MS)));
  }

  function dismiss(): Promise<void> | undefined {
    const last = pool;
    pool = loaded = undefined;
    return last?.destroy();
  }

  async function answer({ asked }: Piece<Asked, Answer>): Promise<Answer> {
    await load();
    const tooLong = new AbortController();
    const unwatch = watch(tooLong);
    try {
      const said = await run(asked, tooLong.signal);
      if ("answer" in said) return said.answer;
      throw new Error(said.problem);
    } finally {
      unwatch();
    }
  }

  /** Looks after the current piece until its time is up. */
  function watch(tooLong: AbortController): () => void {
    const [worker, before] = [pool!.threads[0]!, cpu];
    // A thread that is stuck outside of JavaScript does not answer cpuUsage().
    const clock = setTimeout(() => tooLong.abort(), deadlineMs * CLOCK_FACTOR);
    const look = async (): Promise<void> => {
      const usage = await worker.cpuUsage().catch(() => undefined);
      const leftMs = deadlineMs - (usage ? usage.user + usage.system - before : 0) / 1_000;
      if (leftMs <= 0) tooLong.abort();
      else if (!isOver) timer = setTimeout(() => void look(), Math.max(LOOK_AT_LEAST_MS, leftMs));
    };
    let isOver = false;
    let timer = setTimeout(() => void look(), deadlineMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
      clearTimeout(clock);
    };
  }

  /** The next task of the next caller. */
  function take(): Piece<Asked, Answer> | undefined {
    const first = waiting.has(FIRST) ? [[FIRST, waiting.get(FIRST)!] as const] : waiting;
    for (const [by, pieces] of first) {
      waiting.delete(by);
      const piece = pieces.shift()!;
      waitingCount -= 1;
      if (pieces.length > 0) waiting.set(by, pieces);
      if (by === FIRST || performance.now() - piece.since <= maxWaitMs) return piece;
      piece.reject(rateLimited(RETRY_AFTER_SECONDS));
    }
    return undefined;
  }

  async function next(): Promise<void> {
    if (current) return;
    while ((current = stopped ? undefined : take())) await answer(current).then(current.resolve, current.reject);
    if (isRetired) await dismiss();
  }

  return {
    ready: async () => void (await load()),
    ask: async (asked, by = "") => {
      if (stopped) throw new Error("The worker thread was stopped.");
      const own = waiting.get(by) ?? [];
      const isTooMuch = waitingCount >= maxQueue || own.length >= maxQueueOfOne;
      if (by !== FIRST && isTooMuch) throw rateLimited(RETRY_AFTER_SECONDS);
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.set(by, own);
      own.push({ asked, since: performance.now(), resolve, reject });
      waitingCount += 1;
      void next();
      return promise;
    },
    retire: () => {
      isRetired = true;
      if (!current) void dismiss();
    },
    stop: async () => {
      stopped = true;
      for (const piece of [current, ...[...waiting.values()].flat()])
        piece?.reject(new Error("The worker thread was stopped."));
      await dismiss();
    },
  };
}

/** Runs in the thread: executes tasks one after the other. Called when all modules for the work are loaded. */
export function serveThread<Asked, Answer>(work: (asked: Asked) => Promise<Answer>) {
  giveBackMemoryWhenIdle();
  return async (asked: Asked | typeof NOTHING): Promise<Said<Answer | typeof NOTHING>> => {
    const done = await (asked === NOTHING ? Promise.resolve(NOTHING) : work(asked)).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
    );
    const { user, system } = process.threadCpuUsage();
    return { ...done, cpu: user + system };
  };
}
