// Worker thread of printer.ts.
import { serveThread } from "../../../platform/core/worker-thread.ts";
import { invoicePdf, type PrintedInvoice } from "./invoice-pdf.ts";
import { ticketPdf, type Printed } from "./ticket-pdf.ts";

export const work = serveThread((printed: Printed | PrintedInvoice) =>
  "invoice" in printed ? invoicePdf(printed) : ticketPdf(printed),
);
