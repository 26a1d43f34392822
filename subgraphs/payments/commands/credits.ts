// Credits: what exchanged tickets are worth is a payment of the new order. The money stays where it is, in the payment at the provider that first
// captured it, and refunds of the credit are refunds of that payment.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { Movement } from "../entities/accounts.ts";
import type { Payment } from "../entities/payment.ts";
import { bookAll } from "./book.ts";
import { lockPayments } from "./lock-payments.ts";
import { addRefunded } from "./refunded.ts";

interface MovedCredit {
  creditId: string;
  orderId: string;
  fromPaymentId: string;
  buyerId: string;
  organizationId: string;
  eventId: string;
  amount: number;
  currency: string;
}

/** Stores and books a credit, once. @throws Error if the payment that it comes from is a credit that is not stored yet: the message is retried */
export async function moveCredit(tx: Tx, moved: MovedCredit): Promise<void> {
  const { creditId, orderId, fromPaymentId, buyerId, organizationId, eventId, amount, currency } = moved;
  const from = (await lockPayments(tx, [fromPaymentId])).get(fromPaymentId);
  if (!from) throw new Error(`Payment ${fromPaymentId} of a credit is not stored yet.`);
  const credit = await row<Payment>(
    tx,
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, credited_from, amount, currency, organization_id, event_id, created_at)
        values (${creditId}, ${orderId}, ${buyerId}, 'SUCCEEDED', 'exchange', ${from.creditedFrom ?? from.id}, ${amount}, ${currency}, ${organizationId}, ${eventId},
          date_trunc('milliseconds', now()))
        on conflict (id) do nothing returning *`,
  );
  if (!credit || amount === 0) return;
  await addRefunded(tx, from.id, amount);
  await rows(tx, sql`update payment set credited = credited + ${amount}::int where id = ${from.id}`);
  await bookAll(tx, [
    { groupId: randomUUID(), what: "CREDIT_GIVEN", payment: from, amount },
    { groupId: creditId, what: "CREDIT_TAKEN", payment: credit, amount },
  ]);
  reach("credit stored, not committed");
}

/**
 * The money of a credit leaves the payment that has it, or comes back: `amount` is then negative for the columns. Both are locked.
 */
export async function noteAtSource(
  tx: Tx,
  source: Payment,
  what: Extract<Movement, "REFUND" | "REFUND_RETURNED" | "CHARGEBACK">,
  amount: number,
): Promise<void> {
  const change = what === "REFUND_RETURNED" ? -amount : amount;
  await rows(tx, sql`update payment set credit_refunded = credit_refunded + ${change}::int where id = ${source.id}`);
  await bookAll(tx, [{ groupId: randomUUID(), what, payment: source, amount, isOfCredit: true }]);
}

/** Locked, in the order of their IDs. Those that a dispute can still concern: what was moved on is another credit. */
export function creditsFrom(tx: Tx, paymentId: string): Promise<Payment[]> {
  return rows<Payment>(tx, sql`select * from payment where credited_from = ${paymentId} order by id for update`);
}
