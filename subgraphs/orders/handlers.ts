// Message handlers.
import { on, onAll, type Received, type MessageHandler } from "../../platform/messaging/handlers.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { onMerged } from "../../platform/accounts/merged-accounts.ts";
import { onErased } from "../../platform/personal-data/erasure.ts";
import { ChangeAnnounced, EventCancelled, EventDescribed } from "../../schema/messages/catalog.ts";
import { ErasureDone } from "../../schema/messages/orders.ts";
import {
  CaptureFailed,
  DisputeEnded,
  PaymentAuthorized,
  PaymentCaptured,
  PaymentDisputed,
  PaymentFailed,
  PaymentRefunded,
  RefundFailed,
} from "../../schema/messages/payments.ts";
import { OrderAssessed } from "../../schema/messages/risk.ts";
import { WaitlistOffered } from "../../schema/messages/seating.ts";
import { AccountsMerged, EmailVerified, OrganizationTimeZoneSet, UserErased } from "../../schema/messages/users.ts";
import { advanceOrders, type Happened } from "./commands/advance-orders.ts";
import { beginChangeLetters, scheduleReminder } from "./commands/begin-mailing.ts";
import type { OrdersConfig } from "./config.ts";
import { beginCancellation } from "./workflows/cancel-event.ts";
import { endDispute, freezeOrder } from "./commands/dispute-order.ts";
import { noteEventFacts } from "./projections/event-facts.ts";
import { noteTimeZone } from "./commands/recount-sales.ts";
import { noteQuestionnaire } from "./projections/questionnaires.ts";
import type { SagaContext } from "./commands/order-rows.ts";
import { mergeableAccounts } from "./entities/merged-accounts.ts";
import { personalData } from "./personal-data.ts";
import { noteRefund } from "./commands/refund-tickets.ts";
import { scheduleOffer, sendWaiting } from "./commands/write-notifications.ts";

export function createHandlers(
  saga: () => SagaContext,
  { signer, changeLetterSeconds }: Pick<OrdersConfig, "signer" | "changeLetterSeconds">,
): MessageHandler[] {
  const advance = async <Body extends { orderId: string }>(
    tx: Tx,
    received: Received<Body>[],
    happened: (body: Body) => Pick<Happened, "sagaEvent" | "paidWith">,
  ) =>
    void (await advanceOrders(
      tx,
      saga(),
      received.map(({ body, correlationId }) => ({ orderId: body.orderId, ...happened(body), correlationId })),
    ));
  return [
    onAll(PaymentAuthorized, (tx, received) =>
      advance(tx, received, ({ paymentId, card, network }) => ({
        sagaEvent: { type: "PaymentAuthorized", paymentId },
        paidWith: { card, network },
      })),
    ),
    onAll(PaymentFailed, (tx, received) =>
      advance(tx, received, ({ paymentId }) => ({ sagaEvent: { type: "PaymentFailed", paymentId } })),
    ),
    onAll(PaymentCaptured, (tx, received) =>
      advance(tx, received, ({ paymentId }) => ({ sagaEvent: { type: "PaymentCaptured", paymentId } })),
    ),
    onAll(CaptureFailed, (tx, received) =>
      advance(tx, received, ({ paymentId }) => ({ sagaEvent: { type: "CaptureFailed", paymentId } })),
    ),
    onAll(OrderAssessed, (tx, received) =>
      advance(tx, received, ({ decision }) => ({ sagaEvent: { type: "Assessed", decision } })),
    ),
    on(PaymentDisputed, (tx, { orderId, disputeId }) => freezeOrder(tx, saga(), orderId, disputeId)),
    on(DisputeEnded, (tx, { orderId, ...dispute }) => endDispute(tx, saga(), orderId, dispute)),
    on(PaymentRefunded, (tx, refund) => noteRefund(tx, saga(), refund, null)),
    on(RefundFailed, (tx, { failureCode, ...refund }) => noteRefund(tx, saga(), refund, failureCode)),
    on(EventDescribed, async (tx, event) => {
      await noteQuestionnaire(tx, event);
      if (await noteEventFacts(tx, event)) await scheduleReminder(tx, event.eventId, new Date(event.startsAt));
    }),
    on(ChangeAnnounced, (tx, change) => beginChangeLetters(tx, change, changeLetterSeconds)),
    on(EventCancelled, (tx, event) => beginCancellation(tx, event)),
    on(WaitlistOffered, (tx, offer) => scheduleOffer(tx, saga(), offer)),
    on(OrganizationTimeZoneSet, (tx, zone) => noteTimeZone(tx, zone)),
    on(EmailVerified, (tx, { userId }) => sendWaiting(tx, userId)),
    onErased(UserErased, ErasureDone, personalData, signer, sendWaiting),
    onMerged(AccountsMerged, mergeableAccounts, (tx, { to }) => sendWaiting(tx, to)),
  ];
}
