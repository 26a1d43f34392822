// Prints tickets in a thread of its own: drawing one takes milliseconds, and nobody who buys shall wait for them.
import { Worker } from "node:worker_threads";
import { rateLimited } from "../../../platform/errors.ts";
import type { Printed } from "./ticket-pdf.ts";

export interface Printer {
  /** A PDF with a page for each ticket. @throws GraphQLError RATE_LIMITED if too many wait */
  print(printed: Printed): Promise<Buffer>;
  stop(): Promise<void>;
}

/** What the thread answers with. */
export type Answer = { id: number; pdf: Uint8Array } | { id: number; problem: string };

const MOST_WAITING = 200;
const RETRY_AFTER_SECONDS = 2;

/** The thread is there from the first ticket on. */
export function createPrinter(): Printer {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, { resolve(pdf: Buffer): void; reject(error: Error): void }>();

  function start(): Worker {
    const started = new Worker(new URL("./printer-thread.ts", import.meta.url));
    started.on("message", (answer: Answer) => {
      const { resolve, reject } = waiting.get(answer.id)!;
      waiting.delete(answer.id);
      if ("pdf" in answer) resolve(Buffer.from(answer.pdf));
      else reject(new Error(`A ticket could not be printed: ${answer.problem}`));
    });
    started.on("error", () => {});
    started.on("exit", () => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error("The printer's thread has ended."));
      waiting.clear();
    });
    // It keeps no process alive that has nothing else to do.
    started.unref();
    return started;
  }

  return {
    print: async (printed) => {
      if (waiting.size >= MOST_WAITING) throw rateLimited(RETRY_AFTER_SECONDS);
      worker ??= start();
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, printed });
      return promise;
    },
    stop: async () => void (await worker?.terminate()),
  };
}
