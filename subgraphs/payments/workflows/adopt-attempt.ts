// Turns payments that the previous version began into work items.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { IdempotentRequest } from "../../../platform/postgres/idempotency.ts";
import { adoptWork } from "../../../platform/jobs/work.ts";
import { statement } from "../entities/tables.ts";
import { PAY_WORK, PAYMENT_WORK } from "../job-names.ts";
import type { Attempt } from "./pay-order.ts";

/** Body of the previous version's job. */
export interface OldAttempt {
  paymentId: string;
  orderId: string;
  buyerId: string;
  request: IdempotentRequest;
}

const begunPayment = statement((db, { paymentId, key }: { paymentId: string; key: string }) =>
  db
    .updateTable("payment")
    .set({ paidByKey: key })
    .where("id", "=", paymentId)
    .where("status", "in", ["REQUESTED", "PENDING"])
    .returning(["paymentMethod", "returnUrl", "network", "status"]),
);

export async function adoptAttempt(tx: Tx, { paymentId, orderId, buyerId, request }: OldAttempt): Promise<void> {
  const { userId, mutation, key } = request;
  const payment = await begunPayment.row(tx, { paymentId, key });
  if (!payment) return;
  const { status, ...begun } = payment;
  const body: Attempt = { orderId, buyerId, ...begun, request: { userId, mutation, key } };
  const isRequested = status === "REQUESTED";
  await adoptWork(tx, isRequested ? PAY_WORK : PAYMENT_WORK, { id: paymentId, body: isRequested ? body : null });
}
