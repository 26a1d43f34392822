// Refunds: stored first, requested from the provider by a job, and booked when the provider reports success.
// A refund may fail even after it succeeded. A person then decides whether to retry it.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { schedule, unschedule } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { PaymentRefunded, RefundFailed } from "../../../schema/messages/payments.ts";
import type { Refund } from "../entities/refund.ts";
import { refunds } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import type { RefundOutcome } from "../providers/provider.ts";
import { audit } from "./audit.ts";
import { book } from "./book.ts";
import { JOBS } from "../job-names.ts";
import { makeRoom } from "./charge-back.ts";
import { lockSourced, noteAtSource, type Sourced } from "./credits.ts";
import { lockPayment } from "./lock-payments.ts";
import { addRefunded } from "./refunded.ts";

interface NewRefund {
  refundId: string;
  paymentId: string;
  amount: number;
  reason: string;
}

const newRefund = statement((db, { refundId, paymentId, amount, reason }: NewRefund, { sql }) =>
  db
    .insertInto("refund")
    .columns(["id", "paymentId", "organizationId", "amount", "reason", "status"])
    .expression(
      db
        .selectFrom("payment as p")
        .select((of) => [
          sql<string>`${refundId}::uuid`.as("refund"),
          "p.id",
          "p.organizationId",
          sql<number>`${amount}::int`.as("back"),
          of.val(reason).as("reason"),
          sql.lit("PENDING").as("state"),
        ])
        .where("p.id", "=", paymentId),
    )
    .onConflict((known) => known.doNothing()),
);

/**
 * Stores a refund and schedules its job. Idempotent.
 * @param isPaidOut only for a payment at the counter: whether a clerk hands the refund out; otherwise it waits for one, and counts as failed
 */
export async function beginRefund(tx: Tx, refund: NewRefund, isPaidOut?: boolean): Promise<void> {
  const { refundId } = refund;
  const isNew = (await newRefund.change(tx, refund)) > 0;
  // The refund of a credit may arrive before the message that stores the credit: the handler fails, and the message is retried.
  if (!isNew && !(await knownRefund.row(tx, { refundId })))
    throw new Error(`The payment of refund ${refundId} is not stored yet.`);
  if (isPaidOut === undefined) {
    if (isNew) await schedule(tx, "payments", JOBS.refund, refundId, { refundId });
  } else if (isPaidOut) await handOut(tx, refundId);
  else if (isNew) await settleRefund(tx, refundId, 1, WAITS_FOR_CLERK);
}

/** Outcome of a refund at the counter without a clerk: it is in `Organization.failedRefunds` until one hands it out. */
export const WAITS_FOR_CLERK: RefundOutcome = { outcome: "failed", failureCode: "pay_out_at_counter" };

/** Once: a refund that is done stays so. */
async function handOut(tx: Tx, refundId: string): Promise<void> {
  const known = await knownRefund.row(tx, { refundId });
  if (known) await lockPayment(tx, known.paymentId);
  const refund = await lockRefund(tx, refundId);
  if (!refund || refund.status === "DONE") return;
  if (refund.status === "FAILED") await nextTry.change(tx, { refundId });
  await settleRefund(tx, refundId, refund.status === "FAILED" ? refund.tries + 1 : refund.tries, { outcome: "done" });
}

const nextTry = statement((db, { refundId }: { refundId: string }) =>
  db
    .updateTable("refund")
    .set((of) => ({ status: "PENDING", tries: of("tries", "+", 1), failureCode: null }))
    .where("id", "=", refundId),
);

/** Retries a failed refund; any other is unchanged. Refusals: NotFound */
export async function retryRefund(tx: Tx, refundId: string): Promise<void> {
  const refund = await lockRefund(tx, refundId);
  if (!refund) throw new NotFound("refund");
  if (refund.status !== "FAILED") return;
  await nextTry.change(tx, { refundId });
  // The previous attempt's job may still be scheduled if a webhook reported the failure first.
  await unschedule(tx, JOBS.refund, refundId);
  await schedule(tx, "payments", JOBS.refund, refundId, { refundId });
  const { organizationId, amount, paymentId } = refund;
  await audit(tx, { organizationId, action: "retryRefund", subject: refundId, detail: { paymentId, amount } });
}

const knownRefund = statement((db, { refundId }: { refundId: string }) => refunds(db).where("r.id", "=", refundId));
const lockedRefund = statement((db, { refundId }: { refundId: string }) =>
  refunds(db).where("r.id", "=", refundId).forUpdate("r"),
);

function lockRefund(tx: Tx, refundId: string): Promise<Refund | undefined> {
  return lockedRefund.row(tx, { refundId });
}

/** Records the provider's outcome of an attempt. Outcomes of earlier attempts are ignored. */
export async function settleRefund(tx: Tx, refundId: string, attempt: number, outcome: RefundOutcome): Promise<void> {
  const known = await knownRefund.row(tx, { refundId });
  if (!known) return;
  const sourced = await lockSourced(tx, known);
  const refund = sourced && (await lockRefund(tx, refundId));
  if (!refund || refund.tries !== attempt) return;
  if (outcome.outcome === "done" && refund.status === "PENDING") await done(tx, sourced, refund);
  if (outcome.outcome === "failed" && refund.status !== "FAILED")
    await failed(tx, sourced, refund, outcome.failureCode);
}

const doneRefund = statement((db, { refundId }: { refundId: string }) =>
  db.updateTable("refund").set({ status: "DONE" }).where("id", "=", refundId),
);

const isCredit = ({ payment, source }: Sourced) => payment.id !== source.id;

async function done(tx: Tx, of: Sourced, { id: refundId, amount, tries }: Refund): Promise<void> {
  const { payment, source } = of;
  const { id: paymentId, orderId } = payment;
  await doneRefund.change(tx, { refundId });
  await makeRoom(tx, of, amount);
  await addRefunded(tx, paymentId, amount);
  await book(tx, tries === 1 ? refundId : randomUUID(), "REFUND", payment, amount);
  if (isCredit(of)) await noteAtSource(tx, source, "REFUND", amount);
  await publish(tx, PaymentRefunded, paymentId, { paymentId, orderId, refundId, amount, attempt: tries });
}

interface Failure {
  refundId: string;
  failureCode: string;
  isCovered: boolean;
}

const failedRefund = statement((db, { refundId, failureCode, isCovered }: Failure) =>
  db.updateTable("refund").set({ status: "FAILED", failureCode, isCovered }).where("id", "=", refundId),
);

async function failed(tx: Tx, of: Sourced, refund: Refund, failureCode: string): Promise<void> {
  const { payment, source } = of;
  const { id: refundId, amount, tries: attempt } = refund;
  const { id: paymentId, orderId } = payment;
  // The bank may have taken all of it before the refund was stored.
  const isCovered = refund.status === "PENDING" && payment.status === "REFUNDED";
  await failedRefund.change(tx, { refundId, failureCode, isCovered });
  if (refund.status === "DONE") {
    await addRefunded(tx, paymentId, -amount);
    await book(tx, randomUUID(), "REFUND_RETURNED", payment, amount);
    if (isCredit(of)) await noteAtSource(tx, source, "REFUND_RETURNED", amount);
  }
  await publish(tx, RefundFailed, paymentId, { paymentId, orderId, refundId, amount, attempt, failureCode });
}
