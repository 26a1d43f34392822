// Worker thread of printer.ts.
import { serveThread } from "../../../platform/core/worker-thread.ts";
import { ticketPdf } from "./ticket-pdf.ts";

export const work = serveThread(ticketPdf);
