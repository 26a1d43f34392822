import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Access codes: promo codes that are made in bulk and work once each. */
export const accessCodes: DatabaseMigration[] = [
  {
    name: "018-access-codes",
    statements: `
-- Name of the batch of access codes that the code stands for; null for a code of the organizer.
alter table promo_code add column batch_name text;
-- Number of the access code in the batch of the hold's promo code; null for a hold without one.
alter table hold add column access_no int;

create table access_code_batch (
  id uuid primary key,
  event_id uuid not null,
  -- Promo code with the benefits of all its codes; buyers can't send it.
  code_no int not null,
  count int not null check (count between 1 and 10000),
  -- Tickets of the one hold or order of a code.
  max_tickets int check (max_tickets > 0),
  -- JWE of the seed that its codes follow from; deleted after a day.
  sealed_seed text,
  created_at timestamptz not null default date_trunc('milliseconds', app_now()),
  unique (event_id, code_no),
  foreign key (event_id, code_no) references promo_code
);
create index access_code_batch_with_seed on access_code_batch (created_at) where sealed_seed is not null;

create table access_code (
  event_id uuid not null,
  -- SHA-256 of the event and the code (entities/access-code-batch.ts).
  hash bytea not null check (length(hash) = 32),
  code_no int not null,
  -- In its batch, from 1.
  no int not null,
  primary key (event_id, hash),
  foreign key (event_id, code_no) references access_code_batch (event_id, code_no)
);
`,
  },
  {
    name: "018-holds-of-access-code",
    beside: {
      index: "hold_of_access_code",
      definition: "on hold (event_id, code_no, access_no) where access_no is not null",
    },
  },
];
