// Money that goes back: written down first, asked of the provider by a job, and booked when the provider says that it is
// done. A refund may fail, even after it seemed done: then a person decides whether to try once more.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { schedule, unschedule } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { PaymentRefunded, RefundFailed } from "../../../schema/messages/payments.ts";
import type { Payment } from "../entities/payment.ts";
import { selectRefunds, type Refund } from "../entities/refund.ts";
import type { RefundOutcome } from "../providers/provider.ts";
import { book } from "./book.ts";
import { JOBS } from "../job-names.ts";
import { lockPayment } from "./settle-payments.ts";

/** Writes down that money is to go back, and sees to it. */
export async function beginRefund(
  tx: Tx,
  refund: { refundId: string; paymentId: string; amount: number; reason: string },
): Promise<void> {
  const { refundId, paymentId, amount, reason } = refund;
  const made = await change(
    tx,
    sql`insert into refund (id, payment_id, organization_id, amount, reason, status)
        select ${refundId}, id, organization_id, ${amount}, ${reason}, 'PENDING' from payment where id = ${paymentId} on conflict do nothing`,
  );
  if (made > 0) await schedule(tx, "payments", JOBS.refund, refundId, { refundId });
}

/** A refund that failed is tried once more; one that did not stays as it is. Refusals: NotFound */
export async function retryRefund(tx: Tx, refundId: string): Promise<void> {
  const refund = await lockRefund(tx, refundId);
  if (!refund) throw new NotFound("refund");
  if (refund.status !== "FAILED") return;
  await rows(
    tx,
    sql`update refund set status = 'PENDING', tries = tries + 1, failure_code = null where id = ${refundId}`,
  );
  // The job of the try before may still wait for what the provider has told by itself meanwhile.
  await unschedule(tx, JOBS.refund, refundId);
  await schedule(tx, "payments", JOBS.refund, refundId, { refundId });
}

async function lockRefund(tx: Tx, refundId: string): Promise<Refund | undefined> {
  return row<Refund>(tx, sql`${selectRefunds(sql`r.id = ${refundId}::uuid`)} for update of r`);
}

/** What the provider says of a try. Of an earlier try than the last it is old news. */
export async function settleRefund(tx: Tx, refundId: string, attempt: number, outcome: RefundOutcome): Promise<void> {
  const known = await row<Refund>(tx, selectRefunds(sql`r.id = ${refundId}::uuid`));
  const payment = known && (await lockPayment(tx, known.paymentId));
  const refund = payment && (await lockRefund(tx, refundId));
  if (!refund || refund.tries !== attempt) return;
  if (outcome.outcome === "done" && refund.status === "PENDING") await done(tx, payment, refund);
  if (outcome.outcome === "failed" && refund.status !== "FAILED")
    await failed(tx, payment, refund, outcome.failureCode);
}

async function done(tx: Tx, payment: Payment, { id: refundId, amount, tries }: Refund): Promise<void> {
  const { id: paymentId, orderId } = payment;
  await rows(tx, sql`update refund set status = 'DONE' where id = ${refundId}`);
  await addRefunded(tx, paymentId, amount);
  await book(tx, tries === 1 ? refundId : randomUUID(), "REFUND", payment, amount);
  await publish(tx, PaymentRefunded, paymentId, { paymentId, orderId, refundId, amount, attempt: tries });
}

async function failed(tx: Tx, payment: Payment, refund: Refund, failureCode: string): Promise<void> {
  const { id: refundId, amount, tries: attempt } = refund;
  const { id: paymentId, orderId } = payment;
  await rows(tx, sql`update refund set status = 'FAILED', failure_code = ${failureCode} where id = ${refundId}`);
  if (refund.status === "DONE") {
    await addRefunded(tx, paymentId, -amount);
    await book(tx, randomUUID(), "REFUND_RETURNED", payment, amount);
  }
  await publish(tx, RefundFailed, paymentId, { paymentId, orderId, refundId, amount, attempt, failureCode });
}

/** Counts what has gone back, and what has come back again. */
export async function addRefunded(tx: Tx, paymentId: string, amount: number): Promise<void> {
  await rows(
    tx,
    sql`update payment set refunded = refunded + ${amount},
          status = case refunded + ${amount} when amount then 'REFUNDED' when 0 then 'SUCCEEDED' else 'PARTIALLY_REFUNDED' end
        where id = ${paymentId}`,
  );
}
