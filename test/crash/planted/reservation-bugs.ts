// Bugs of reservations at the counter.
import type { PlantedBug } from "./planted-bug.ts";

export const RESERVATION_BUGS: PlantedBug[] = [
  {
    what: "a sold reservation that can be cancelled",
    found: "V1",
    changes: [
      {
        file: "subgraphs/seating/commands/reservations.ts",
        from: `if (state.status !== "OPEN") throw new ReservationNotOpen(id);
  const released`,
        to: `const released`,
      },
    ],
    tried: { story: "reservation" },
  },
  {
    what: "a cancelled reservation that keeps its seats",
    found: "V1",
    changes: [
      {
        file: "subgraphs/seating/commands/release-reserved.ts",
        from: "if (whole.length > 0)",
        to: "if (whole.length > 99)",
      },
    ],
    tried: { story: "reservation" },
  },
];
