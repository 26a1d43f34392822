// The tables that every subgraph has: messages out and in, first answers by key, and work that is due.
import type { DatabaseMigration } from "./database.ts";

/** `app_now()` is the database's clock plus an offset that only tests set: one clock for all processes of a subgraph. */
const clock = `
create function app_now() returns timestamptz language sql stable
as $$ select now() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0')::interval $$;
`;

/** `pub_seq` numbers messages as they are published: ids commit out of order, these do not. */
const messages = `
create table outbox (
  id bigint generated always as identity primary key,
  message_id uuid not null unique,
  name text not null,
  key text not null,
  body jsonb not null,
  correlation_id text,
  created_at timestamptz not null default now(),
  pub_seq bigint unique
);
create index outbox_unnumbered on outbox (id) where pub_seq is null;
create table outbox_progress (consumer_group text primary key, acked_seq bigint not null);
create table inbox (message_id uuid primary key, taken_at timestamptz not null default now());
create table parked_message (
  message_id uuid primary key,
  name text not null,
  envelope jsonb not null,
  attempts int not null,
  last_error text not null,
  retry_at timestamptz,
  parked_at timestamptz not null default now()
);
create index parked_message_due on parked_message (retry_at) where retry_at is not null;
`;

const idempotency = `
create table idempotency_key (
  user_id text not null,
  mutation text not null,
  key text not null,
  request_hash text not null,
  resource_id text,
  outcome jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, mutation, key)
);
create index idempotency_key_age on idempotency_key (created_at);
`;

const jobs = `
create table job (
  id uuid primary key,
  kind text not null,
  key text not null,
  body jsonb not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  worker uuid,
  lease_until timestamptz,
  last_error text,
  unique (kind, key)
);
create index job_due on job (run_at);
`;

/** The outbox is the audit log: read models are made anew from it. */
const kept = `
create function is_never_emptied() returns trigger language plpgsql as
$$ begin raise exception '% is never emptied', tg_table_name; end $$;
create trigger outbox_never_emptied before delete or truncate on outbox for each statement execute function is_never_emptied();
`;

/** Rows come and go: what is dead is cleaned up by number, not by share. */
const work = `
create table work_item (
  id uuid not null,
  kind text not null,
  body jsonb,
  correlation_id text,
  -- How often it was begun, since it was last put off without a failure.
  attempts int not null default 1,
  -- When somebody is to begin it: after the lease of whoever has it.
  due_at timestamptz not null,
  last_error text,
  given_up_at timestamptz,
  primary key (id, kind)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index work_item_due on work_item (due_at);
-- A key is written, and once more when it is settled.
alter table idempotency_key set (fillfactor = 80);
`;

export const platformMigrations: DatabaseMigration[] = [
  { name: "000-platform", statements: clock + messages + idempotency + jobs },
  // One that was given up is due never, so that the version before leaves it alone too.
  { name: "000-platform-given-up", statements: "alter table job add column given_up_at timestamptz" },
  { name: "000-platform-kept", statements: kept },
  { name: "000-platform-work", statements: work },
];
