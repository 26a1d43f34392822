// Personal data in the database of payments: who paid, by id. Cards are at the provider.
import { MERGED_ACCOUNT } from "../../platform/accounts/merged-accounts.ts";
import type { PersonalData } from "../../platform/personal-data/declaration.ts";

export const personalData: PersonalData = {
  books_check: "nobody",
  books_finding: "nobody",
  dispute: "nobody",
  ledger_entry: "nobody",
  ledger_total: "nobody",
  ledger_uncounted: "nobody",
  merged_account: MERGED_ACCOUNT,
  order_claim: "nobody",
  payment: {
    person: ["buyer_id"],
    exported: [
      ...["id", "order_id", "status", "payment_method", "event_id", "amount", "currency", "refunded", "failure_code"],
      ...["return_url", "network", "created_at"],
    ],
    erased: { network: "null", return_url: "null", next_action: "null" },
    // A repeated request to the provider must be the same.
    erasedIf: "status not in ('REQUESTED', 'PENDING')",
    kept: {
      buyer_id: "the books need the payment; the id has no name after the erasure",
      paid_by_key: "a random key of the client",
    },
  },
  // Who recorded it is in the audit log.
  payout: "nobody",
  provider_event: "nobody",
  refund: "nobody",
};
