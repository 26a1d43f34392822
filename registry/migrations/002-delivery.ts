export const delivery = {
  name: "002-delivery",
  statements: `
alter table api_key add column kind text not null default 'read' check (kind in ('read', 'write', 'gateway'));
update api_key set kind = 'write' where may_write;
alter table api_key drop column may_write;

-- A variant that shows part of another one's supergraph, chosen by tags.
create table contract (
  graph_id text not null,
  variant text not null,
  source text not null,
  include text[] not null,
  exclude text[] not null,
  hide_unreachable_types boolean not null,
  -- Why what was published last to the source is not in it; null: it is.
  problem text,
  updated_at timestamptz not null default now(),
  primary key (graph_id, variant),
  foreign key (graph_id, variant) references variant,
  foreign key (graph_id, source) references variant,
  check (source <> variant)
);
create index contract_source on contract (graph_id, source);

update check_workflow set result = result || '{"contracts": []}';
create index check_workflow_newest on check_workflow (graph_id, variant, checked_at desc);

-- Operations that gateways have seen, with no value in them that a client has sent.
create table seen_operation (
  id bigint generated always as identity primary key,
  graph_id text not null,
  variant text not null,
  hash bytea not null,
  name text,
  body text not null,
  unique (graph_id, variant, hash),
  foreign key (graph_id, variant) references variant
);
create table operation_use (
  operation_id bigint not null references seen_operation on delete cascade,
  day date not null,
  -- As clients call themselves; empty if they do not.
  client text not null,
  requests bigint not null,
  primary key (operation_id, day, client)
);
create index operation_use_day on operation_use (day);

-- A report that comes twice counts once.
create table usage_report (id uuid primary key, taken_at timestamptz not null default now());
create index usage_report_age on usage_report (taken_at);
`,
};
