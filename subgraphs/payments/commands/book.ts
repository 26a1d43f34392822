// Double entry: what the provider owes us and what we owe the organization move together, in the transaction that
// changes the payment. The database refuses a group that does not balance, and a second group for the same movement.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { CLEARING, DIRECTIONS, payableTo, type Movement } from "../entities/accounts.ts";
import type { Payment } from "../entities/payment.ts";

export interface Booking {
  /** Names the movement: the payment's id for its capture, the refund's or the dispute's for what goes back. */
  groupId: string;
  what: Movement;
  payment: Payment;
  amount: number;
}

export async function book(tx: Tx, groupId: string, what: Movement, payment: Payment, amount: number): Promise<void> {
  await bookAll(tx, [{ groupId, what, payment, amount }]);
}

export async function bookAll(tx: Tx, bookings: Booking[]): Promise<void> {
  const entries = bookings.flatMap(({ groupId, what, payment, amount }) => {
    const debit = DIRECTIONS[what] * amount;
    return [
      { groupId, what, payment, account: CLEARING, amount: debit },
      { groupId, what, payment, account: payableTo(payment.organizationId), amount: -debit },
    ];
  });
  const of = <Value>(value: (entry: (typeof entries)[number]) => Value) => entries.map(value);
  await rows(
    tx,
    sql`insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what)
        select * from unnest(${of(({ groupId }) => groupId)}::uuid[], ${of(({ account }) => account)}::text[], ${of(({ amount }) => amount)}::int[],
          ${of(({ payment }) => payment.currency)}::text[], ${of(({ payment }) => payment.orderId)}::uuid[], ${of(({ payment }) => payment.id)}::uuid[], ${of(({ what }) => what)}::text[])`,
  );
}
