import type { MergeableAccounts } from "../../../platform/accounts/merged-accounts.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Columns with ids of guests, who may become part of an account. */
export const mergeableAccounts: MergeableAccounts = {
  columns: {
    purchase: ["buyer_id"],
    bought: ["buyer_id"],
    ticket: ["holder_id"],
    letter: ["recipient_id"],
    waiting_letter: ["recipient_id"],
    unsubscribed: ["user_id"],
    invoice_address: ["buyer_id"],
    answer: ["person_id"],
  },
  mayBeMerged: isGuestSql,
};
