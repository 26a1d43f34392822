// What seating does when others tell it something.
import { on, type Reaction } from "../../platform/messaging/reactions.ts";
import type { Hints } from "../../platform/redis/pubsub.ts";
import { EventCancelled, EventRescheduled, HoldPolicyChanged } from "../../schema/messages/catalog.ts";
import { releaseAllHolds } from "./commands/end-holds.ts";
import { noteHoldPolicy, noteSchedule } from "./projections/sales.ts";

export function createReactions(hints: () => Hints): Reaction[] {
  return [
    on(EventCancelled, (tx, { eventId }) => releaseAllHolds(tx, hints(), eventId)),
    on(HoldPolicyChanged, (tx, policy) => noteHoldPolicy(tx, policy)),
    on(EventRescheduled, (tx, schedule) => noteSchedule(tx, schedule)),
  ];
}
