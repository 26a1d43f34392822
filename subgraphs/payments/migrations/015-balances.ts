import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Balances of all organizations are read page by page, from the totals of months alone. */
export const balancesByMonth: DatabaseMigration = {
  name: "015-balances",
  beside: { index: "ledger_total_of_months", definition: "on ledger_total (account, currency) where period = 'month'" },
};
