// Records captures and voids, each once. Repeated calls publish the outcome again.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publishMany, type ToPublish } from "../../../platform/messaging/outbox.ts";
import { unnested } from "../../../platform/postgres/statements.ts";
import { CaptureFailed, PaymentCaptured, PaymentVoided } from "../../../schema/messages/payments.ts";
import type { Payment } from "../entities/payment.ts";
import { statement } from "../entities/tables.ts";
import { bookAll } from "./book.ts";
import { lockPayments } from "./lock-payments.ts";

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
