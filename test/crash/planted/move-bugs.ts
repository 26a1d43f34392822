// Bugs of moved tickets.
import type { PlantedBug } from "./planted-bug.ts";

const SETTLE = "subgraphs/orders/commands/settle-move.ts";

export const MOVE_BUGS: PlantedBug[] = [
  {
    what: "a moved ticket that keeps its old seat",
    found: "N1",
    changes: [{ file: SETTLE, from: `seatId: seat.id, `, to: `` }],
    tried: { story: "reseat" },
  },
  {
    what: "a move whose old seat stays sold",
    found: "S2",
    changes: [
      {
        file: "subgraphs/seating/sql/functions/move_seat.sql",
        from: `set status = v_freed, hold_id = null,`,
        to: `set`,
      },
    ],
    tried: { story: "reseat" },
  },
  {
    what: "a move that its holder is not told of",
    found: "N2",
    changes: [
      {
        file: SETTLE,
        from: `  await writeNotifications(tx, saga, [{ ...about, kind: "TICKET_MOVED", reason }]);\n`,
        to: ``,
      },
    ],
    tried: { story: "reseat" },
  },
];
