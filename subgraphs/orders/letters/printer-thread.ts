// The thread of letters/printer.ts.
import { serveThread } from "../../../platform/thread.ts";
import { ticketPdf } from "./ticket-pdf.ts";

serveThread(ticketPdf);
