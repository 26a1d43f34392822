// Handlers of messages from other subgraphs.
import { on, type MessageHandler } from "../../platform/messaging/handlers.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import { EventCancelled, EventRescheduled, HoldPolicyChanged } from "../../schema/messages/catalog.ts";
import { releaseAllHolds } from "./commands/end-holds.ts";
import { noteHoldPolicy, noteSchedule } from "./projections/sales.ts";

export function createHandlers(notifier: () => ChangeNotifier): MessageHandler[] {
  return [
    on(EventCancelled, (tx, { eventId }) => releaseAllHolds(tx, notifier(), eventId)),
    on(HoldPolicyChanged, (tx, policy) => noteHoldPolicy(tx, policy)),
    on(EventRescheduled, (tx, schedule) => noteSchedule(tx, schedule)),
  ];
}
