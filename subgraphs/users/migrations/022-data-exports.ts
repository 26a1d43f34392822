export const dataExports = {
  name: "022-data-exports",
  statements: `
-- What a person has asked for: one a day, kept for a week.
create table data_export (
  id uuid primary key,
  user_id uuid not null references app_user,
  requested_at timestamptz not null default date_trunc('milliseconds', now()),
  ready_at timestamptz
);
create index data_export_of_user on data_export (user_id, requested_at desc);
create index data_export_age on data_export (requested_at);

-- Pages of the subgraphs, sealed. \`next\` is the cursor of the page after it; null after the last.
create table data_export_part (
  export_id uuid not null references data_export on delete cascade,
  subgraph text not null,
  no int not null,
  table_name text not null,
  sealed text not null,
  next text,
  primary key (export_id, subgraph, no)
);
`,
};
