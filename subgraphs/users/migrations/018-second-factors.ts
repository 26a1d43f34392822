export const secondFactors = {
  name: "018-second-factors",
  statements: `
-- How a session was opened (names as in RFC 8176), and when its person last proved who they are. Null in sessions from before: when they began.
alter table session
  add column amr text[] not null default '{}',
  add column auth_time timestamptz;

-- Apps that show one-time codes (RFC 6238). One is pending until the session that asked for it confirms a code.
create table totp (
  id uuid primary key,
  user_id uuid not null references app_user,
  enrolled_in uuid not null,
  sealed_secret text not null,
  -- Of the last code that was used: only later ones count.
  last_step int not null default 0,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz
);
create unique index totp_one_confirmed on totp (user_id) where confirmed_at is not null;
create unique index totp_one_pending on totp (user_id) where confirmed_at is null;

create table recovery_code (
  code_hash text primary key,
  user_id uuid not null references app_user,
  used_at timestamptz
);
create index recovery_code_of_user on recovery_code (user_id);

-- Sign-ins whose first factor was right, and whose second is still missing.
create table sign_in_challenge (
  token_hash text primary key,
  user_id uuid not null references app_user,
  amr text[] not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in_challenge_of_user on sign_in_challenge (user_id);
create index sign_in_challenge_age on sign_in_challenge (expires_at);

-- Time since which a user is an owner or platform staff: the grace period for a second factor begins there. A trigger sets it at each change of
-- a membership.
alter table membership add column owner_since timestamptz;
update membership set owner_since = now() where role = 'OWNER';
create function note_owner_since() returns trigger language plpgsql as $$ begin
  if new.role <> 'OWNER' then new.owner_since := null;
  elsif tg_op = 'INSERT' or old.role <> 'OWNER' then new.owner_since := app_now();
  end if;
  return new;
end $$;
create trigger membership_owner_since before insert or update of role on membership for each row execute function note_owner_since();

create table staff_since (
  user_id uuid primary key,
  since timestamptz not null
);
`,
};
