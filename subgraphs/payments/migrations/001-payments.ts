export const payments = {
  name: "001-payments",
  statements: `
create table payment (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  -- REQUESTED: orders has not said yet whether and for how much; nobody sees such a payment.
  status text not null check (status in ('REQUESTED', 'PENDING', 'AUTHORIZED', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'PARTIALLY_REFUNDED', 'REFUNDED')),
  payment_method text not null,
  organization_id uuid,
  event_id uuid,
  amount int check (amount >= 0),
  currency text,
  refunded int not null default 0 check (refunded >= 0 and refunded <= coalesce(amount, 0)),
  failure_code text,
  provider_reference text unique,
  created_at timestamptz not null default now(),
  check (status = 'REQUESTED' or (amount is not null and currency is not null and organization_id is not null))
);
create index payment_of_order on payment (order_id, created_at, id);
-- An order is never paid twice: at most one payment of it holds or has taken money.
create unique index payment_one_captured on payment (order_id) where status in ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED');

create table refund (
  id uuid primary key,
  payment_id uuid not null references payment,
  amount int not null check (amount >= 0),
  reason text not null,
  status text not null check (status in ('PENDING', 'DONE')),
  created_at timestamptz not null default now()
);
create index refund_of_payment on refund (payment_id);

-- Webhooks that were taken: each id once.
create table provider_event (id text primary key, taken_at timestamptz not null default now());

-- Double entry: amounts are debits if positive and credits if negative, and those of one group add up to nothing.
create table ledger_entry (
  id bigint generated always as identity primary key,
  group_id uuid not null,
  account text not null,
  amount int not null,
  currency text not null,
  order_id uuid not null,
  payment_id uuid not null,
  what text not null check (what in ('CAPTURE', 'REFUND')),
  booked_at timestamptz not null default now(),
  unique (group_id, account)
);
create index ledger_entry_of_order on ledger_entry (order_id);

create function ledger_is_immutable() returns trigger language plpgsql as
$$ begin raise exception 'ledger entries never change'; end $$;
create trigger ledger_entry_immutable before update or delete on ledger_entry for each row execute function ledger_is_immutable();

create function ledger_balances() returns trigger language plpgsql as
$$ begin
  if exists (select 1 from ledger_entry where group_id = new.group_id group by currency having sum(amount) <> 0) then
    raise exception 'ledger group % does not balance', new.group_id;
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry deferrable initially deferred for each row execute function ledger_balances();
`,
};
