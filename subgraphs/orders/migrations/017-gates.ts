import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Gates of events, and each entry and exit of a ticket. */
export const gates: DatabaseMigration[] = [
  {
    name: "017-gates",
    statements: `
alter table event_facts add column organization_id uuid, add column sections jsonb;
create table gate (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  name text not null,
  -- Null: tickets of all sections.
  section_ids uuid[],
  opens_at timestamptz,
  closes_at timestamptz,
  removed_at timestamptz,
  check (opens_at < closes_at)
);
create unique index gate_name on gate (event_id, name) where removed_at is null;
-- Events without a row: each ticket enters once.
create table event_entry (event_id uuid primary key, rule text not null check (rule in ('ONCE', 'DAILY')));
alter table scan add column gate_id uuid, add column kind text not null default 'ENTRY' check (kind in ('ENTRY', 'EXIT'));
alter table scan drop constraint scan_outcome_check;
alter table scan add check (outcome in ('ADMITTED', 'DOUBLE', 'LEFT', 'NOT_INSIDE', 'REVOKED', 'UNKNOWN', 'OTHER_EVENT'));
alter table ticket add column is_outside boolean not null default false;
create table passage (
  id uuid primary key default gen_random_uuid(),
  ticket_id uuid not null references ticket,
  event_id uuid not null,
  kind text not null check (kind in ('ENTRY', 'EXIT')),
  at timestamptz not null,
  by_id uuid not null,
  gate_id uuid references gate,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text,
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create index passage_of_ticket on passage (ticket_id, at, id);
create index passage_of_gate on passage (event_id, gate_id) where kind = 'ENTRY' and undone_at is null;
`,
  },
];
