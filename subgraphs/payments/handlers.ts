// Message handlers: store captures, voids and refunds as work items and jobs, and record expected totals.
import type { Signer } from "../../platform/identity/identity.ts";
import { on, onAll, type Received, type MessageHandler } from "../../platform/messaging/handlers.ts";
import { onMerged } from "../../platform/accounts/merged-accounts.ts";
import { onErased } from "../../platform/personal-data/erasure.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { addWork } from "../../platform/jobs/work.ts";
import {
  CaptureRequested,
  CreditMoved,
  OrderConfirmed,
  OrderEnded,
  PaidAtCounter,
  RefundRequested,
  VoidRequested,
} from "../../schema/messages/orders.ts";
import { ErasureDone } from "../../schema/messages/payments.ts";
import { AccountsMerged, UserErased } from "../../schema/messages/users.ts";
import { takeAtCounter } from "./commands/counter-payments.ts";
import { moveCredit } from "./commands/move-credit.ts";
import { recordExpectedTotals } from "./commands/record-expected-totals.ts";
import { CAPTURE_WORK, VOID_WORK } from "./job-names.ts";
import { mergeableAccounts } from "./entities/merged-accounts.ts";
import { personalData } from "./personal-data.ts";
import { beginRefund } from "./commands/refund-payment.ts";

const asking = (kind: string) => (tx: Tx, received: Received<{ paymentId: string }>[]) =>
  addWork(
    tx,
    "payments",
    kind,
    received.map(({ body, correlationId }) => ({ id: body.paymentId, correlationId })),
  );

export const createHandlers = (signer: Signer): MessageHandler[] => [
  onAll(CaptureRequested, asking(CAPTURE_WORK)),
  onAll(VoidRequested, asking(VOID_WORK)),
  onAll(PaidAtCounter, takeAtCounter),
  on(CreditMoved, moveCredit),
  on(RefundRequested, (tx, { refundId, paymentId, amount, reason, isPaidOut }) =>
    beginRefund(tx, { refundId, paymentId, amount, reason }, isPaidOut),
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
  onErased(UserErased, ErasureDone, personalData, signer),
  onMerged(AccountsMerged, mergeableAccounts),
];
