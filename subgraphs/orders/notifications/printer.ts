// Prints tickets and invoices in a worker thread: drawing one takes milliseconds, which would delay other requests.
import { createThread, type FIRST } from "../../../platform/core/worker-thread.ts";
import type { PrintedInvoice } from "./invoice-pdf.ts";
import type { Printed } from "./ticket-pdf.ts";

export interface Printer {
  /**
   * A PDF with a page for each ticket.
   * @param by user of the request: users take turns, and notifications go first
   * @throws GraphQLError RATE_LIMITED if the queue is full, or the user's part of it
   */
  print(printed: Omit<Printed, "fontFolder">, by: string | typeof FIRST): Promise<Buffer>;
  /** A PDF of an invoice or a credit note. @throws as `print` */
  printInvoice(printed: Omit<PrintedInvoice, "fontFolder">, by: string | typeof FIRST): Promise<Buffer>;
  stop(): Promise<void>;
}

const LIMITS = { maxQueue: 200, maxQueueOfOne: 50, deadlineMs: 20_000 };

/** @param fontFolder holds fonts for scripts that the built-in ones lack */
export function createPrinter(fontFolder: string): Printer {
  const thread = createThread<Printed | PrintedInvoice, Uint8Array>(
    new URL("./printer-thread.ts", import.meta.url),
    LIMITS,
  );
  return {
    print: async (printed, by) => Buffer.from(await thread.ask({ ...printed, fontFolder }, by)),
    printInvoice: async (printed, by) => Buffer.from(await thread.ask({ ...printed, fontFolder }, by)),
    stop: thread.stop,
  };
}
