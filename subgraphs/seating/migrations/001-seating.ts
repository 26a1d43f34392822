// No index names status or expiry of a seat, so that every change of it is a heap-only update; fillfactor leaves it room.
export const seating = {
  name: "001-seating",
  statements: `
create table sale (
  event_id uuid primary key,
  organization_id uuid not null,
  state text not null check (state in ('OPEN', 'PAUSED', 'CLOSED')),
  currency text not null,
  max_seats_per_buyer int not null,
  hold_seconds int not null,
  sales_end_at timestamptz not null,
  schedule_version int not null default 0,
  change_seq bigint not null default 0
) with (fillfactor = 50);

create table sale_section (
  event_id uuid not null references sale,
  no int not null,
  section_id uuid not null,
  name text not null,
  primary key (event_id, no)
);

create table sale_tier (
  event_id uuid not null references sale,
  no int not null,
  tier_id uuid not null,
  name text not null,
  price int not null,
  available int not null check (available >= 0),
  held int not null default 0 check (held >= 0),
  sold int not null default 0 check (sold >= 0),
  blocked int not null default 0 check (blocked >= 0),
  primary key (event_id, no)
) with (fillfactor = 50);

create table seat (
  event_id uuid not null references sale,
  no int not null,
  section_no int not null,
  tier_no int not null,
  row_no int,
  row_label text,
  position int not null,
  block int not null,
  number text,
  wheelchair boolean not null,
  status text not null default 'AVAILABLE' check (status in ('AVAILABLE', 'HELD', 'SOLD', 'BLOCKED')),
  hold_id uuid,
  held_until timestamptz,
  version int not null default 1,
  primary key (event_id, no),
  check ((status in ('HELD', 'SOLD')) = (hold_id is not null)),
  check (held_until is null or status = 'HELD')
) with (fillfactor = 50);

create table hold (
  id uuid primary key,
  event_id uuid not null references sale,
  buyer_id uuid not null,
  status text not null check (status in ('ACTIVE', 'CONVERTED', 'RELEASED', 'EXPIRED')),
  order_id uuid unique,
  seat_nos int[] not null,
  total int not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  check ((status = 'CONVERTED') = (order_id is not null))
);
create index hold_expiry on hold (expires_at) where status = 'ACTIVE';
create index hold_of_buyer on hold (event_id, buyer_id);

create table seat_change (
  event_id uuid not null references sale,
  seq bigint not null,
  seat_nos int[] not null,
  changed_at timestamptz not null default now(),
  primary key (event_id, seq)
);
create index seat_change_age on seat_change (changed_at);
`,
};
