// The tables that every subgraph has: messages out and in, first answers by key, and work that is due.
import type { DatabaseMigration } from "./migrator.ts";

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

/** The outbox is the audit log, and the source of rebuilds. */
const kept = `
create function is_never_emptied() returns trigger language plpgsql as
$$ begin raise exception '% is never emptied', tg_table_name; end $$;
create trigger outbox_never_emptied before delete or truncate on outbox for each statement execute function is_never_emptied();
`;

/** Rows are short-lived: autovacuum by number of dead rows, not by share. */
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

/**
 * Messages with a number of their publisher, stored as ranges of these numbers. A message's ID is a UUID of version 8 (RFC 9562, section
 * 5.8): 16 hexadecimal digits of the outbox's `origin`, an 8, and 15 digits of its `id`.
 */
const ranges = `
-- After a restore the same number may be given to another message: then the outbox needs another origin.
create table outbox_origin (
  is_only boolean primary key default true check (is_only),
  origin text not null check (origin ~ '^[0-9a-f]{12}8[0-9a-f]{3}$'),
  history text not null
);
-- What a restore, a failover, or a copy of the database changes: the cluster, its timeline, and which of its databases this is.
create function outbox_history() returns text language sql volatile as $$
  select system_identifier || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '/' || (select oid from pg_database where datname = current_database())
  from pg_control_system()
$$;
create function outbox_new_origin() returns text language sql volatile as $$
  select left(hex, 12) || '8' || substr(hex, 14, 3) from replace(gen_random_uuid()::text, '-', '') hex
$$;
insert into outbox_origin (origin, history) values (outbox_new_origin(), outbox_history());
create function outbox_identify() returns trigger language plpgsql as $$
begin
  select (origin || '8' || lpad(to_hex(new.id), 15, '0'))::uuid into strict new.message_id from outbox_origin;
  return new;
end $$;
create trigger outbox_identified before insert on outbox for each row execute function outbox_identify();
-- Nothing is updated: whatever is numbered is numbered by its id.
alter table outbox drop constraint outbox_message_id_key;

-- What each group has acknowledged: the number of a message in the stream, and its outbox id. The group '' is where the stream began.
create table stream_progress (consumer_group text primary key, seq bigint not null, id bigint not null) with (fillfactor = 50);

-- How far a group that came later has read its publishers' outboxes.
create table backfill (publisher text primary key, read_to bigint not null default 0, ended_at timestamptz);

create table inbox_range (
  origin text primary key,
  -- Who publishes under this origin; unknown while only the version before has heard of it.
  publisher text,
  taken int8multirange not null
) with (fillfactor = 30);
-- For the version before, which takes messages beside this one: it inserts a row for each, and none for what was taken.
create function inbox_by_range() returns trigger language plpgsql as $$
declare
  v_hex text := replace(new.message_id::text, '-', '');
  v_id bigint := ('x' || substr(v_hex, 18))::bit(60)::bigint;
begin
  if substr(v_hex, 13, 1) <> '8' then return new; end if;
  insert into inbox_range as known (origin, taken) values (left(v_hex, 16), int8multirange(int8range(v_id, v_id, '[]')))
  on conflict (origin) do update set taken = known.taken + excluded.taken where not known.taken && excluded.taken;
  return case when found then new end;
end $$;
create trigger inbox_by_range before insert on inbox for each row execute function inbox_by_range();
`;

/**
 * The outbox becomes a table partitioned by ID; messaging/outbox-months.ts creates the partitions. The existing table becomes the first
 * partition: a check has ensured that none of its IDs belongs to a month. Writers and readers keep using the table's name.
 */
const months = `
create sequence outbox_number;
do $$
declare v_next record;
begin
  lock table outbox in access exclusive mode;
  execute format('select last_value, is_called from %s', pg_get_serial_sequence('outbox', 'id')) into strict v_next;
  perform setval('outbox_number', v_next.last_value, v_next.is_called);
end $$;
alter table outbox alter column id drop identity;
drop trigger outbox_identified on outbox;
alter table outbox rename to outbox_before;
create table outbox (like outbox_before including defaults) partition by range (id);
alter table outbox alter column id set default nextval('outbox_number');
alter table outbox add constraint outbox_by_id primary key (id);
alter table outbox attach partition outbox_before for values from (minvalue) to (2000010000000000);
create trigger outbox_identified before insert on outbox for each row execute function outbox_identify();
create trigger outbox_never_emptied before delete or truncate on outbox for each statement execute function is_never_emptied();

-- Months whose messages are in files. A file that was pruned is gone, with its messages.
create table outbox_archive (
  month text primary key,
  file text,
  first_id bigint not null,
  last_id bigint not null unique,
  messages bigint not null,
  bytes bigint not null,
  index_sha256 text,
  -- How many there are of each name.
  names jsonb not null,
  archived_at timestamptz not null default now(),
  pruned_at timestamptz
);
`;

/** Months begin empty, so the version that numbers messages in `pub_seq` does without its indexes on them: each message would pay for them. */
const unnumbered = `
do $$
declare v_index text;
begin
  for v_index in
    select format('%s', i.indexrelid::regclass) from pg_inherits join pg_index i on i.indrelid = inhrelid join pg_class c on c.oid = i.indexrelid
    where inhparent = 'outbox'::regclass and inhrelid <> 'outbox_before'::regclass and c.relname ~ '^outbox_\\d+_\\d+_(un)?numbered$'
  loop
    execute 'drop index ' || v_index;
  end loop;
end $$;
`;

export const platformMigrations: DatabaseMigration[] = [
  { name: "000-platform", statements: clock + messages + idempotency + jobs },
  // A dead letter is never due, so that the previous version ignores it, too.
  { name: "000-platform-given-up", statements: "alter table job add column given_up_at timestamptz" },
  { name: "000-platform-kept", statements: kept },
  { name: "000-platform-work", statements: work },
  { name: "000-platform-ranges", statements: ranges },
  // Validated separately, so that nothing is blocked.
  {
    name: "000-platform-months-bound",
    statements: "alter table outbox add constraint outbox_is_before check (id < 2000010000000000) not valid",
  },
  { name: "000-platform-months-bound-checked", statements: "alter table outbox validate constraint outbox_is_before" },
  { name: "000-platform-months", statements: months },
  { name: "000-platform-months-unnumbered", statements: unnumbered },
];
