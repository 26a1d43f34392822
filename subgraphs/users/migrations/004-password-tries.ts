export const passwordTries = {
  name: "004-password-tries",
  statements: `
-- Wrong passwords, and those that are being looked at. 'account' is a keyed hash of an address, whether or not it has an account;
-- 'place' a network that has signed in to it before, a session, or '' for every other network together.
create table password_try (
  account text not null,
  place text not null,
  failures int not null,
  next_at timestamptz,
  last_at timestamptz not null,
  primary key (account, place)
);
create index password_try_age on password_try (last_at);

-- Networks from which somebody has signed in, under the names that gateways give them.
create table known_network (
  user_id uuid not null references app_user,
  network text not null,
  last_at timestamptz not null,
  primary key (user_id, network)
);
create index known_network_age on known_network (last_at);

-- When the person was last told that somebody tries passwords.
alter table app_user add column tries_told_at timestamptz;
alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in ('EMAIL_CODE', 'EMAIL_CHANGED', 'PASSWORD_TRIED'));
`,
};
