// Message handlers: store captures, voids and refunds as work items and jobs, and record expected totals.
import { on, onAll, type Received, type MessageHandler } from "../../platform/messaging/handlers.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { addWork } from "../../platform/jobs/work.ts";
import {
  CaptureRequested,
  OrderConfirmed,
  OrderEnded,
  RefundRequested,
  VoidRequested,
} from "../../schema/messages/orders.ts";
import { recordExpectedTotals } from "./commands/record-expected-totals.ts";
import { CAPTURE_WORK, VOID_WORK } from "./job-names.ts";
import { beginRefund } from "./commands/refund-payment.ts";

const asking = (kind: string) => (tx: Tx, received: Received<{ paymentId: string }>[]) =>
  addWork(
    tx,
    "payments",
    kind,
    received.map(({ body, correlationId }) => ({ id: body.paymentId, correlationId })),
  );

export const handlers: MessageHandler[] = [
  onAll(CaptureRequested, asking(CAPTURE_WORK)),
  onAll(VoidRequested, asking(VOID_WORK)),
  on(RefundRequested, (tx, { refundId, paymentId, amount, reason }) =>
    beginRefund(tx, { refundId, paymentId, amount, reason }),
  ),
  onAll(OrderConfirmed, (tx, received) =>
    recordExpectedTotals(
      tx,
      received.map(({ body: { orderId, total } }) => ({ orderId, status: "CONFIRMED", total })),
    ),
  ),
  onAll(OrderEnded, (tx, received) =>
    recordExpectedTotals(
      tx,
      received.map(({ body: { orderId } }) => ({ orderId, status: "ENDED", total: null })),
    ),
  ),
];
