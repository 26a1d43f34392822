export const checks = {
  name: "004-checks",
  statements: `
-- What orders has said that has become of an order; its total is in minor units.
create table order_claim (
  order_id uuid primary key,
  status text not null check (status in ('CONFIRMED', 'ENDED')),
  total int,
  changed_at timestamptz not null default now()
);

-- One run of the check that the ledger, payments, orders and the provider agree.
create table books_check (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  payments int not null default 0
);
create index books_check_newest on books_check (started_at desc, id desc);

-- What did not agree. The same thing is one finding until a check does not find it any more.
create table books_finding (
  id uuid primary key,
  kind text not null,
  -- The payment's or the order's id, the provider's reference, or a currency.
  subject text not null,
  payment_id uuid,
  order_id uuid,
  detail text not null,
  found_at timestamptz not null,
  last_check_id uuid not null references books_check,
  resolved_at timestamptz
);
create unique index books_finding_open on books_finding (kind, subject) where resolved_at is null;
create index books_finding_newest on books_finding (found_at desc, id desc);
create index payment_newest on payment (created_at);
`,
};
