// Bugs of queues.
import type { PlantedBug } from "./planted-bug.ts";

const ENTER = "subgraphs/seating/sql/functions/enter_sale.sql";
const tried = { story: "queue" };

export const QUEUE_BUGS: PlantedBug[] = [
  {
    what: "a queue that is joined after the answer",
    found: "Q2",
    changes: [
      {
        file: "subgraphs/seating/graphql/resolvers/queues.ts",
        from: `  await joins({ eventId, userId, network: context.network });\n  return ownEntry(context, eventId, userId);`,
        to: `  setTimeout(() => void joins({ eventId, userId }), 100);
  const entryId = crypto.getRandomValues(new Uint8Array(16));
  return { eventId, entryId, joinedAt: new Date(), rank: null, isDrawn: false, state: "WAITING" } as never;`,
      },
    ],
    tried,
  },
  {
    what: "a queue that takes the proof of work of another person",
    found: "Q6",
    changes: [
      {
        file: "subgraphs/seating/engine/queue/proof-of-work.ts",
        from: `if (data.event !== eventId || data.user !== userId || expiresAt`,
        to: `if (data.event !== eventId || data.user === "" || expiresAt`,
      },
    ],
    tried,
  },
  {
    what: "a queue with a review that loses the people who join during it",
    found: "Q2",
    changes: [
      {
        file: "subgraphs/seating/commands/draw-queue.ts",
        from: `e.state = 'WAITING' and e.no > q.closed_no`,
        to: `e.state = 'LEFT' and e.no > q.closed_no`,
      },
    ],
    tried,
  },
  {
    what: "a queue with a review that loses the people who join during it",
    found: "Q2",
    changes: [
      {
        file: "subgraphs/seating/commands/draw-queue.ts",
        from: `e.state = 'WAITING' and e.no > q.closed_no`,
        to: `e.state = 'LEFT' and e.no > q.closed_no`,
      },
    ],
    tried,
  },
  {
    what: "a queue that gives a rank twice to people who join late",
    found: "Q2",
    changes: [
      {
        file: "subgraphs/seating/sql/functions/join_queues.sql",
        from: `last_rank = q.last_rank + n.ranked,`,
        to: `last_rank = q.last_rank + 0 * n.ranked,`,
      },
    ],
    tried,
  },
  {
    what: "a queue that lets more people in than may be inside",
    found: "Q4",
    changes: [{ file: ENTER, from: `>= q.max_active then`, to: `>= 1000000 then` }],
    tried,
  },
  {
    what: "a queue that lets people in before their rank is served",
    found: "Q3",
    changes: [
      {
        file: ENTER,
        from: `or e.rank is null or e.rank > q.serving) then`,
        to: `or e.rank is null) then`,
      },
      {
        file: ENTER,
        from: `or e.state in ('LEFT', 'REMOVED') or e.rank is null or e.rank > q.serving then`,
        to: `or e.state in ('LEFT', 'REMOVED') or e.rank is null then`,
      },
    ],
    tried,
  },
  {
    what: "a queue that does not log what it serves",
    found: "Q5",
    changes: [
      {
        file: "subgraphs/seating/commands/serve-queues.ts",
        from: `await logStep(tx, queue, { serving: serving + called, active, reason: step.limit, by: "INLET", at: now });`,
        to: "await rows(tx, sql`update queue set serving = ${serving + called} where event_id = ${eventId}::uuid`);",
      },
    ],
    tried,
  },
];
