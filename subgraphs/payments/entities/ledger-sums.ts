// Sums of an account of the ledger, from the totals of months and days that a trigger maintains.
import type { Building, Expression } from "../../../platform/postgres/statements.ts";
import type { Movement, Settlement } from "./accounts.ts";
import { statement, type Db } from "./tables.ts";

/**
 * Sums booked to an account before a moment. Adds totals of months and days until the first midnight (UTC) at or after the moment,
 * and subtracts the entries in between. A statement until now has no such entries.
 */
export function bookedBefore(db: Db, { sql }: Building, account: string, moment: Expression<Date>) {
  const midnight = sql<Date>`date_trunc('day', ${moment} + interval '1 day' - interval '1 microsecond', 'UTC')`;
  const month = sql<Date>`date_trunc('month', ${midnight}, 'UTC')`;
  const totals = (period: "month" | "day") =>
    db.selectFrom("ledger_total").where("account", "=", account).where("period", "=", sql.lit(period));
  const columns = ["currency", "what", "amount", "entries"] as const;
  return totals("month")
    .select(columns)
    .where("starts", "<", month)
    .unionAll(totals("day").select(columns).where("starts", ">=", month).where("starts", "<", midnight))
    .unionAll(
      db
        .selectFrom("ledger_entry as e")
        .select((of) => ["e.currency", "e.what", of.neg(of.ref("e.amount")).as("amount"), sql.lit(-1).as("entries")])
        .where("e.account", "=", account)
        .where((of) => of("e.currency", "=", sql<string>`any(array(${totals("month").select("currency").distinct()}))`))
        .where("e.bookedAt", ">=", moment)
        .where("e.bookedAt", "<", midnight),
    );
}

const PAYOUTS: Settlement[] = ["PAYOUT", "PAYOUT_RETURNED"];

/** Sums of an account for a period, one row for each currency. Money owed to the account is positive. */
export const sums = statement((db, given: { account: string; opens: Date; to: Date }, building) => {
  const { sql } = building;
  const before = (moment: Date, isOpening: boolean) =>
    db
      .selectFrom(bookedBefore(db, building, given.account, sql<Date>`${moment}::timestamptz`).as("before"))
      .select(sql.lit(isOpening).as("opens"))
      .selectAll();
  return db
    .selectFrom(before(given.opens, true).unionAll(before(given.to, false)).as("booked"))
    .select((of) => {
      const owed = of.neg(of.ref("booked.amount"));
      const isOpening = of.ref("booked.opens");
      const total = (amount: typeof owed, which: Expression<boolean | 0 | 1>) =>
        of.cast<number>(of.fn.coalesce(of.fn.sum<number>(amount).filterWhere(which), sql.lit(0)), "bigint");
      const within = (what: (Movement | Settlement)[]) =>
        total(of.case().when(isOpening).then(of.ref("booked.amount")).else(owed).end(), of("booked.what", "in", what));
      return [
        "booked.currency",
        total(owed, isOpening).as("opening"),
        total(owed, of.not(isOpening)).as("closing"),
        within(["CAPTURE"]).as("captured"),
        within(["REFUND", "REFUND_RETURNED"]).as("refunded"),
        within(["CHARGEBACK"]).as("chargedBack"),
        within(["CREDIT_GIVEN", "CREDIT_TAKEN"]).as("credited"),
        within(PAYOUTS).as("paidOut"),
      ];
    })
    .groupBy("booked.currency")
    .having((of) => of(of.fn.sum("booked.entries").filterWhere(of.not(of.ref("booked.opens"))), ">", sql.lit(0)))
    .orderBy("booked.currency");
});
