// Bugs of waiting lists.
import type { PlantedBug } from "./planted-bug.ts";

const MATCH = "subgraphs/seating/commands/match-waitlists.ts";
const tried = { story: "waitlist" };

export const WAITLIST_BUGS: PlantedBug[] = [
  {
    what: "a waiting list that is joined after the answer",
    found: "H1",
    changes: [
      {
        file: "subgraphs/seating/commands/join-waitlist.ts",
        from: `on conflict (event_id, user_id) where state in ('WAITING', 'OFFERED') do nothing returning 1`,
        to: `on conflict (event_id, user_id) where state in ('WAITING', 'OFFERED') do update set id = gen_random_uuid() returning 1`,
      },
    ],
    tried,
  },
  {
    what: "seats of the waiting list that everybody can hold",
    found: "H2",
    changes: [
      {
        file: "subgraphs/seating/sql/functions/seat_is_free.sql",
        from: `(p_seat_channel is null or p_seat_channel = p_channel)`,
        to: `(p_seat_channel is null or true)`,
      },
    ],
    tried,
  },
  {
    what: "an offer that is not noted as bought",
    found: "H3",
    changes: [
      {
        file: "subgraphs/seating/commands/end-offers.ts",
        from: `set state = 'BOUGHT', ended_at`,
        to: `set state = 'LEFT', ended_at`,
      },
    ],
    tried,
  },
  {
    what: "seats of the waiting list that nobody is offered, and that are not put on sale",
    found: "H4",
    changes: [
      {
        file: MATCH,
        from: `if (waiting.length === 0) await releasePool(tx, deps.notifier, list, null);`,
        to: ``,
      },
      {
        file: "subgraphs/seating/commands/waitlist-seats.ts",
        from: `  await releasePool(tx, notifier, list, null);\n`,
        to: ``,
      },
    ],
    tried,
  },
];
