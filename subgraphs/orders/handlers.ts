// What orders does when others tell it something.
import { on, type Reaction } from "../../platform/consumer.ts";
import { EventCancelled, EventDescribed } from "../../schema/messages/catalog.ts";
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
import { EmailVerified, UserErased } from "../../schema/messages/users.ts";
import { advanceOrder, noteRefund, type Saga } from "./commands/advance-order.ts";
import { beginCancellation } from "./commands/cancel-event.ts";
import { endDispute, freezeOrder } from "./commands/dispute-order.ts";
import { noteEventFacts } from "./commands/note-event-facts.ts";
import { forgetNames } from "./commands/name-ticket.ts";
import { sendWaiting } from "./commands/write-letter.ts";

export function createReactions(saga: () => Saga): Reaction[] {
  return [
    on(
      PaymentAuthorized,
      async (tx, { orderId, paymentId, card, network }) =>
        void (await advanceOrder(tx, saga(), orderId, { type: "PaymentAuthorized", paymentId }, { card, network })),
    ),
    on(
      PaymentFailed,
      async (tx, { orderId, paymentId }) =>
        void (await advanceOrder(tx, saga(), orderId, { type: "PaymentFailed", paymentId })),
    ),
    on(
      PaymentCaptured,
      async (tx, { orderId, paymentId }) =>
        void (await advanceOrder(tx, saga(), orderId, { type: "PaymentCaptured", paymentId })),
    ),
    on(
      CaptureFailed,
      async (tx, { orderId, paymentId }) =>
        void (await advanceOrder(tx, saga(), orderId, { type: "CaptureFailed", paymentId })),
    ),
    on(
      OrderAssessed,
      async (tx, { orderId, decision }) =>
        void (await advanceOrder(tx, saga(), orderId, { type: "Assessed", decision })),
    ),
    on(PaymentDisputed, (tx, { orderId, disputeId }) => freezeOrder(tx, saga(), orderId, disputeId)),
    on(DisputeEnded, (tx, { orderId, ...dispute }) => endDispute(tx, saga(), orderId, dispute)),
    on(PaymentRefunded, (tx, refund) => noteRefund(tx, saga(), refund, null)),
    on(RefundFailed, (tx, { failureCode, ...refund }) => noteRefund(tx, saga(), refund, failureCode)),
    on(EventDescribed, (tx, event) => noteEventFacts(tx, event)),
    on(EventCancelled, (tx, event) => beginCancellation(tx, event)),
    on(EmailVerified, (tx, { userId }) => sendWaiting(tx, userId)),
    on(UserErased, async (tx, { userId }) => {
      await forgetNames(tx, userId);
      await sendWaiting(tx, userId);
    }),
  ];
}
