// Work that takes a processor for long, in a thread of its own, one piece after the other. What takes too long is ended with its
// thread, and the others go on in a new one.
import { parentPort, Worker } from "node:worker_threads";
import { rateLimited } from "./errors.ts";

export interface Thread<Asked, Answer> {
  /** @throws Error that the work has thrown; TookTooLong; GraphQLError RATE_LIMITED if too many wait */
  ask(asked: Asked): Promise<Answer>;
  stop(): Promise<void>;
}

export class TookTooLong extends Error {}

type Said<Answer> = { answer: Answer } | { problem: string };

interface Piece<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const RETRY_AFTER_SECONDS = 2;

/** The thread runs the module at `url`, which calls serveThread; it is there from the first piece on. */
export function createThread<Asked, Answer>(
  url: URL,
  { mostWaiting, deadlineMs }: { mostWaiting: number; deadlineMs: number },
): Thread<Asked, Answer> {
  const waiting: Piece<Asked, Answer>[] = [];
  let current: Piece<Asked, Answer> | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function start(): Worker {
    const started = new Worker(url);
    started.on("message", (said: Said<Answer>) => {
      if ("answer" in said) end((piece) => piece.resolve(said.answer));
      else end((piece) => piece.reject(new Error(said.problem)));
    });
    started.on("error", () => {});
    started.on("exit", () => {
      if (worker !== started) return;
      worker = undefined;
      end((piece) => piece.reject(new Error("The thread has ended.")));
    });
    // It keeps no process alive that has nothing else to do.
    started.unref();
    return started;
  }

  function end(settle: (piece: Piece<Asked, Answer>) => void): void {
    clearTimeout(timer);
    const piece = current;
    current = undefined;
    if (piece) settle(piece);
    next();
  }

  function next(): void {
    if (current || stopped) return;
    current = waiting.shift();
    if (!current) return;
    worker ??= start();
    timer = setTimeout(() => {
      const late = worker;
      worker = undefined;
      void late?.terminate();
      end((piece) => piece.reject(new TookTooLong(`It took longer than ${deadlineMs} ms.`)));
    }, deadlineMs);
    worker.postMessage(current.asked);
  }

  return {
    ask: async (asked) => {
      if (stopped) throw new Error("The thread has been stopped.");
      if (waiting.length >= mostWaiting) throw rateLimited(RETRY_AFTER_SECONDS);
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.push({ asked, resolve, reject });
      next();
      return promise;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      for (const piece of [current, ...waiting]) piece?.reject(new Error("The thread has been stopped."));
      const last = worker;
      worker = undefined;
      await last?.terminate();
    },
  };
}

/** In the thread: does what is asked, one after the other. */
export function serveThread<Asked, Answer>(work: (asked: Asked) => Promise<Answer>): void {
  parentPort?.on("message", async (asked: Asked) => {
    const said = await work(asked).then(
      (answer): Said<Answer> => ({ answer }),
      (error: unknown): Said<Answer> => ({ problem: error instanceof Error ? error.message : String(error) }),
    );
    parentPort?.postMessage(said);
  });
}
