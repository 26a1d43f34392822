import { mergedAccountsSql } from "../../../platform/accounts/merged-accounts.ts";
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Guests become part of an account, or of another guest. */
export const mergedAccounts: DatabaseMigration[] = [
  {
    name: "011-merged-accounts",
    statements: mergedAccountsSql({
      columns: { payment: ["buyer_id"] },
      mayBeMerged: isGuestSql,
    }),
  },
  {
    name: "011-guests-payment",
    beside: { index: "payment_of_guest", definition: `on payment (buyer_id) where ${isGuestSql("buyer_id")}` },
  },
];
