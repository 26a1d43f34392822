export const registry = {
  name: "001-registry",
  statements: `
create table graph (id text primary key, created_at timestamptz not null default now());

-- Hashed: whoever reads the table can't use them. They are long and random, so that a plain hash is enough.
create table api_key (
  id uuid primary key,
  graph_id text not null references graph,
  name text not null,
  hash bytea not null unique,
  may_write boolean not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create table variant (
  graph_id text not null references graph,
  name text not null,
  -- What composed last; null until something has.
  supergraph_id bigint,
  primary key (graph_id, name)
);

-- Every published schema of every subgraph; the newest of each is in force, unless it says that the subgraph is gone.
create table subgraph_version (
  id bigint generated always as identity primary key,
  graph_id text not null,
  variant text not null,
  name text not null,
  url text not null,
  -- Null: the subgraph was deleted.
  sdl text,
  revision text not null,
  git jsonb not null default '{}',
  published_by uuid not null references api_key,
  published_at timestamptz not null default now(),
  foreign key (graph_id, variant) references variant
);
create index subgraph_version_newest on subgraph_version (graph_id, variant, name, id desc);

create table supergraph (
  id bigint generated always as identity primary key,
  graph_id text not null,
  variant text not null,
  sdl text not null,
  api_sdl text not null,
  hash text not null,
  composed_at timestamptz not null default now(),
  foreign key (graph_id, variant) references variant
);

create table check_workflow (
  id uuid primary key,
  graph_id text not null,
  variant text not null,
  subgraph text not null,
  passed boolean not null,
  result jsonb not null,
  git jsonb not null default '{}',
  asked_by uuid not null references api_key,
  checked_at timestamptz not null default now(),
  foreign key (graph_id, variant) references variant
);

-- Operations that clients say they send.
create table trusted_operation (
  graph_id text not null,
  variant text not null,
  id text not null,
  name text not null,
  type text not null,
  body text not null,
  client_name text,
  published_at timestamptz not null default now(),
  primary key (graph_id, variant, id),
  foreign key (graph_id, variant) references variant
);
`,
};
