// Times: an event is sold when, and to whom, its organizer has said.
import type { Check } from "./check.ts";

export const TIMES: Check[] = [
  {
    holds: "T1: seating sells each event at the times, and to those, that catalog says",
    violations: ({ snapshot: { terms } }) =>
      terms.flatMap(({ eventId, catalog, seating }) =>
        catalog === seating ? [] : [`event ${eventId} is to be sold ${catalog}, and is sold ${seating}`],
      ),
  },
];
