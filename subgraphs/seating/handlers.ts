// Handlers of messages from other subgraphs.
import type { Signer } from "../../platform/identity/identity.ts";
import { on, onAll, type MessageHandler } from "../../platform/messaging/handlers.ts";
import { onMerged } from "../../platform/accounts/merged-accounts.ts";
import { onErased } from "../../platform/personal-data/erasure.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import {
  EventCancelled,
  EventDescribed,
  EventRescheduled,
  HoldPolicyChanged,
  PricesChanged,
  SaleTermsChanged,
} from "../../schema/messages/catalog.ts";
import { OrderConfirmed, OrderEnded } from "../../schema/messages/orders.ts";
import { QueueAssessed } from "../../schema/messages/risk.ts";
import { ErasureDone } from "../../schema/messages/seating.ts";
import { AccountsMerged, UserErased } from "../../schema/messages/users.ts";
import { releaseAllHolds } from "./commands/end-holds.ts";
import { noteBought, noteNotBought } from "./commands/end-offers.ts";
import { holdEntries } from "./commands/hold-entries.ts";
import { endEntriesOf } from "./commands/join-waitlist.ts";
import { mergeQueueEntries } from "./commands/merge-queue-entries.ts";
import { mergeWaitlistEntries } from "./commands/merge-waitlist-entries.ts";
import { closeQueueOf } from "./commands/steer-queue.ts";
import { mergeableAccounts } from "./entities/merged-accounts.ts";
import { personalData } from "./personal-data.ts";
import { notePrices } from "./projections/prices.ts";
import { noteHoldPolicy, noteSchedule, noteStart, noteTerms } from "./projections/sales.ts";

export function createHandlers(notifier: () => ChangeNotifier, signer: Signer): MessageHandler[] {
  return [
    on(EventCancelled, async (tx, { eventId }) => {
      await releaseAllHolds(tx, notifier(), eventId);
      await closeQueueOf(tx, eventId);
    }),
    on(HoldPolicyChanged, (tx, policy) => noteHoldPolicy(tx, policy)),
    on(EventRescheduled, (tx, schedule) => noteSchedule(tx, schedule)),
    on(EventDescribed, (tx, event) => noteStart(tx, event)),
    on(SaleTermsChanged, (tx, terms) => noteTerms(tx, terms)),
    on(PricesChanged, (tx, prices) => notePrices(tx, prices)),
    onAll(OrderConfirmed, (tx, received) =>
      noteBought(
        tx,
        received.map(({ body }) => body.orderId),
      ),
    ),
    onAll(OrderEnded, (tx, received) =>
      noteNotBought(
        tx,
        received.map(({ body }) => body.orderId),
      ),
    ),
    on(QueueAssessed, (tx, assessed) => holdEntries(tx, assessed)),
    onErased(UserErased, ErasureDone, personalData, signer, (tx, userId) => endEntriesOf(tx, notifier(), userId)),
    onMerged(AccountsMerged, mergeableAccounts, async (tx, merge) => {
      await mergeQueueEntries(tx, merge);
      await mergeWaitlistEntries(tx, merge);
    }),
  ];
}
