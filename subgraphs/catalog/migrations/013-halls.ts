// The previous version reads all sections of a venue as one hall. That is right until a hall is changed, which only this version can do.
export const halls = {
  name: "013-halls",
  statements: `
alter table venue
  add column address jsonb,
  add column latitude float8 check (latitude between -90 and 90),
  add column longitude float8 check (longitude between -180 and 180),
  add column access text,
  add column focal_point jsonb,
  add column version int not null default 1,
  add column layout int not null default 1,
  add check ((latitude is null) = (longitude is null)),
  add check (layout <= version);

-- Hall of each version of a venue. A trigger, so that there is one whoever creates or changes the venue.
create table venue_version (
  venue_id uuid not null references venue,
  version int not null,
  layout int not null,
  capacity int not null,
  focal_point jsonb,
  created_at timestamptz not null default now(),
  primary key (venue_id, version)
);
insert into venue_version (venue_id, version, layout, capacity, created_at) select id, 1, 1, capacity, created_at from venue;
create function note_venue_version() returns trigger language plpgsql as $$ begin
  insert into venue_version (venue_id, version, layout, capacity, focal_point)
    values (new.id, new.version, new.layout, new.capacity, new.focal_point);
  return null;
end $$;
create trigger venue_created after insert on venue for each row execute function note_venue_version();
create trigger venue_changed after update on venue for each row when (new.version <> old.version) execute function note_venue_version();

-- Events are found by the name of their venue.
create function note_venue_name() returns trigger language plpgsql as $$ begin
  update event set search = '' where venue_id = new.id;
  return null;
end $$;
create trigger venue_name after update on venue for each row when (new.name <> old.name or new.city <> old.city)
  execute function note_venue_name();

create table venue_share (
  venue_id uuid not null references venue,
  organization_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (venue_id, organization_id)
);

alter table section
  add column layout int not null default 1,
  add column shape jsonb,
  add column rank int check (rank > 0),
  drop constraint section_venue_id_position_key,
  drop constraint section_venue_id_name_key,
  add unique (venue_id, layout, position),
  add unique (venue_id, layout, name);

alter table event
  add column venue_version int,
  add foreign key (venue_id, venue_version) references venue_version;
`,
};
