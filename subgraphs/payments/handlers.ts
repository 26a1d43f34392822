// What payments does when others tell it something: it writes down what the provider is to be asked, and a job asks.
import { on, type Reaction } from "../../platform/consumer.ts";
import { schedule } from "../../platform/jobs.ts";
import {
  CaptureRequested,
  OrderConfirmed,
  OrderEnded,
  RefundRequested,
  VoidRequested,
} from "../../schema/messages/orders.ts";
import { claimOrder } from "./commands/claim-order.ts";
import { JOBS } from "./commands/pay-order.ts";
import { beginRefund } from "./commands/refund-payment.ts";

export const reactions: Reaction[] = [
  on(CaptureRequested, (tx, { paymentId }) => schedule(tx, "payments", JOBS.capture, paymentId, { paymentId })),
  on(VoidRequested, (tx, { paymentId }) => schedule(tx, "payments", JOBS.void, paymentId, { paymentId })),
  on(RefundRequested, (tx, { refundId, paymentId, amount, reason }) =>
    beginRefund(tx, { refundId, paymentId, amount, reason }),
  ),
  on(OrderConfirmed, (tx, { orderId, total }) => claimOrder(tx, orderId, { status: "CONFIRMED", total })),
  on(OrderEnded, (tx, { orderId }) => claimOrder(tx, orderId, { status: "ENDED", total: null })),
];
