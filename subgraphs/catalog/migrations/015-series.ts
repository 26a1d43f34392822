import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

export const seriesOfDates: DatabaseMigration[] = [
  {
    name: "027-event-details",
    statements: `
alter table event add column links jsonb not null default '[]';
alter table event add column tags text[] not null default '{}';
alter table event add column minimum_age int check (minimum_age between 0 and 99);
alter table event add column age_rating text;

-- A change of all coming dates of a series. Each date is a job of its own, with its own outcome: null while it is pending.
create table series_change (
  id uuid primary key,
  series_id uuid not null references series,
  action text not null check (action in ('PUBLISH', 'CANCEL', 'UPDATE')),
  change jsonb not null,
  created_at timestamptz not null
);
create index series_change_of_series on series_change (series_id, created_at);
create index series_change_oldest on series_change (created_at);
create table series_change_date (
  change_id uuid not null references series_change on delete cascade,
  event_id uuid not null references event on delete cascade,
  outcome text check (outcome in ('DONE', 'REFUSED')),
  problem text,
  primary key (change_id, event_id)
);
create index series_change_date_of_event on series_change_date (event_id);
`,
  },
  { name: "028-event-by-tag", beside: { index: "event_by_tag", definition: "on event using gin (tags)" } },
];
