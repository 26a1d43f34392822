// What happens because time passed. Correctness does not wait for it: a hold that ran out keeps nothing, swept or not.
import type { RecurringJob } from "../../platform/jobs.ts";
import type { Metrics } from "../../platform/metrics.ts";
import type { Hints } from "../../platform/pubsub.ts";
import { change, rows, sql } from "../../platform/sql.ts";
import { sweepEvent } from "./commands/end-holds.ts";

const SWEEP_EVERY_MS = 500;
/** So few at a time that new holds are not kept waiting at the lock. */
const SWEEP_HOLDS = 500;
const TRIM_EVERY_MS = 60_000;
/** Whoever was away for longer than this reads the seats anew. */
const LOG_KEPT = "1 hour";

export function createRecurring(hints: () => Hints, metrics: () => Metrics): RecurringJob[] {
  return [
    {
      name: "release holds that ran out",
      everyMs: SWEEP_EVERY_MS,
      run: async (database) => {
        const events = await rows<{ eventId: string }>(
          database.read(),
          sql`select distinct event_id from hold where status = 'ACTIVE' and expires_at <= app_now()`,
        );
        let released = 0;
        for (const { eventId } of events) {
          for (let swept = SWEEP_HOLDS; swept === SWEEP_HOLDS; released += swept) {
            swept = await database.transaction((tx) => sweepEvent(tx, hints(), eventId, SWEEP_HOLDS));
          }
        }
        if (released > 0) metrics().count("expired_reservations_released", {}, released);
        return released;
      },
    },
    {
      name: "trim the log of changes",
      everyMs: TRIM_EVERY_MS,
      run: (database) =>
        change(database.read(), sql`delete from seat_change where changed_at < now() - ${LOG_KEPT}::interval`),
    },
  ];
}
