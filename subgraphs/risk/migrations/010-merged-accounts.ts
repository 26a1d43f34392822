import { mergedAccountsSql } from "../../../platform/accounts/merged-accounts.ts";
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Guests become part of an account, or of another guest. */
export const mergedAccounts: DatabaseMigration[] = [
  {
    name: "010-merged-accounts",
    statements: mergedAccountsSql({
      columns: {
        assessment: ["buyer_id"],
        paid_order: ["buyer_id"],
        declined_payment: ["buyer_id"],
        guessed_codes: ["buyer_id"],
      },
      mayBeMerged: isGuestSql,
    }),
  },
  {
    name: "010-guests-assessment",
    beside: { index: "assessment_of_guest", definition: `on assessment (buyer_id) where ${isGuestSql("buyer_id")}` },
  },
];
