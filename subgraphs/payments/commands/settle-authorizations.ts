// Records the provider's authorizations. Requests, webhooks and workers all end here: the first one changes the payment, and the others
// find it changed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { settleKeys } from "../../../platform/postgres/idempotency.ts";
import { scheduleMany } from "../../../platform/jobs/jobs.ts";
import { endWork } from "../../../platform/jobs/work.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { unnested } from "../../../platform/postgres/statements.ts";
import { PaymentAuthorized, PaymentFailed } from "../../../schema/messages/payments.ts";
import type { Payment } from "../entities/payment.ts";
import { statement } from "../entities/tables.ts";
import { PaymentDeclined } from "../errors.ts";
import type { Authorization } from "../providers/provider.ts";
import { lockPayments } from "./lock-payments.ts";
import { JOBS, PAYMENT_WORK } from "../job-names.ts";

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
