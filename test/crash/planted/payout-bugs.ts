// Bugs of payouts.
import type { PlantedBug } from "./planted-bug.ts";

export const PAYOUT_BUGS: PlantedBug[] = [
  {
    what: "payouts at once that do not see each other",
    found: "Y2",
    changes: [
      {
        file: "subgraphs/payments/commands/record-payout.ts",
        from: `    await lockPayouts(tx, organizationId);\n`,
        to: ``,
      },
    ],
    tried: { story: "payout" },
  },
  {
    what: "a second return of a payout that only the database refuses",
    found: "L1",
    changes: [
      {
        file: "subgraphs/payments/commands/record-payout.ts",
        from: `  if (payout.returnedAt) return;\n`,
        to: ``,
      },
    ],
    tried: { story: "payout" },
  },
  {
    what: "a return of a payout that is not booked",
    found: "Y1",
    changes: [
      {
        file: "subgraphs/payments/commands/record-payout.ts",
        from: `  await book(tx, randomUUID(), "PAYOUT_RETURNED", payout);\n`,
        to: ``,
      },
    ],
    tried: { story: "payout" },
  },
];
