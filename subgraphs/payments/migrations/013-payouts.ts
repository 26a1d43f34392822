import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

export const payouts: DatabaseMigration[] = [
  {
    name: "013-payouts",
    statements: `
-- Transfers to organizations, as platform staff recorded them. Boxoffice moves no money.
create table payout (
  id uuid primary key,
  organization_id uuid not null,
  amount int not null check (amount > 0),
  currency text not null,
  -- End of the period that is settled.
  until timestamptz not null,
  -- Of the bank's transfer.
  reference text not null,
  recorded_at timestamptz not null,
  returned_at timestamptz,
  return_reason text,
  check ((returned_at is null) = (return_reason is null)),
  unique (organization_id, reference)
);
create index payout_of_organization on payout (organization_id, recorded_at, id);
create function payout_is_kept() returns trigger language plpgsql as
$$ begin
  if tg_op = 'UPDATE' and old.returned_at is null and new.returned_at is not null
     and to_jsonb(new) - array['returned_at', 'return_reason'] = to_jsonb(old) - array['returned_at', 'return_reason'] then return new;
  end if;
  raise exception 'a payout never changes, except that it is returned once';
end $$;
create trigger payout_kept before update or delete on payout for each row execute function payout_is_kept();

-- Entries of payouts belong to no order and no payment.
alter table ledger_entry alter column order_id drop not null;
alter table ledger_entry alter column payment_id drop not null;
alter table ledger_entry drop constraint ledger_entry_what_check;
alter table ledger_entry add constraint ledger_entry_what_check
  check (what in ('CAPTURE', 'REFUND', 'REFUND_RETURNED', 'CHARGEBACK', 'PAYOUT', 'PAYOUT_RETURNED')) not valid;
alter table ledger_entry add constraint ledger_entry_of_order_unless_payout
  check ((what like 'PAYOUT%') = (order_id is null) and (order_id is null) = (payment_id is null)) not valid;
`,
  },
  {
    name: "013-payout-entries",
    beside: {
      index: "ledger_entry_payouts",
      definition: "on ledger_entry (account, currency, booked_at, id) where what like 'PAYOUT%'",
    },
  },
];
