import type { Tx } from "../../../platform/postgres/database.ts";
import type { Payment } from "../entities/payment.ts";
import { payments as knownPayments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";

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
