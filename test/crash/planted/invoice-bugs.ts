// Bugs of invoices.
import type { PlantedBug } from "./planted-bug.ts";

export const INVOICE_BUGS: PlantedBug[] = [
  {
    what: "a number of an invoice that is skipped",
    found: "B1",
    changes: [
      {
        file: "subgraphs/orders/workflows/write-invoices.ts",
        from: "set last = last + ${documents.length},",
        to: "set last = last + ${documents.length + 1},",
      },
    ],
    tried: { story: "refund" },
  },
  {
    what: "a refund without a credit note",
    found: "B2",
    changes: [
      {
        file: "subgraphs/orders/commands/invoices-due.ts",
        from: "and (exists (select from invoice where",
        to: "and (not exists (select from invoice where",
      },
    ],
    tried: { story: "refund" },
  },
];
