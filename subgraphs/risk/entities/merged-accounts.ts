import type { MergeableAccounts } from "../../../platform/accounts/merged-accounts.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Columns with ids of guests, who may become part of an account. */
export const mergeableAccounts: MergeableAccounts = {
  columns: {
    assessment: ["buyer_id"],
    paid_order: ["buyer_id"],
    declined_payment: ["buyer_id"],
    guessed_codes: ["buyer_id"],
    queue_entrant: ["user_id"],
  },
  mayBeMerged: isGuestSql,
};
