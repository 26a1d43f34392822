import { isGuestSql } from "../../../domain/guests.ts";
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Waiting rooms: entries, their draw, and who is inside. */
export const queues: DatabaseMigration = {
  name: "024-queues",
  statements: `
create table queue (
  event_id uuid primary key,
  organization_id uuid not null,
  state text not null default 'ANNOUNCED' check (state in ('ANNOUNCED', 'DRAWING', 'SERVING', 'PAUSED', 'SOLD_OUT', 'CLOSED')),
  opens_at timestamptz not null,
  draw_at timestamptz not null check (draw_at > opens_at),
  -- Canonical JSON (RFC 8785), whose SHA-256 was announced.
  policy text not null,
  policy_hash bytea not null check (length(policy_hash) = 32),
  commitment bytea not null check (length(commitment) = 32),
  -- Until the draw; then it is in draw.json.
  sealed_seed text,
  -- Of the draw: draw.json, with null for what follows it.
  draw jsonb,
  -- Entries in the draw, from its close on.
  drawn int,
  -- Numbers of the last entry and of the last rank.
  last_no bigint not null default 0,
  last_rank int not null default 0,
  -- Entries that did not leave.
  entry_count int not null default 0,
  serving int not null default 0,
  -- People inside, whom the cap limits.
  active int not null default 0 check (active >= 0),
  max_active int not null check (max_active >= 0),
  per_second int not null check (per_second > 0),
  admission_seconds int not null check (admission_seconds > 0),
  note text,
  -- Of the inlet: what it has learned.
  cap_load float8 not null,
  seats_each float8 not null default 2,
  show_share float8 not null default 1,
  -- The window in which it counts how many of the called people come, and how many seats they take.
  window_at timestamptz,
  window_serving int not null default 0,
  window_admitted int not null default 0,
  window_free int not null default 0,
  per_minute float8 not null default 0,
  seats text not null default 'MANY' check (seats in ('MANY', 'FEW', 'ALL_HELD', 'NONE')),
  admitted int not null default 0,
  step_seq int not null default 0,
  -- Hash of the last step; before the first one the key of the draw.
  step_hash text,
  -- When the queue is to be looked at again; null: not by itself.
  next_at timestamptz,
  changed_at timestamptz not null default date_trunc('milliseconds', app_now())
);
create index queue_due on queue (next_at) where next_at is not null;

create table queue_entry (
  event_id uuid not null references queue,
  user_id uuid not null,
  -- In the order of their commits.
  no bigint not null,
  -- Pseudonym in the published draw.
  entry_id bytea not null unique check (length(entry_id) = 16),
  -- From 1; null until the draw.
  rank int,
  -- Left while the draw was under way, which has this entry: it gets the rank that was drawn, if the person comes back.
  is_in_draw boolean not null default false,
  state text not null default 'WAITING' check (state in ('WAITING', 'INSIDE', 'DONE', 'LEFT', 'REMOVED')),
  joined_at timestamptz not null default date_trunc('milliseconds', app_now()),
  -- The newest admission: an earlier token does not count.
  admission_id uuid,
  admitted_at timestamptz,
  admission_ends_at timestamptz,
  extendable_until timestamptz,
  primary key (event_id, user_id),
  unique (event_id, no)
);
create index queue_entry_of_user on queue_entry (user_id);
create trigger queue_entry_user_id_merged before insert on queue_entry for each row
  when (${isGuestSql("new.user_id")}) execute function set_current_account('user_id');
create index queue_entry_inside on queue_entry (event_id, admission_ends_at) where state = 'INSIDE';

-- The entries of a draw as they are published, 16 bytes each, and their ranks.
create table queue_draw (
  event_id uuid primary key references queue,
  entries bytea not null,
  ranks bytea not null
);

-- Every change of the serving number; its hash covers the one before.
create table queue_step (
  event_id uuid not null references queue,
  seq int not null,
  serving int not null,
  active int not null,
  reason text not null,
  by text not null,
  at timestamptz not null,
  previous text not null,
  hash text not null,
  primary key (event_id, seq)
);

create table queue_admission (
  event_id uuid not null references queue,
  no int not null,
  rank int not null,
  step int not null,
  at timestamptz not null,
  primary key (event_id, no)
);
`,
};
