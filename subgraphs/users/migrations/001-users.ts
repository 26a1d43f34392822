export const users = {
  name: "001-users",
  statements: `
create table app_user (
  id uuid primary key,
  display_name text not null,
  email text,
  email_key text unique,
  password_hash text,
  status text not null check (status in ('ACTIVE', 'SUSPENDED', 'DELETED')),
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  check ((status = 'DELETED') = (email is null))
);
create index app_user_newest on app_user (created_at desc, id desc);

create table organization (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table membership (
  organization_id uuid not null references organization,
  user_id uuid not null references app_user,
  role text not null check (role in ('OWNER', 'MANAGER', 'BOX_OFFICE', 'SCANNER', 'AUDITOR')),
  primary key (organization_id, user_id)
);
create index membership_user on membership (user_id);

create table invitation (
  id uuid primary key,
  organization_id uuid not null references organization,
  email text not null,
  role text not null check (role in ('OWNER', 'MANAGER', 'BOX_OFFICE', 'SCANNER', 'AUDITOR')),
  token_hash text not null unique,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index invitation_open on invitation (organization_id) where ended_at is null;

create table session (
  id uuid primary key,
  user_id uuid not null references app_user,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index session_live on session (user_id) where ended_at is null;

create table refresh_token (
  token_hash text primary key,
  session_id uuid not null references session,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_age on refresh_token (expires_at);

create table signing_key (
  kid text primary key,
  state text not null check (state in ('NEXT', 'CURRENT', 'RETIRED')),
  public_jwk jsonb not null,
  sealed_private_key text not null,
  changed_at timestamptz not null default now()
);
create unique index signing_key_one_current on signing_key (state) where state = 'CURRENT';
create unique index signing_key_one_next on signing_key (state) where state = 'NEXT';
`,
};
