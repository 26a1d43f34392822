import { mergedAccountsSql } from "../../../platform/accounts/merged-accounts.ts";
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Guests become part of an account, or of another guest. */
export const mergedAccounts: DatabaseMigration[] = [
  {
    name: "016-merged-accounts",
    statements: mergedAccountsSql({
      columns: {
        purchase: ["buyer_id"],
        bought: ["buyer_id"],
        ticket: ["holder_id"],
        letter: ["recipient_id"],
        waiting_letter: ["recipient_id"],
      },
      mayBeMerged: isGuestSql,
    }),
  },
  {
    name: "016-guests-letter",
    beside: { index: "letter_of_guest", definition: `on letter (recipient_id) where ${isGuestSql("recipient_id")}` },
  },
];
