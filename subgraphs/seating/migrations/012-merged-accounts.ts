import { mergedAccountsSql } from "../../../platform/accounts/merged-accounts.ts";
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Events may insist on verified buyers. */
const verifiedBuyers: DatabaseMigration = {
  name: "012-verified-buyers",
  statements: "alter table sale add column verified_buyers_only boolean not null default false;",
};

/** Guests become part of an account, or of another guest. */
export const mergedAccounts: DatabaseMigration[] = [
  verifiedBuyers,
  {
    name: "012-merged-accounts",
    statements: mergedAccountsSql({
      columns: { hold: ["buyer_id"] },
      mayBeMerged: isGuestSql,
    }),
  },
  {
    name: "012-guests-hold",
    beside: { index: "hold_of_guest", definition: `on hold (buyer_id) where ${isGuestSql("buyer_id")}` },
  },
];
