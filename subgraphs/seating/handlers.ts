// What seating does when others tell it something.
import { on, type Reaction } from "../../platform/messaging/reactions.ts";
import type { Hints } from "../../platform/redis/pubsub.ts";
import { rows, sql } from "../../platform/postgres/sql.ts";
import { EventCancelled, EventRescheduled, HoldPolicyChanged } from "../../schema/messages/catalog.ts";
import { releaseAllHolds } from "./commands/end-holds.ts";

export function createReactions(hints: () => Hints): Reaction[] {
  return [
    on(EventCancelled, (tx, { eventId }) => releaseAllHolds(tx, hints(), eventId)),
    on(
      HoldPolicyChanged,
      async (tx, { eventId, version, ...policy }) =>
        void (await rows(
          tx,
          sql`update sale set hold_seconds = ${policy.holdSeconds}, max_hold_seconds = ${policy.maxHoldSeconds}, avoid_single_seats = ${policy.avoidSingleSeats},
                companions_per_wheelchair_place = ${policy.companionsPerWheelchairPlace}, policy_version = ${version}
              where event_id = ${eventId} and policy_version < ${version}`,
        )),
    ),
    // Messages may come in any order: an older schedule does not replace a newer one.
    on(
      EventRescheduled,
      async (tx, { eventId, version, salesEndAt }) =>
        void (await rows(
          tx,
          sql`update sale set sales_end_at = ${salesEndAt}, schedule_version = ${version} where event_id = ${eventId} and schedule_version < ${version}`,
        )),
    ),
  ];
}
