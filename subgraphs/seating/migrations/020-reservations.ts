import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Seats that clerks keep under a name, until the customer pays at the counter. */
export const reservations: DatabaseMigration = {
  name: "020-reservations",
  statements: `
-- Start of the event; null until catalog has described it again. Reservations end before it by default.
alter table sale add column starts_at timestamptz, add column described_version int not null default 0;

-- Whether it is open, sold, cancelled or expired follows from its holds: sql/functions/reservation_state.sql.
create table reservation (
  id uuid primary key,
  organization_id uuid not null,
  -- Six digits, to be read over the phone.
  number text not null check (number ~ '^[0-9]{6}$'),
  name text not null,
  phone text,
  email text,
  note text,
  kept_until timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null default date_trunc('milliseconds', app_now()),
  cancelled_at timestamptz,
  unique (organization_id, number)
);
create index reservation_of_organization on reservation (organization_id, id);
create index reservation_kept_until on reservation (kept_until);

-- A hold is in one reservation at most. Holds are deleted without it: both are kept for the same time.
create table reservation_hold (
  hold_id uuid primary key,
  reservation_id uuid not null references reservation on delete cascade
);
create index reservation_hold_of on reservation_hold (reservation_id);
`,
};
