// Bugs of the counter.
import type { PlantedBug } from "./planted-bug.ts";

export const COUNTER_BUGS: PlantedBug[] = [
  {
    what: "a refund in cash that leaves the drawer as it was",
    found: "K1",
    changes: [
      {
        file: "subgraphs/orders/commands/drawers.ts",
        from: "amount: -amount,",
        to: "amount: 0,",
      },
    ],
    tried: { story: "counter" },
  },
  {
    what: "cash that is booked as a credit",
    found: "K2",
    changes: [
      {
        file: "subgraphs/payments/commands/book.ts",
        from: "[takenBy(tender, organizationId), soldAtCounter(organizationId)]",
        to: "[soldAtCounter(organizationId), takenBy(tender, organizationId)]",
      },
    ],
    tried: { story: "counter" },
  },
  {
    what: "complimentary tickets that are charged",
    found: "K3",
    changes: [
      {
        file: "subgraphs/orders/commands/sell-at-counter.ts",
        from: `if (sale?.tender !== "COMPLIMENTARY") return seats;`,
        to: "if (sale || !sale) return seats;",
      },
      {
        file: "subgraphs/orders/commands/sell-at-counter.ts",
        from: "const isAsExpected = amount === sale.expectedTotal &&",
        to: `const isAsExpected = (sale.tender === "COMPLIMENTARY" || amount === sale.expectedTotal) &&`,
      },
    ],
    tried: { story: "counter" },
  },
];
