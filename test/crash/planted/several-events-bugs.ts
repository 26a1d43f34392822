// Bugs of orders of several events.
import type { PlantedBug } from "./planted-bug.ts";

const EFFECTS = "subgraphs/orders/commands/apply-effects.ts";

export const SEVERAL_EVENTS_BUGS: PlantedBug[] = [
  {
    what: "tickets of an order of several events, all for the first",
    found: "G5",
    changes: [
      {
        file: EFFECTS,
        from: `eventId: item.eventId ?? order.eventId`,
        to: `eventId: order.eventId`,
      },
    ],
    tried: { story: "several events" },
  },
  {
    what: "a cancelled event that takes the tickets for others with it",
    found: "G6",
    changes: [
      {
        file: EFFECTS,
        from: `await liveTickets(tx, order.id, event.eventId);`,
        to: `await liveTickets(tx, order.id);`,
      },
    ],
    tried: { story: "several events" },
  },
  {
    what: "seats of one event that go back on sale, and those of the order's other events do not",
    found: "S3",
    changes: [
      {
        file: "subgraphs/seating/commands/order-seats.ts",
        from: `    reach("seats of an event returned, those of others not");`,
        to: `    return;`,
      },
    ],
    tried: { story: "several events" },
  },
];
