// Bugs of changes of a sale: times and prices.
import { cut, type PlantedBug } from "./planted-bug.ts";

export const SALE_BUGS: PlantedBug[] = [
  {
    what: "an end of sales that seating is only called with",
    found: "T1",
    changes: [
      {
        file: "subgraphs/catalog/commands/update-event.ts",
        from: `if (hasNewTerms) await publish(tx, SaleTermsChanged, eventId, { eventId, version, ...terms });`,
        to: ``,
      },
    ],
    tried: { story: "closing", fault: cut("catalog", "seating", "setSaleTerms", "before") },
  },
  {
    what: "prices that seating is only called with",
    found: "T2",
    changes: [
      {
        file: "subgraphs/catalog/commands/set-prices.ts",
        from: `if (event.pricing) await publishPrices(tx, eventId);`,
        to: ``,
      },
    ],
    tried: { story: "pricing", fault: cut("catalog", "seating", "setSalePrices", "before") },
  },
];
