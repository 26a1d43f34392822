// Personal data in the database of risk: signals by id.
import { MERGED_ACCOUNT } from "../../platform/accounts/merged-accounts.ts";
import type { PersonalData } from "../../platform/personal-data/declaration.ts";

const A_DAY = "after a day";
const A_MONTH = "30 days after the person joined the queue";

export const personalData: PersonalData = {
  assessment: {
    person: ["buyer_id"],
    exported: ["id", "order_id", "decision", "assessed_at", "reviewed_at"],
    kept: {
      buyer_id: "a decision about an order must remain explainable; the id has no name after the erasure",
      decided_by: "the staff member who decided must stay known; the id has no name after the erasure",
    },
  },
  buyer: {
    person: ["user_id"],
    exported: ["email_domain", "registered_at"],
    erased: { email_domain: "''" },
    kept: { user_id: "late messages must not bring the domain back; the id has no name after the erasure" },
  },
  declined_payment: { expires: { buyer_id: A_DAY, network: A_DAY, card_fingerprint: A_DAY } },
  ended_order: "nobody",
  guessed_codes: { expires: { buyer_id: A_DAY } },
  guessing_network: { expires: { network: A_DAY } },
  intended_decision: { expires: { decided_by: "when the decision is made" } },
  merged_account: MERGED_ACCOUNT,
  paid_order: {
    person: ["buyer_id"],
    exported: ["order_id", "amount", "paid_at", "network"],
    erased: { network: "null" },
    kept: {
      buyer_id: "disputes come months later; the id has no name after the erasure",
      card_fingerprint: "the provider's pseudonym of a card, for disputes",
    },
  },
  queue_assessment: "nobody",
  queue_entrant: { expires: { user_id: A_MONTH, network: A_MONTH, entry_id: A_MONTH } },
  troubled_order: "nobody",
  verified_email: {
    person: ["user_id"],
    exported: ["email_domain", "verified_at"],
    erased: { email_domain: "''", verified_at: "'infinity'" },
    kept: { user_id: "late messages must not bring the domain back; the id has no name after the erasure" },
  },
};
