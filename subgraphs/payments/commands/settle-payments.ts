// Writes what the provider said of payments. The client's answer, the webhook and whoever takes over all come here; the first
// one changes the payment, and the others find it changed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { settleKeys } from "../../../platform/postgres/idempotency.ts";
import { scheduleMany } from "../../../platform/jobs/jobs.ts";
import { endWork } from "../../../platform/jobs/work.ts";
import { publishMany, type ToPublish } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  CaptureFailed,
  PaymentAuthorized,
  PaymentCaptured,
  PaymentFailed,
  PaymentVoided,
} from "../../../schema/messages/payments.ts";
import { selectPayments, type Payment } from "../entities/payment.ts";
import { PaymentDeclined } from "../errors.ts";
import type { Authorization } from "../providers/provider.ts";
import { bookAll } from "./book.ts";
import { JOBS, PAYMENT_WORK } from "../job-names.ts";

/** In the order of their ids. */
export async function lockPayments(tx: Tx, ids: string[]): Promise<Map<string, Payment>> {
  const found = await rows<Payment>(
    tx,
    sql`${selectPayments(sql`p.id = any(${ids}::uuid[])`)} order by p.id for update`,
  );
  return new Map(found.map((payment) => [payment.id, payment]));
}

export async function lockPayment(tx: Tx, paymentId: string): Promise<Payment | undefined> {
  return (await lockPayments(tx, [paymentId])).get(paymentId);
}

export interface Authorized {
  paymentId: string;
  authorization: Authorization;
  correlationId?: string | null | undefined;
}

/** What is pending at the provider too is not settled yet. */
type Settling = Authorized & { authorization: Exclude<Authorization, { outcome: "pending" }>; payment: Payment };

/** Answers with each payment as it is afterwards; undefined for one that is unknown. */
export async function settleAuthorizations(tx: Tx, all: Authorized[]): Promise<(Payment | undefined)[]> {
  const payments = await lockPayments(
    tx,
    all.map(({ paymentId }) => paymentId),
  );
  const settling: Settling[] = [];
  const pending = new Map<string, Payment>();
  const late: string[] = [];
  for (const { paymentId, authorization, correlationId } of all) {
    const payment = payments.get(paymentId);
    if (!payment) continue;
    if (payment.status !== "PENDING") {
      // Given up by us, and authorized all the same: nobody waits for that money any more.
      if (payment.status === "FAILED" && authorization.outcome === "authorized") late.push(authorization.reference);
    } else if (authorization.outcome === "pending") {
      const { reference: providerReference, nextAction } = authorization;
      // It has not said anything: what it has said before stays.
      if (providerReference === null) continue;
      const noted = { ...payment, providerReference, nextAction };
      pending.set(paymentId, noted);
      payments.set(paymentId, noted);
    } else {
      settling.push({ paymentId, authorization, correlationId, payment });
      payments.set(paymentId, { ...payment, ...outcomeOf(authorization) });
    }
  }
  await notePending(tx, [...pending.values()]);
  await writeSettled(tx, settling);
  await voidPayment(tx, late);
  return all.map(({ paymentId }) => payments.get(paymentId));
}

function outcomeOf(authorization: Settling["authorization"]) {
  const { reference: providerReference, outcome } = authorization;
  return outcome === "authorized"
    ? { status: "AUTHORIZED" as const, failureCode: null, providerReference, nextAction: null }
    : { status: "FAILED" as const, failureCode: authorization.failureCode, providerReference, nextAction: null };
}

async function notePending(tx: Tx, noted: Payment[]): Promise<void> {
  if (noted.length === 0) return;
  const of = <Value>(value: (payment: Payment) => Value) => noted.map(value);
  await rows(
    tx,
    sql`update payment p set provider_reference = n.reference, next_action = n.next_action::jsonb
        from unnest(${of(({ id }) => id)}::uuid[], ${of(({ providerReference }) => providerReference)}::text[],
                    ${of(({ nextAction }) => (nextAction === null ? null : JSON.stringify(nextAction)))}::text[]) as n(id, reference, next_action)
        where p.id = n.id`,
  );
}

async function writeSettled(tx: Tx, settling: Settling[]): Promise<void> {
  if (settling.length === 0) return;
  const of = <Value>(value: (one: Settling) => Value) => settling.map(value);
  await rows(
    tx,
    sql`update payment p set status = s.status, next_action = null, failure_code = s.failure_code, provider_reference = s.reference
        from unnest(${of(({ paymentId }) => paymentId)}::uuid[], ${of(({ authorization }) => outcomeOf(authorization).status)}::text[],
                    ${of(({ authorization }) => outcomeOf(authorization).failureCode)}::text[], ${of(({ authorization }) => authorization.reference)}::text[])
             as s(id, status, failure_code, reference)
        where p.id = s.id`,
  );
  await publishMany(
    tx,
    PaymentAuthorized,
    settling.flatMap(({ paymentId, payment, authorization, correlationId }) => {
      if (authorization.outcome !== "authorized") return [];
      const { orderId, amount, currency, network } = payment;
      const { card } = authorization;
      const body = { paymentId, orderId, amount, currency, card, network: network ?? undefined };
      return [{ key: paymentId, correlationId, body }];
    }),
  );
  await publishMany(
    tx,
    PaymentFailed,
    settling.flatMap(({ paymentId, payment, authorization, correlationId }) => {
      if (authorization.outcome !== "declined") return [];
      const { orderId, buyerId, network } = payment;
      const { failureCode, card } = authorization;
      const cardFingerprint = card?.fingerprint;
      const body = { paymentId, orderId, failureCode, buyerId, cardFingerprint, network: network ?? undefined };
      return [{ key: paymentId, correlationId, body }];
    }),
  );
  // What the request that began the payment is answered with from now on.
  await settleKeys(
    tx,
    settling.flatMap(({ paymentId, payment: { buyerId, paidByKey }, authorization }) => {
      if (paidByKey === null) return [];
      const outcome =
        authorization.outcome === "declined"
          ? { refusal: new PaymentDeclined(paymentId, authorization.failureCode) }
          : { resourceId: paymentId };
      return [{ request: { userId: buyerId, mutation: "payOrder", key: paidByKey }, outcome }];
    }),
  );
  await endWork(
    tx,
    PAYMENT_WORK,
    of(({ paymentId }) => paymentId),
  );
}

async function voidPayment(tx: Tx, references: string[]): Promise<void> {
  await scheduleMany(
    tx,
    "payments",
    JOBS.voidPayment,
    references.map((reference) => ({ key: reference, body: { reference } })),
  );
}

export interface OfPayment {
  paymentId: string;
  correlationId?: string | null | undefined;
}

/** What is authorized is captured now, and the others were. */
const CAPTURED = ["AUTHORIZED", "SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED"];

/** The money is ours: once, in the books too. Who asks again what has become of it is told again. */
export async function settleCaptures(tx: Tx, all: OfPayment[]): Promise<void> {
  const payments = await lockPayments(
    tx,
    all.map(({ paymentId }) => paymentId),
  );
  const known = all.flatMap(({ paymentId, correlationId }) => {
    const payment = payments.get(paymentId);
    return payment ? [{ payment, correlationId }] : [];
  });
  const fresh = [...payments.values()].filter(({ status }) => status === "AUTHORIZED");
  if (fresh.length > 0) {
    await rows(tx, sql`update payment set status = 'SUCCEEDED' where id = any(${fresh.map(({ id }) => id)}::uuid[])`);
    await bookAll(
      tx,
      fresh.map((payment) => ({ groupId: payment.id, what: "CAPTURE", payment, amount: payment.amount })),
    );
  }
  await publishMany(
    tx,
    PaymentCaptured,
    known
      .filter(({ payment }) => CAPTURED.includes(payment.status))
      .map(({ payment: { id: paymentId, orderId, amount }, correlationId }) => ({
        key: paymentId,
        correlationId,
        body: { paymentId, orderId, amount },
      })),
  );
  await publishMany(
    tx,
    CaptureFailed,
    known
      .filter(({ payment }) => payment.status === "CANCELLED")
      .map(({ payment, correlationId }) => captureFailed(payment, payment.failureCode ?? "cancelled", correlationId)),
  );
}

function captureFailed(
  { id: paymentId, orderId }: Pick<Payment, "id" | "orderId">,
  failureCode: string,
  correlationId: string | null | undefined,
): ToPublish<{ paymentId: string; orderId: string; failureCode: string }> {
  return { key: paymentId, correlationId, body: { paymentId, orderId, failureCode } };
}

export async function failCaptures(tx: Tx, all: (OfPayment & { failureCode: string })[]): Promise<void> {
  const changed = await cancel(tx, all);
  const ended = new Map(changed.map((payment) => [payment.id, payment]));
  await publishMany(
    tx,
    CaptureFailed,
    all.flatMap(({ paymentId, failureCode, correlationId }) => {
      const payment = ended.get(paymentId);
      return payment ? [captureFailed(payment, failureCode, correlationId)] : [];
    }),
  );
}

export async function settleVoids(tx: Tx, all: OfPayment[]): Promise<void> {
  const changed = await cancel(tx, all);
  const correlationIds = new Map(all.map(({ paymentId, correlationId }) => [paymentId, correlationId]));
  await publishMany(
    tx,
    PaymentVoided,
    changed.map(({ id: paymentId, orderId }) => ({
      key: paymentId,
      correlationId: correlationIds.get(paymentId),
      body: { paymentId, orderId },
    })),
  );
}

/** Those that were set aside and are not any more. */
function cancel(
  tx: Tx,
  all: { paymentId: string; failureCode?: string }[],
): Promise<Pick<Payment, "id" | "orderId">[]> {
  if (all.length === 0) return Promise.resolve([]);
  return rows(
    tx,
    sql`update payment p set status = 'CANCELLED', failure_code = coalesce(c.failure_code, p.failure_code)
        from unnest(${all.map(({ paymentId }) => paymentId)}::uuid[], ${all.map(({ failureCode }) => failureCode ?? null)}::text[]) as c(id, failure_code)
        where p.id = c.id and p.status = 'AUTHORIZED' returning p.id, p.order_id`,
  );
}
