// Calls from payments and risk. Payments begin by SQL: one statement for a batch, instead of a round trip for each.
import { findMerged } from "../../../platform/accounts/merged-accounts.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { isGuest } from "../../../domain/guests.ts";
import { amountDue, selectOrders, type Order } from "../entities/order.ts";
import { statement } from "../entities/tables.ts";
import { advanceOrder } from "./advance-orders.ts";
import { lockOrder, type SagaContext } from "./order-rows.ts";

/** Duration of a payment lease. No other payment of the order may begin meanwhile, unless the first one is known to have failed. */
export const PAYMENT_LEASE_SECONDS = 90;

export interface PaymentPermission {
  refusal: "NOT_FOUND" | "NOT_PAYABLE" | null;
  amount?: number;
  currency?: string;
  organizationId?: string;
  eventId?: string;
}

export interface PaymentToBegin {
  orderId: string;
  paymentId: string;
  buyerId: string;
  /** IDs of the order's failed payments: their leases no longer count. */
  ended: readonly string[];
}

/**
 * Grants payments and takes the leases on their orders. Of two concurrent payments of an order one is granted.
 * Idempotent: a repeated request is granted again, even if its order has advanced since.
 */
export async function beginPayments(tx: Tx, payments: PaymentToBegin[]): Promise<PaymentPermission[]> {
  const ids = [...new Set(payments.map(({ orderId }) => orderId))];
  const found = await rows<Order & { isPayable: boolean; hasLease: boolean }>(
    tx,
    sql`select o.*, o.status = 'AWAITING_PAYMENT' and o.expires_at > app_now() as is_payable,
               o.payment_id is not null and o.payment_lease_until > app_now() as has_lease
        from (${selectOrders(sql`o.id = any(${ids}::uuid[])`)}) o order by o.id for update of o`,
  );
  const merged = await findMerged(tx, payments.map(({ buyerId }) => buyerId).filter(isGuest));
  const orders = new Map(found.map((order) => [order.id, order]));
  /** The last payment that got the lease, by order. */
  const leased = new Map<string, string>();
  const permissions = payments.map((payment): PaymentPermission => {
    const order = orders.get(payment.orderId);
    const isOwn = order && [payment.buyerId, merged.get(payment.buyerId)].includes(order.buyerId);
    if (!isOwn) return { refusal: "NOT_FOUND" };
    const { currency, organizationId, eventId } = order;
    const granted: PaymentPermission = { refusal: null, amount: amountDue(order), currency, organizationId, eventId };
    if (order.paymentId === payment.paymentId) return granted;
    const isTaken = order.hasLease && !payment.ended.includes(order.paymentId!);
    if (!order.isPayable || isTaken) return { refusal: "NOT_PAYABLE" };
    leased.set(order.id, payment.paymentId);
    orders.set(order.id, { ...order, paymentId: payment.paymentId, hasLease: true });
    return granted;
  });
  if (leased.size > 0)
    await rows(
      tx,
      sql`update purchase p set payment_id = l.payment_id, payment_lease_until = app_now() + ${`${PAYMENT_LEASE_SECONDS} s`}::interval
          from unnest(${[...leased.keys()]}::uuid[], ${[...leased.values()]}::uuid[]) as l(order_id, payment_id)
          where p.id = l.order_id`,
    );
  return permissions;
}

interface Decision {
  orderId: string;
  assessmentId: string;
  allow: boolean;
}

const decisionBefore = statement((db, { orderId, assessmentId, allow }: Decision) =>
  db
    .selectFrom("purchase")
    .select((of) => of.and([of("reviewAssessmentId", "=", assessmentId), of("reviewAllowed", "=", allow)]).as("isSame"))
    .where("id", "=", orderId)
    .where("reviewAssessmentId", "is not", null),
);

const noteDecision = statement((db, { orderId, assessmentId, allow }: Decision) =>
  db.updateTable("purchase").set({ reviewAssessmentId: assessmentId, reviewAllowed: allow }).where("id", "=", orderId),
);

/** Applies a reviewer's decision if the order waits for it. Idempotent: the same decision returns true again. */
export async function decideOrder(
  tx: Tx,
  saga: SagaContext,
  decision: Decision & { note: string | null },
): Promise<boolean> {
  const { orderId, assessmentId, allow, note } = decision;
  await lockOrder(tx, orderId);
  const before = await decisionBefore.row(tx, { orderId, assessmentId, allow });
  if (before) return Boolean(before.isSame);
  if (!(await advanceOrder(tx, saga, orderId, { type: "ReviewDecided", allow, note }))) return false;
  await noteDecision.change(tx, { orderId, assessmentId, allow });
  return true;
}
