// Credits: what exchanged tickets are worth is a payment of the new order. The money stays where it is, in the payment at the provider that first
// captured it, and refunds of the credit are refunds of that payment.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Movement } from "../entities/accounts.ts";
import type { Payment } from "../entities/payment.ts";
import { bookAll } from "./book.ts";
import { lockPayment } from "./lock-payments.ts";

/** A payment, and the one at the provider that has its money: of a credit another one, else the same. */
export interface Sourced {
  payment: Payment;
  source: Payment;
}

/** Locks the source first, and so in one sequence for all payments that share its money. */
export async function lockSourced(
  tx: Tx,
  { paymentId, creditedFrom }: { paymentId: string; creditedFrom: string | null },
): Promise<Sourced | undefined> {
  const source = await lockPayment(tx, creditedFrom ?? paymentId);
  const payment = creditedFrom === null ? source : await lockPayment(tx, paymentId);
  return payment && source && { payment, source };
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

/** Credits that have their money from the payment, oldest first. The caller has locked the payment. */
export function creditsFrom(tx: Tx, paymentId: string): Promise<Payment[]> {
  return rows<Payment>(
    tx,
    sql`select * from payment where credited_from = ${paymentId} and amount > 0 order by created_at, id for update`,
  );
}
