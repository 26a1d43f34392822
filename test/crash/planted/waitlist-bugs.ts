// Bugs of waiting lists.
import type { PlantedBug } from "./planted-bug.ts";

const tried = { story: "waitlist" };

export const WAITLIST_BUGS: PlantedBug[] = [
  {
    what: "a waiting list that tells people of another entry than theirs",
    found: "H1",
    changes: [
      {
        file: "subgraphs/seating/graphql/resolvers/waitlists.ts",
        from: `  const id = await runOnce(context.database, (tx) => joinWaitlist(tx, userId, input));
  return (await waitlistEntry(context.database, id))!;`,
        to: `  const id = await runOnce(context.database, (tx) => joinWaitlist(tx, userId, input));
  return { ...(await waitlistEntry(context.database, id))!, id: crypto.randomUUID() };`,
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
    what: "an offer of a waiting list that is not noted as bought",
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
    what: "seats of the waiting list that nobody waits for, and that are not put on sale",
    found: "H4",
    changes: [
      {
        file: "subgraphs/seating/commands/match-waitlists.ts",
        from: `if (waiting.length === 0) await releasePool(tx, deps.notifier, list, null);`,
        to: ``,
      },
    ],
    tried,
  },
];
