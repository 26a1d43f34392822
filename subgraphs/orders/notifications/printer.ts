// Prints tickets in a thread of its own: drawing one takes milliseconds, and nobody who buys shall wait for them.
import { createThread, type FIRST } from "../../../platform/core/worker-thread.ts";
import type { Printed } from "./ticket-pdf.ts";

export interface Printer {
  /**
   * A PDF with a page for each ticket.
   * @param by who asks: they take turns, and notifications go first
   * @throws GraphQLError RATE_LIMITED if too many wait, or too many of this one
   */
  print(printed: Omit<Printed, "fontFolder">, by: string | typeof FIRST): Promise<Buffer>;
  stop(): Promise<void>;
}

const LIMITS = { maxQueue: 200, maxQueueOfOne: 50, deadlineMs: 20_000 };

/** @param fontFolder of fonts for scripts that the fonts of our dependencies lack */
export function createPrinter(fontFolder: string): Printer {
  const thread = createThread<Printed, Uint8Array>(new URL("./printer-thread.ts", import.meta.url), LIMITS);
  return {
    print: async (printed, by) => Buffer.from(await thread.ask({ ...printed, fontFolder }, by)),
    stop: thread.stop,
  };
}
