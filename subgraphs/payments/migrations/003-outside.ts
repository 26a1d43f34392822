export const outside = {
  name: "003-outside",
  statements: `
-- What the buyer has to do at the provider's while the payment is PENDING, and where the browser goes afterwards.
alter table payment add column next_action jsonb, add column return_url text;
-- The bank's word for it, before anybody disputes the payment.
alter table payment add column fraud_warning text;

alter table refund drop constraint refund_status_check;
alter table refund add constraint refund_status_check check (status in ('PENDING', 'DONE', 'FAILED'));
-- Each try has a key of its own at the provider.
alter table refund add column tries int not null default 1, add column failure_code text, add column organization_id uuid;
update refund r set organization_id = p.organization_id from payment p where p.id = r.payment_id;
alter table refund alter column organization_id set not null;
create index refund_failed on refund (organization_id, created_at, id) where status = 'FAILED';

create table dispute (
  id uuid primary key,
  -- The provider's name for it.
  reference text not null unique,
  payment_id uuid not null references payment,
  organization_id uuid not null,
  amount int not null check (amount >= 0),
  reason text not null,
  status text not null check (status in ('OPEN', 'WON', 'LOST')),
  -- How much of it the books have given back; only of one that is LOST.
  charged_back int not null default 0 check (charged_back >= 0 and charged_back <= amount),
  opened_at timestamptz not null,
  closed_at timestamptz,
  check ((status = 'OPEN') = (closed_at is null))
);
create index dispute_of_payment on dispute (payment_id);
create index dispute_open on dispute (organization_id, opened_at, id) where status = 'OPEN';

alter table ledger_entry drop constraint ledger_entry_what_check;
alter table ledger_entry add constraint ledger_entry_what_check check (what in ('CAPTURE', 'REFUND', 'REFUND_RETURNED', 'CHARGEBACK'));
create index ledger_entry_of_account on ledger_entry (account, id);
`,
};
