import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

const TAKEN = "'SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED'";

/** What exchanged tickets are worth pays for another order. */
export const credits: DatabaseMigration[] = [
  {
    name: "014-credits",
    statements: `
-- Of a credit: the payment at the provider that has the money. No provider knows the credit itself.
alter table payment add column credited_from uuid;
-- The part of \`refunded\` that pays for other orders, and did not go back to the buyer.
alter table payment add column credited int not null default 0;
-- What was refunded of the credits that have their money from this payment.
alter table payment add column credit_refunded int not null default 0;
alter table payment add constraint payment_credits
  check (credited between 0 and refunded and credit_refunded between 0 and credited) not valid;
alter table payment add constraint payment_credit_unknown_to_provider
  check (credited_from is null or (provider_reference is null and tender is null)) not valid;

alter table ledger_entry drop constraint ledger_entry_what_check;
alter table ledger_entry add constraint ledger_entry_what_check
  check (what in ('CAPTURE', 'REFUND', 'REFUND_RETURNED', 'CHARGEBACK', 'CREDIT_GIVEN', 'CREDIT_TAKEN', 'PAYOUT', 'PAYOUT_RETURNED')) not valid;
`,
  },
  {
    name: "014-credits-of-payment",
    beside: { index: "payment_credits", definition: "on payment (credited_from, id) where credited_from is not null" },
  },
  {
    // An order is charged once, and may have credits beside.
    name: "014-one-charged",
    beside: {
      isUnique: true,
      index: "payment_one_charged",
      definition: `on payment (order_id) where status in (${TAKEN}) and credited_from is null`,
    },
  },
  { name: "014-replaced-index", statements: "drop index if exists payment_one_captured;" },
];
