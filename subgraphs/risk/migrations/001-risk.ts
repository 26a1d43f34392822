export const risk = {
  name: "001-risk",
  statements: `
create table assessment (
  id uuid primary key,
  order_id uuid not null unique,
  buyer_id uuid not null,
  organization_id uuid not null,
  score int not null check (score between 0 and 100),
  decision text not null check (decision in ('ALLOW', 'REVIEW', 'BLOCK')),
  reasons jsonb not null,
  assessed_at timestamptz not null,
  -- Set once the review is over: decided by a person, or ended by the order.
  reviewed_at timestamptz,
  decided_by uuid,
  note text
);
create index assessment_open on assessment (organization_id, assessed_at, id) where decision = 'REVIEW' and reviewed_at is null;

-- A person's decision on its way to orders: written before orders is asked.
create table intended_decision (
  assessment_id uuid primary key references assessment,
  decision text not null check (decision in ('ALLOW', 'BLOCK')),
  decided_by uuid not null,
  note text
);

create table buyer (user_id uuid primary key, email_domain text not null, registered_at timestamptz not null);

create table paid_order (
  order_id uuid primary key,
  buyer_id uuid not null,
  card_fingerprint text not null,
  amount int not null,
  paid_at timestamptz not null default now()
);
create index paid_order_of_buyer on paid_order (buyer_id, paid_at);
create index paid_order_by_card on paid_order (card_fingerprint, paid_at);

create table ended_order (order_id uuid primary key);
`,
};
