export const emailCodes = {
  name: "002-email-codes",
  statements: `
-- Accounts from before keep their rights: only those that are made with must_verify are restricted until their address is verified.
alter table app_user add column must_verify boolean not null default false;
alter table app_user add column email_verified_at timestamptz;
alter table app_user add column pending_email text;

-- Codes that were mailed. A code is computed from its id and the secret, so it is not stored, not even as a hash.
create table email_code (
  id uuid primary key,
  purpose text not null check (purpose in ('VERIFY')),
  user_id uuid not null references app_user,
  session_id uuid not null references session,
  email text not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create unique index email_code_one_open on email_code (user_id, purpose) where ended_at is null;
create index email_code_age on email_code (expires_at);

-- Mail about accounts that is still to be sent.
create table letter (
  id uuid primary key,
  kind text not null check (kind in ('EMAIL_CODE', 'EMAIL_CHANGED')),
  user_id uuid not null references app_user,
  email text not null,
  code_id uuid references email_code on delete cascade,
  written_at timestamptz not null default now()
);
create index letter_of_user on letter (user_id);

-- How much mail an account, or an address (as a keyed hash), has caused on a day.
create table mail_count (
  whom text not null,
  day date not null,
  count int not null,
  primary key (whom, day)
);
`,
};
