// Recurring jobs. Correctness does not depend on them: an expired hold keeps no seats, even before it is swept.
import type { RecurringJob } from "../../platform/jobs/jobs.ts";
import type { Metrics } from "../../platform/http/metrics.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import { forgetUnverifiedBuyers, NEXT_EXPIRY, sweep, trimSeatChanges } from "./commands/end-holds.ts";
import { forgetSeeds } from "./commands/access-codes.ts";
import { forgetTries } from "./commands/try-promo-code.ts";
import { drawQueues, NEXT_DRAW, NEXT_QUEUE, serveQueues, type ServingDeps } from "./commands/serve-queues.ts";
import { matchWaitlists, NEXT_WAITLIST } from "./commands/match-waitlists.ts";
import type { Engine } from "./engine/group-commit.ts";

/** Holds that expire within this time are ended together. */
const SWEEP_GATHER_MS = 500;
/** Maximum of holds in a sweep. The engine decides them in batches, between new requests. */
const SWEEP_HOLDS = 500;
/** Seats that come back within this time are offered together. */
const RETURNS_GATHER_MS = 500;
const TRIM_EVERY_MS = 60_000;

export function createRecurring(
  engine: () => Engine,
  metrics: () => Metrics,
  serving: () => ServingDeps,
  notifier: () => ChangeNotifier,
): RecurringJob[] {
  return [
    {
      name: "release holds that ran out",
      every: {
        next: () => NEXT_EXPIRY,
        gatherMs: SWEEP_GATHER_MS,
      },
      run: async (database) => {
        const released = await sweep(database, engine(), SWEEP_HOLDS);
        if (released > 0) metrics().count("expired_reservations_released", {}, released);
        return released;
      },
    },
    {
      name: "serve queues",
      every: { next: () => NEXT_QUEUE },
      run: (database) => serveQueues(database, serving()),
    },
    {
      name: "draw queues",
      every: { next: () => NEXT_DRAW },
      run: (database) => drawQueues(database, serving()),
    },
    {
      name: "offer seats to waiting lists",
      every: { next: () => NEXT_WAITLIST, gatherMs: RETURNS_GATHER_MS },
      run: (database) => matchWaitlists(database, { engine: engine(), notifier: notifier() }),
    },
    {
      name: "forget holds of unverified accounts that are over",
      every: { ms: TRIM_EVERY_MS },
      run: forgetUnverifiedBuyers,
    },
    {
      name: "forget wrong promo codes",
      every: { ms: TRIM_EVERY_MS },
      run: (database) => forgetTries(database.read()),
    },
    {
      name: "forget seeds of access codes",
      every: { ms: TRIM_EVERY_MS },
      run: (database) => forgetSeeds(database.read()),
    },
    {
      name: "trim the log of changes",
      every: { ms: TRIM_EVERY_MS },
      run: trimSeatChanges,
    },
  ];
}
