// Times and prices: an event is sold when, to whom and for what its organizer has said.
import type { Check } from "./check.ts";

export const TIMES: Check[] = [
  {
    holds: "T1: seating sells each event at the times, and to those, that catalog says",
    violations: ({ snapshot: { terms } }) =>
      terms.flatMap(({ eventId, catalog, seating }) =>
        catalog === seating ? [] : [`event ${eventId} is to be sold ${catalog}, and is sold ${seating}`],
      ),
  },
  {
    holds: "T2: seating sells each event at the prices that catalog says",
    violations: ({ snapshot: { prices } }) =>
      prices.flatMap(({ eventId, catalog, seating }) =>
        catalog === seating ? [] : [`event ${eventId} is to cost ${catalog}, and costs ${seating}`],
      ),
  },
];
