// Bugs of tickets that buyers give back.
import type { PlantedBug } from "./planted-bug.ts";

const RETURN = "subgraphs/orders/commands/return-tickets.ts";
const tried = { story: "waitlist" };

export const RETURN_BUGS: PlantedBug[] = [
  {
    what: "a fee of a return that is refunded, too",
    found: "U1",
    changes: [
      { file: RETURN, from: `const fees = tickets.map(({ fee }) => fee);`, to: `const fees = tickets.map(() => 0);` },
    ],
    tried,
  },
  {
    what: "a letter that calls a return a cancellation",
    found: "U2",
    changes: [
      {
        file: "subgraphs/orders/commands/refund-tickets.ts",
        from: `letter: "TICKETS_RETURNED"`,
        to: `letter: "TICKETS_CANCELLED"`,
      },
    ],
    tried,
  },
];
