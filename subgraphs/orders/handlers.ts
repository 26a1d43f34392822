// What orders does when others tell it something.
import { on, type Reaction } from "../../platform/consumer.ts";
import { schedule } from "../../platform/jobs.ts";
import { rows, sql } from "../../platform/sql.ts";
import { EventCancelled } from "../../schema/messages/catalog.ts";
import {
  CaptureFailed,
  DisputeEnded,
  PaymentAuthorized,
  PaymentCaptured,
  PaymentDisputed,
  PaymentFailed,
  RefundFailed,
} from "../../schema/messages/payments.ts";
import { OrderAssessed } from "../../schema/messages/risk.ts";
import { UserErased } from "../../schema/messages/users.ts";
import { advanceOrder, noteFailedRefund, type Saga } from "./commands/advance-order.ts";
import { JOBS } from "./commands/job-names.ts";
import { endDispute, freezeOrder } from "./commands/dispute-order.ts";
import { forgetNames } from "./commands/name-ticket.ts";

export function createReactions(saga: () => Saga): Reaction[] {
  return [
    on(
      PaymentAuthorized,
      async (tx, { orderId, paymentId, card }) =>
        void (await advanceOrder(tx, saga(), orderId, { type: "PaymentAuthorized", paymentId }, card)),
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
    on(RefundFailed, (tx, { orderId, failureCode }) => noteFailedRefund(tx, saga(), orderId, failureCode)),
    on(EventCancelled, async (tx, { eventId, reason }) => {
      await rows(
        tx,
        sql`insert into cancelled_event (event_id, reason) values (${eventId}, ${reason}) on conflict do nothing`,
      );
      await schedule(tx, "orders", JOBS.cancelEvent, eventId, { eventId, reason });
    }),
    on(UserErased, (tx, { userId }) => forgetNames(tx, userId)),
  ];
}
