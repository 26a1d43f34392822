export const erasures = {
  name: "019-erasures",
  statements: `
-- Erased people, and what each subgraph has signed about its erasure. Nothing here names a person: user_id belongs to nobody any more.
create table erasure (
  id uuid primary key,
  user_id uuid not null unique,
  -- Who has the secret may see the receipts: the person has no account any more.
  secret_hash text not null,
  erased_at timestamptz not null default date_trunc('milliseconds', now()),
  -- Those that owe a receipt.
  subgraphs text[] not null,
  completed_at timestamptz,
  -- For the last mail, until it is sent.
  email text,
  locale text
);
create index erasure_incomplete on erasure (erased_at) where completed_at is null;

create table erasure_receipt (
  erasure_id uuid not null references erasure,
  subgraph text not null,
  at timestamptz not null,
  counts jsonb not null,
  -- The receipt as it was signed, and the public key that verifies it.
  signed text not null,
  public_jwk jsonb not null,
  primary key (erasure_id, subgraph)
);
`,
};
