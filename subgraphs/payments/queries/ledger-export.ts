// Entries of an organization's accounts, for its accountants: by account, currency and time.
import type { Database } from "../../../platform/postgres/database.ts";
import { exactTime } from "../../../platform/graphql/pagination.ts";
import type { Cell, Pages } from "../../../platform/spreadsheets/table.ts";
import { payableTo, soldAtCounter, takenBy } from "../entities/accounts.ts";
import { statement } from "../entities/tables.ts";
import type { Period } from "../inputs.ts";

const PAGE = 500;
const COLUMNS = "account|currency|at|kind|debit|credit|order|payment|entry".split("|");

const currenciesOf = statement((db, { account }: { account: string }) =>
  db.selectFrom("ledger_total").select("currency").distinct().where("account", "=", account).orderBy("currency"),
);

interface Wanted {
  account: string;
  currency: string;
  from: Date;
  to: Date;
  /** Position of the last entry of the page before. */
  afterTime: string;
  afterId: number;
}

const entries = statement((db, of: Wanted, building) =>
  db
    .selectFrom("ledger_entry as e")
    .select(["e.id", "e.bookedAt", "e.what", "e.amount", "e.orderId", "e.paymentId"])
    .select((by) => exactTime(building, by.ref("e.bookedAt")).as("position"))
    .where("e.account", "=", of.account)
    .where("e.currency", "=", of.currency)
    .where("e.bookedAt", ">=", of.from)
    .where("e.bookedAt", "<", of.to)
    .where((by) =>
      by(
        by.refTuple("e.bookedAt", "e.id"),
        ">",
        building.sql<[Date, number]>`(${of.afterTime}::timestamptz, ${of.afterId}::bigint)`,
      ),
    )
    .orderBy("e.bookedAt")
    .orderBy("e.id")
    .limit(building.sql.lit(PAGE)),
);

async function* pagesOf(database: Database, account: string, name: string, period: Period): Pages {
  const { from = new Date(0), to = new Date() } = period;
  const money = (amount: number, currency: string): Cell => (amount > 0 ? { amount, currency } : null);
  for (const { currency } of await currenciesOf.rows(database.read(), { account })) {
    let [afterTime, afterId] = [from.toISOString(), 0];
    for (;;) {
      const found = await entries.rows(database.read(), { account, currency, from, to, afterTime, afterId });
      yield found.map((entry) => [
        name,
        currency,
        entry.bookedAt,
        entry.what,
        money(entry.amount, currency),
        money(-entry.amount, currency),
        entry.orderId,
        entry.paymentId,
        entry.id,
      ]);
      const last = found.at(-1);
      if (!last || found.length < PAGE) break;
      [afterTime, afterId] = [last.position, last.id];
    }
  }
}

/** Debits are positive amounts of the ledger, credits negative ones. What is payable to the organization has a credit balance. */
export async function* ledgerRows(database: Database, organizationId: string, period: Period): Pages {
  yield [COLUMNS];
  for (const [name, account] of [
    ["payable", payableTo(organizationId)],
    ["counter sales", soldAtCounter(organizationId)],
    ["counter cash", takenBy("CASH", organizationId)],
    ["counter terminal", takenBy("TERMINAL", organizationId)],
  ] as const)
    yield* pagesOf(database, account, name, period);
}
