// Payments that the version before has begun go on as items of work.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { IdempotentRequest } from "../../../platform/postgres/idempotency.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { PAY_WORK, PAYMENT_WORK } from "../job-names.ts";
import type { Attempt } from "./pay-order.ts";

/** The body of its job. */
export interface OldAttempt {
  paymentId: string;
  orderId: string;
  buyerId: string;
  request: IdempotentRequest;
}

export async function adoptAttempt(tx: Tx, { paymentId, orderId, buyerId, request }: OldAttempt): Promise<void> {
  const { userId, mutation, key } = request;
  const [payment] = await rows<Pick<Attempt, "paymentMethod" | "returnUrl" | "network"> & { status: string }>(
    tx,
    sql`update payment set paid_by_key = ${key} where id = ${paymentId} and status in ('REQUESTED', 'PENDING')
        returning payment_method, return_url, network, status`,
  );
  if (!payment) return;
  const { status, ...begun } = payment;
  const body: Attempt = { orderId, buyerId, ...begun, request: { userId, mutation, key } };
  const isRequested = status === "REQUESTED";
  await rows(
    tx,
    sql`insert into work_item (id, kind, body, attempts, due_at)
        values (${paymentId}, ${isRequested ? PAY_WORK : PAYMENT_WORK}, ${isRequested ? JSON.stringify(body) : null}, 2, app_now())
        on conflict do nothing`,
  );
}
