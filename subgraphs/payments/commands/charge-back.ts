// Chargebacks of payments whose money pays for several orders. The bank takes it from the payment at the provider, and so first from the order of
// that payment, then from the credits. What has left a payment since is taken from where it is now, so that nothing is given back twice.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { Payment } from "../entities/payment.ts";
import { book } from "./book.ts";
import { creditsFrom, noteAtSource, type Sourced } from "./credits.ts";
import { addRefunded } from "./refunded.ts";

/** What the payment still has. */
export const leftOf = ({ amount, refunded }: Pick<Payment, "amount" | "refunded">) => amount - refunded;

/** Books what the bank took. A negative amount takes it back, because another payment bears it. Both payments are locked. */
export async function chargeBack(
  tx: Tx,
  { payment, source }: Sourced,
  amount: number,
  groupId: string = randomUUID(),
): Promise<void> {
  await addRefunded(tx, payment.id, amount);
  await book(tx, groupId, "CHARGEBACK", payment, amount);
  if (payment.id !== source.id) await noteAtSource(tx, source, "CHARGEBACK", amount);
}

/** The ledger says what the bank took of the payment. */
async function chargedBack(tx: Tx, { id, orderId }: Payment): Promise<number> {
  const taken = await row<{ sum: number }>(
    tx,
    sql`select coalesce(sum(amount), 0)::int as sum from ledger_entry
        where order_id = ${orderId} and payment_id = ${id} and what = 'CHARGEBACK' and account like 'organization:%'`,
  );
  return taken!.sum;
}

/**
 * Frees an amount that is to leave the payment, if the bank has taken it: what is lacking has to be borne by another payment.
 * @returns what is lacking; the caller charges it back there
 */
export async function freeUp(tx: Tx, of: Sourced, amount: number): Promise<number> {
  const lacking = Math.max(0, amount - leftOf(of.payment));
  if (lacking === 0) return 0;
  const { id } = of.payment;
  if ((await chargedBack(tx, of.payment)) < lacking)
    throw new Error(`Payment ${id} has ${leftOf(of.payment)} left, and ${amount} is to leave it.`);
  await chargeBack(tx, of, -lacking);
  return lacking;
}

/** Before a refund of the payment is booked: other payments with the same money bear what the bank took of this one. */
export async function makeRoom(tx: Tx, of: Sourced, amount: number): Promise<void> {
  if (amount <= leftOf(of.payment)) return;
  const { source } = of;
  let lacking = await freeUp(tx, of, amount);
  for (const other of [source, ...(await creditsFrom(tx, source.id))]) {
    const part = other.id === of.payment.id ? 0 : Math.min(lacking, leftOf(other));
    if (part > 0) await chargeBack(tx, { payment: other, source }, part);
    lacking -= part;
  }
  if (lacking > 0) throw new Error(`Payment ${source.id} has ${lacking} less than is to be refunded.`);
}
