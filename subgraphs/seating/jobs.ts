// What happens because time passed. Correctness does not wait for it: a hold that ran out keeps nothing, swept or not.
import type { RecurringJob } from "../../platform/jobs/jobs.ts";
import type { Metrics } from "../../platform/http/metrics.ts";
import { change, sql } from "../../platform/postgres/sql.ts";
import { sweep } from "./commands/end-holds.ts";
import { forgetTries } from "./commands/try-promo-code.ts";
import type { Engine } from "./engine/group-commit.ts";

/** Holds that run out within so long are ended together. */
const SWEEP_GATHER_MS = 500;
/** Asked of the engine at once, which decides them a batch at a time between the new holds. */
const SWEEP_HOLDS = 500;
const TRIM_EVERY_MS = 60_000;
/** Whoever was away for longer than this reads the seats anew. */
const LOG_KEPT = "1 hour";

export function createRecurring(engine: () => Engine, metrics: () => Metrics): RecurringJob[] {
  return [
    {
      name: "release holds that ran out",
      every: {
        next: () => sql`select min(expires_at) - app_now() from hold where status = 'ACTIVE'`,
        gatherMs: SWEEP_GATHER_MS,
      },
      run: async (database) => {
        const released = await sweep(database, engine(), SWEEP_HOLDS);
        if (released > 0) metrics().count("expired_reservations_released", {}, released);
        return released;
      },
    },
    {
      name: "forget holds of unverified accounts that are over",
      every: { ms: TRIM_EVERY_MS },
      // What is used at this moment is passed over: its buyer has just made a hold, or makes one.
      run: (database) =>
        change(
          database.read(),
          sql`delete from unverified_buyer where buyer_id in (
                select buyer_id from unverified_buyer where hold_id is null or not is_open_hold(hold_id, app_now()) for update skip locked)`,
        ),
    },
    {
      name: "forget wrong promo codes",
      every: { ms: TRIM_EVERY_MS },
      run: (database) => forgetTries(database.read()),
    },
    {
      name: "trim the log of changes",
      every: { ms: TRIM_EVERY_MS },
      run: (database) =>
        change(database.read(), sql`delete from seat_change where changed_at < now() - ${LOG_KEPT}::interval`),
    },
  ];
}
