// Machines that act for an organization: API keys and devices. Each is a viewer of its own, with its id as the user's.
export const machines = {
  name: "029-machines",
  statements: `
create table api_key (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  -- SHA-256 of the whole key, in base64url.
  key_hash text not null,
  role text not null check (role in ('MANAGER', 'BOX_OFFICE', 'SCANNER', 'AUDITOR')),
  scopes text[] not null,
  event_ids uuid[],
  created_by uuid not null,
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_of_organization on api_key (organization_id) where revoked_at is null;
create index api_key_age on api_key (expires_at);

create table device (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  gate text,
  event_ids uuid[],
  created_by uuid not null,
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  last_seen_at timestamptz,
  revoked_at timestamptz
);
create index device_of_organization on device (organization_id) where revoked_at is null;
create index device_age on device (revoked_at) where revoked_at is not null;

create function note_machine_change() returns trigger language plpgsql as $$
begin
  insert into viewer_change (user_id) values (new.id);
  return null;
end $$;
create trigger api_key_changes_viewer after update on api_key for each row
  when ((old.revoked_at, old.expires_at, old.scopes, old.event_ids, old.role) is distinct from
    (new.revoked_at, new.expires_at, new.scopes, new.event_ids, new.role)) execute function note_machine_change();
create trigger device_changes_viewer after update on device for each row
  when ((old.revoked_at, old.event_ids) is distinct from (new.revoked_at, new.event_ids)) execute function note_machine_change();
`,
};
