export const catalog = {
  name: "001-catalog",
  statements: `
create table organization (id uuid primary key);

create table venue (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  city text not null,
  country text not null,
  time_zone text not null,
  capacity int not null,
  search tsvector generated always as (to_tsvector('simple', name || ' ' || city)) stored,
  created_at timestamptz not null default now()
);
create index venue_by_name on venue (name, id);
create index venue_search on venue using gin (search);

create table section (
  id uuid primary key,
  venue_id uuid not null references venue,
  position int not null,
  name text not null,
  kind text not null check (kind in ('SEATED', 'GENERAL_ADMISSION')),
  capacity int not null check (capacity > 0),
  seat_rows jsonb,
  unique (venue_id, position),
  unique (venue_id, name)
);

create table series (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  description text,
  created_at timestamptz not null default now()
);

create table event (
  id uuid primary key,
  organization_id uuid not null,
  venue_id uuid not null references venue,
  series_id uuid references series,
  name text not null,
  description text,
  category text not null check (category in ('CONCERT', 'THEATRE', 'SPORT', 'FESTIVAL', 'CONFERENCE', 'JOURNEY', 'OTHER')),
  status text not null check (status in ('DRAFT', 'ON_SALE', 'SALES_PAUSED', 'CANCELLED')),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  journey jsonb,
  max_seats_per_buyer int not null check (max_seats_per_buyer > 0),
  hold_seconds int not null check (hold_seconds > 0),
  version int not null default 1,
  cancel_reason text,
  search tsvector not null,
  created_at timestamptz not null default now(),
  check ((category = 'JOURNEY') = (journey is not null))
);
create index event_soonest on event (starts_at, id);
create index event_by_organization on event (organization_id, starts_at, id);
create index event_by_series on event (series_id, starts_at, id) where series_id is not null;
create index event_search on event using gin (search);

-- An event is over at its end or, if that is unknown, six hours after its beginning.
create function event_over_at(starts_at timestamptz, ends_at timestamptz) returns timestamptz language sql immutable
as $$ select coalesce(ends_at, starts_at + interval '6 hours') $$;

create table price_tier (
  id uuid primary key,
  event_id uuid not null references event,
  name text not null,
  amount int not null check (amount >= 0),
  currency text not null,
  section_ids uuid[] not null,
  unique (event_id, name)
);
`,
};
