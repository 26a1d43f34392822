// Records the provider's outcomes. Requests, webhooks and workers all end here: the first one changes the payment, and the others
// find it changed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { settleKeys } from "../../../platform/postgres/idempotency.ts";
import { scheduleMany } from "../../../platform/jobs/jobs.ts";
import { endWork } from "../../../platform/jobs/work.ts";
import { publishMany, type ToPublish } from "../../../platform/messaging/outbox.ts";
import { unnested } from "../../../platform/postgres/statements.ts";
import {
  CaptureFailed,
  PaymentAuthorized,
  PaymentCaptured,
  PaymentFailed,
  PaymentVoided,
} from "../../../schema/messages/payments.ts";
import type { Payment } from "../entities/payment.ts";
import { payments as knownPayments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import { PaymentDeclined } from "../errors.ts";
import type { Authorization } from "../providers/provider.ts";
import { bookAll } from "./book.ts";
import { JOBS, PAYMENT_WORK } from "../job-names.ts";

const lockedPayments = statement((db, { ids }: { ids: string[] }) =>
  knownPayments(db)
    .where((of) => of("p.id", "=", of.fn.any(of.val(ids))))
    .orderBy("p.id")
    .forUpdate(),
);

/** Locks in the order of IDs, so that concurrent transactions can't deadlock. */
export async function lockPayments(tx: Tx, ids: string[]): Promise<Map<string, Payment>> {
  const found = await lockedPayments.rows(tx, { ids });
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

/** A decided authorization of a pending payment. */
type Settling = Authorized & { authorization: Exclude<Authorization, { outcome: "pending" }>; payment: Payment };

/** Returns the payments after the change; undefined for unknown ones. */
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
      // A failed payment was authorized after all: void the authorization.
      if (payment.status === "FAILED" && authorization.outcome === "authorized") late.push(authorization.reference);
    } else if (authorization.outcome === "pending") {
      const { reference: providerReference, nextAction } = authorization;
      // Without a reference the provider has not answered: keep the stored state.
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

interface PendingPayments {
  ids: string[];
  references: (string | null)[];
  /** As JSON. */
  actions: (string | null)[];
}

const pendingPayments = statement((db, of: PendingPayments, building) =>
  db
    .updateTable("payment")
    .from(
      unnested(building, "noted", {
        id: ["uuid", of.ids],
        reference: ["text", of.references],
        action: ["jsonb", of.actions as unknown[] as Payment["nextAction"][]],
      }),
    )
    .set((to) => ({ providerReference: to.ref("noted.reference"), nextAction: to.ref("noted.action") }))
    .whereRef("payment.id", "=", "noted.id"),
);

async function notePending(tx: Tx, noted: Payment[]): Promise<void> {
  if (noted.length === 0) return;
  const of = <Value>(value: (payment: Payment) => Value) => noted.map(value);
  await pendingPayments.change(tx, {
    ids: of(({ id }) => id),
    references: of(({ providerReference }) => providerReference),
    actions: of(({ nextAction }) => nextAction && JSON.stringify(nextAction)),
  });
}

interface SettledPayments {
  ids: string[];
  statuses: ReturnType<typeof outcomeOf>["status"][];
  codes: (string | null)[];
  references: (string | null)[];
}

const settledPayments = statement((db, of: SettledPayments, building) =>
  db
    .updateTable("payment")
    .from(
      unnested(building, "settled", {
        id: ["uuid", of.ids],
        status: ["text", of.statuses],
        code: ["text", of.codes],
        reference: ["text", of.references],
      }),
    )
    .set((to) => ({
      status: to.ref("settled.status"),
      nextAction: null,
      failureCode: to.ref("settled.code"),
      providerReference: to.ref("settled.reference"),
    }))
    .whereRef("payment.id", "=", "settled.id"),
);

async function writeSettled(tx: Tx, settling: Settling[]): Promise<void> {
  if (settling.length === 0) return;
  const of = <Value>(value: (one: Settling) => Value) => settling.map(value);
  await settledPayments.change(tx, {
    ids: of(({ paymentId }) => paymentId),
    statuses: of(({ authorization }) => outcomeOf(authorization).status),
    codes: of(({ authorization }) => outcomeOf(authorization).failureCode),
    references: of(({ authorization }) => authorization.reference),
  });
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
  // Results for repeats of the requests that began the payments.
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

/** AUTHORIZED payments are captured in this transaction; the others were captured before. */
const CAPTURED = ["AUTHORIZED", "SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED"];

const capturedPayments = statement((db, { ids }: { ids: string[] }) =>
  db
    .updateTable("payment")
    .set({ status: "SUCCEEDED" })
    .where((of) => of("id", "=", of.fn.any(of.val(ids)))),
);

/** Records and books captures, each once. Repeated calls publish the outcome again. */
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
    await capturedPayments.change(tx, { ids: fresh.map(({ id }) => id) });
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

const cancelledPayments = statement((db, of: { ids: string[]; codes: (string | null)[] }, building) =>
  db
    .updateTable("payment")
    .from(unnested(building, "cancelled", { id: ["uuid", of.ids], code: ["text", of.codes] }))
    .set((to) => ({ status: "CANCELLED", failureCode: to.fn.coalesce("cancelled.code", "payment.failureCode") }))
    .whereRef("payment.id", "=", "cancelled.id")
    .where("payment.status", "=", "AUTHORIZED")
    .returning(["payment.id", "payment.orderId"]),
);

/** Cancels authorized payments and returns them; others are unchanged. */
function cancel(
  tx: Tx,
  all: { paymentId: string; failureCode?: string }[],
): Promise<Pick<Payment, "id" | "orderId">[]> {
  if (all.length === 0) return Promise.resolve([]);
  return cancelledPayments.rows(tx, {
    ids: all.map(({ paymentId }) => paymentId),
    codes: all.map(({ failureCode }) => failureCode ?? null),
  });
}
