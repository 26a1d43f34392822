// What payments and risk ask of an order, now.
import type { Tx } from "../../../platform/database.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { advanceOrder, lockOrder, type Saga } from "./advance-order.ts";

/** For so long no other payment may begin, unless this one is known to have failed. */
export const PAYMENT_LEASE_SECONDS = 90;

export interface PaymentPermission {
  refusal: "NOT_FOUND" | "NOT_PAYABLE" | null;
  amount?: number;
  currency?: string;
  organizationId?: string;
  eventId?: string;
}

/** Whether and for how much an order may be paid, and the lease on paying it. Of two payments at once one gets it. */
export async function beginPayment(
  tx: Tx,
  orderId: string,
  paymentId: string,
  buyerId: string,
  ended: string[],
): Promise<PaymentPermission> {
  const order = await lockOrder(tx, orderId);
  if (!order || order.buyerId !== buyerId) return { refusal: "NOT_FOUND" };
  const { total: amount, currency, organizationId, eventId } = order;
  const granted: PaymentPermission = { refusal: null, amount, currency, organizationId, eventId };
  // Asked again by a repeat of the same request, which may come when the order has moved on with this very payment.
  if (order.paymentId === paymentId) return granted;
  const lease = await row<{ taken: boolean; runOut: boolean }>(
    tx,
    sql`select payment_id is not null and payment_id <> ${paymentId}::uuid and payment_lease_until > app_now() and payment_id <> all(${ended}::uuid[]) as taken,
               expires_at <= app_now() as run_out
        from purchase where id = ${orderId}`,
  );
  if (order.status !== "AWAITING_PAYMENT" || !lease || lease.taken || lease.runOut) return { refusal: "NOT_PAYABLE" };
  await rows(
    tx,
    sql`update purchase set payment_id = ${paymentId}, payment_lease_until = app_now() + ${`${PAYMENT_LEASE_SECONDS} s`}::interval where id = ${orderId}`,
  );
  return granted;
}

/** Lets a person's decision through, if the order still waits for it; the same decision again is said as if done now. */
export async function decideOrder(
  tx: Tx,
  saga: Saga,
  decision: { orderId: string; assessmentId: string; allow: boolean; note: string | null },
): Promise<boolean> {
  const { orderId, assessmentId, allow, note } = decision;
  await lockOrder(tx, orderId);
  const before = await row<{ same: boolean }>(
    tx,
    sql`select review_assessment_id = ${assessmentId}::uuid and review_allowed = ${allow} as same from purchase where id = ${orderId} and review_assessment_id is not null`,
  );
  if (before) return before.same;
  if (!(await advanceOrder(tx, saga, orderId, { type: "ReviewDecided", allow, note }))) return false;
  await rows(
    tx,
    sql`update purchase set review_assessment_id = ${assessmentId}, review_allowed = ${allow} where id = ${orderId}`,
  );
  return true;
}
