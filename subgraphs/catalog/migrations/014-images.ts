export const images = {
  name: "026-images",
  statements: `
-- A picture that was uploaded, by the SHA-256 of the file in hex. It is stored anew in several widths, without metadata.
create table image (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  width int not null check (width > 0),
  height int not null check (height > 0),
  -- When something last named it or stopped to: it is deleted some time later, unless something names it.
  touched_at timestamptz not null
);
create index image_touched on image (touched_at);

create table image_variant (
  hash text not null references image on delete cascade,
  width int not null check (width > 0),
  bytes bytea not null,
  primary key (hash, width)
);
-- WebP is compressed already.
alter table image_variant alter column bytes set storage external;

-- Which organizations may show it: those that have uploaded it.
create table image_upload (
  hash text not null references image on delete cascade,
  organization_id uuid not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (hash, organization_id)
);
create index image_uploads_of_organization on image_upload (organization_id, uploaded_at);
create index image_uploads_of_user on image_upload (uploaded_by) where uploaded_by is not null;

-- What shows it. The subject is an event, a venue, a series or an organization.
create table image_use (
  subject_id uuid not null,
  position int not null,
  hash text not null references image,
  alt text not null,
  focus_x float8 check (focus_x between 0 and 1),
  focus_y float8 check (focus_y between 0 and 1),
  event_id uuid references event on delete cascade,
  venue_id uuid references venue on delete cascade,
  series_id uuid references series on delete cascade,
  primary key (subject_id, position),
  check (num_nonnulls(event_id, venue_id, series_id) <= 1 and subject_id = coalesce(event_id, venue_id, series_id, subject_id)),
  check ((focus_x is null) = (focus_y is null))
);
create index image_use_by_hash on image_use (hash);
create index image_use_of_event on image_use (event_id) where event_id is not null;
create index image_use_of_venue on image_use (venue_id) where venue_id is not null;
create index image_use_of_series on image_use (series_id) where series_id is not null;

-- A trigger, so that it is true whatever ends a use. It locks the picture, which so is not deleted at once.
create function touch_image() returns trigger language plpgsql as $$ begin
  update image set touched_at = app_now() where hash = coalesce(new.hash, old.hash);
  return coalesce(new, old);
end $$;
create trigger image_used before insert on image_use for each row execute function touch_image();
create trigger image_unused after delete on image_use for each row execute function touch_image();
`,
};
