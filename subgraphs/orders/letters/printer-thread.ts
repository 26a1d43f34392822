// The thread of letters/printer.ts: prints one after the other.
import { parentPort } from "node:worker_threads";
import type { Answer } from "./printer.ts";
import { ticketPdf, type Printed } from "./ticket-pdf.ts";

parentPort?.on("message", async ({ id, printed }: { id: number; printed: Printed }) => {
  const answer = await ticketPdf(printed).then(
    (pdf): Answer => ({ id, pdf }),
    (error: unknown): Answer => ({ id, problem: String(error) }),
  );
  parentPort?.postMessage(answer);
});
