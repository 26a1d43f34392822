import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Packages of several events. */
export const packages: DatabaseMigration[] = [
  {
    name: "023-packages",
    statements: `
-- Name of the package that the code stands for; null for a code of the organizer.
alter table promo_code add column package_name text;
-- Holds of a package that were made together, and that one order takes together.
alter table hold add column package_group uuid;

create table ticket_package (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  -- Number of its events that a buyer takes.
  events_to_choose int not null check (events_to_choose between 2 and 10),
  created_at timestamptz not null default date_trunc('milliseconds', app_now())
);
create index ticket_package_of_organization on ticket_package (organization_id, id);

create table ticket_package_event (
  package_id uuid not null references ticket_package,
  event_id uuid not null,
  code_no int not null,
  -- In the order of the organizer, from 0.
  position int not null,
  primary key (package_id, event_id),
  unique (event_id, code_no),
  foreign key (event_id, code_no) references promo_code
);
`,
  },
  {
    name: "023-holds-of-package",
    beside: { index: "hold_of_package", definition: "on hold (package_group) where package_group is not null" },
  },
];
