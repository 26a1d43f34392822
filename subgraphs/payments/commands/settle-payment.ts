// Writes what the provider said. The client's answer, the webhook and the job that asks again all come here; the first
// one changes the payment, and the others find it changed.
import type { Tx } from "../../../platform/database.ts";
import { settleKey } from "../../../platform/idempotency.ts";
import { schedule, unschedule } from "../../../platform/jobs.ts";
import { publish } from "../../../platform/outbox.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import {
  CaptureFailed,
  PaymentAuthorized,
  PaymentCaptured,
  PaymentFailed,
  PaymentVoided,
} from "../../../schema/messages/payments.ts";
import { selectPayments, type Payment } from "../entities/payment.ts";
import { PaymentDeclined } from "../errors.ts";
import type { Authorization } from "../provider.ts";
import { book } from "./book.ts";
import { JOBS, type Attempt } from "./pay-order.ts";

export async function lockPayment(tx: Tx, paymentId: string): Promise<Payment | undefined> {
  return row<Payment>(tx, sql`${selectPayments(sql`p.id = ${paymentId}::uuid`)} for update`);
}

/** False if the provider is not done yet. */
export async function settleAuthorization(tx: Tx, paymentId: string, authorization: Authorization): Promise<boolean> {
  const payment = await lockPayment(tx, paymentId);
  if (!payment) return false;
  if (payment.status !== "PENDING") {
    // Given up by us, and authorized all the same: nobody waits for that money any more.
    if (payment.status === "FAILED" && authorization.outcome === "authorized") await letGo(tx, authorization.reference);
    return true;
  }
  const { orderId, amount, currency } = payment;
  const network = payment.network ?? undefined;
  switch (authorization.outcome) {
    case "pending":
      await rows(
        tx,
        sql`update payment set provider_reference = coalesce(${authorization.reference}, provider_reference), next_action = ${JSON.stringify(authorization.nextAction)}::jsonb where id = ${paymentId}`,
      );
      return false;
    case "authorized":
      await rows(
        tx,
        sql`update payment set status = 'AUTHORIZED', next_action = null, provider_reference = ${authorization.reference} where id = ${paymentId}`,
      );
      await publish(tx, PaymentAuthorized, paymentId, {
        paymentId,
        orderId,
        amount,
        currency,
        card: authorization.card,
        network,
      });
      break;
    case "declined":
      await rows(
        tx,
        sql`update payment set status = 'FAILED', next_action = null, failure_code = ${authorization.failureCode}, provider_reference = ${authorization.reference} where id = ${paymentId}`,
      );
      await publish(tx, PaymentFailed, paymentId, {
        paymentId,
        orderId,
        failureCode: authorization.failureCode,
        buyerId: payment.buyerId,
        cardFingerprint: authorization.card?.fingerprint,
        network,
      });
  }
  await unschedule(tx, JOBS.settle, paymentId);
  return true;
}

async function letGo(tx: Tx, reference: string): Promise<void> {
  await schedule(tx, "payments", JOBS.letGo, reference, { reference });
}

/** What the request is answered with from now on; a payment that is still pending is answered as it will be then. */
export async function settleAttempt(tx: Tx, { paymentId, request }: Attempt): Promise<void> {
  const payment = await lockPayment(tx, paymentId);
  if (payment?.status === "FAILED")
    await settleKey(tx, request, { refusal: new PaymentDeclined(paymentId, payment.failureCode ?? "declined") });
  else await settleKey(tx, request, { resourceId: paymentId });
}

/** What is authorized is captured now, and the others were. */
const CAPTURED = ["AUTHORIZED", "SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED"];

/** The money is ours: once, in the books too. Who asks again what has become of it is told again. */
export async function settleCapture(tx: Tx, paymentId: string): Promise<void> {
  const payment = await lockPayment(tx, paymentId);
  if (!payment) return;
  if (payment.status === "CANCELLED") {
    const failureCode = payment.failureCode ?? "cancelled";
    return publish(tx, CaptureFailed, paymentId, { paymentId, orderId: payment.orderId, failureCode });
  }
  if (!CAPTURED.includes(payment.status)) return;
  if (payment.status === "AUTHORIZED") {
    await rows(tx, sql`update payment set status = 'SUCCEEDED' where id = ${paymentId}`);
    await book(tx, paymentId, "CAPTURE", payment, payment.amount);
  }
  await publish(tx, PaymentCaptured, paymentId, { paymentId, orderId: payment.orderId, amount: payment.amount });
}

export async function failCapture(tx: Tx, paymentId: string, failureCode: string): Promise<void> {
  const changed = await row<{ orderId: string }>(
    tx,
    sql`update payment set status = 'CANCELLED', failure_code = ${failureCode} where id = ${paymentId} and status = 'AUTHORIZED' returning order_id`,
  );
  if (changed) await publish(tx, CaptureFailed, paymentId, { paymentId, orderId: changed.orderId, failureCode });
}

export async function settleVoid(tx: Tx, paymentId: string): Promise<void> {
  const changed = await row<{ orderId: string }>(
    tx,
    sql`update payment set status = 'CANCELLED' where id = ${paymentId} and status = 'AUTHORIZED' returning order_id`,
  );
  if (changed) await publish(tx, PaymentVoided, paymentId, { paymentId, orderId: changed.orderId });
}
