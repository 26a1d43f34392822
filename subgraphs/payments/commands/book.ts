// Double entry: each movement debits one account and credits another, in the transaction that changes the payment.
// The database rejects groups that do not balance, and a second group for the same movement.
import type { Tx } from "../../../platform/postgres/database.ts";
import { unnested } from "../../../platform/postgres/statements.ts";
import {
  CLEARING,
  DIRECTIONS,
  exchangedAt,
  payableTo,
  soldAtCounter,
  takenBy,
  type Movement,
} from "../entities/accounts.ts";
import type { Payment } from "../entities/payment.ts";
import { statement } from "../entities/tables.ts";

export interface Booking {
  /** ID of the movement: the payment's for a capture, the refund's for its first attempt, the dispute's for a chargeback, else random. */
  groupId: string;
  what: Movement;
  payment: Payment;
  amount: number;
  /** Money of a credit leaves or returns to this payment at the provider. */
  isOfCredit?: true;
}

interface Entries {
  groupIds: string[];
  accounts: string[];
  amounts: number[];
  currencies: string[];
  orderIds: string[];
  paymentIds: string[];
  what: Movement[];
}

const bookedEntries = statement((db, of: Entries, building) =>
  db
    .insertInto("ledger_entry")
    .columns(["groupId", "account", "amount", "currency", "orderId", "paymentId", "what"])
    .expression(
      db
        .selectFrom(
          unnested(building, "entry", {
            group: ["uuid", of.groupIds],
            account: ["text", of.accounts],
            amount: ["int", of.amounts],
            currency: ["text", of.currencies],
            order: ["uuid", of.orderIds],
            payment: ["uuid", of.paymentIds],
            what: ["text", of.what],
          }),
        )
        .select([
          "entry.group",
          "entry.account",
          "entry.amount",
          "entry.currency",
          "entry.order",
          "entry.payment",
          "entry.what",
        ]),
    ),
);

export async function book(tx: Tx, groupId: string, what: Movement, payment: Payment, amount: number): Promise<void> {
  await bookAll(tx, [{ groupId, what, payment, amount }]);
}

/** Debited and credited account of what increases the payment. */
function accountsOf({ what, payment, isOfCredit }: Booking): [string, string] {
  const { tender, organizationId, creditedFrom } = payment;
  // The provider has the money of a credit in another payment.
  if (isOfCredit) return [CLEARING, exchangedAt(organizationId)];
  if (tender !== null) return [takenBy(tender, organizationId), soldAtCounter(organizationId)];
  const isInternal = creditedFrom !== null || what === "CREDIT_GIVEN" || what === "CREDIT_TAKEN";
  return [isInternal ? exchangedAt(organizationId) : CLEARING, payableTo(organizationId)];
}

export async function bookAll(tx: Tx, bookings: Booking[]): Promise<void> {
  const entries = bookings.flatMap((booking) => {
    const { groupId, what, payment, amount } = booking;
    const debit = DIRECTIONS[what] * amount;
    const [debited, credited] = accountsOf(booking);
    return [
      { groupId, what, payment, account: debited, amount: debit },
      { groupId, what, payment, account: credited, amount: -debit },
    ];
  });
  const of = <Value>(value: (entry: (typeof entries)[number]) => Value) => entries.map(value);
  await bookedEntries.change(tx, {
    groupIds: of(({ groupId }) => groupId),
    accounts: of(({ account }) => account),
    amounts: of(({ amount }) => amount),
    currencies: of(({ payment }) => payment.currency),
    orderIds: of(({ payment }) => payment.orderId),
    paymentIds: of(({ payment }) => payment.id),
    what: of(({ what }) => what),
  });
}
