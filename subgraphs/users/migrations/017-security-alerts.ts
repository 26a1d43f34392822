export const securityAlerts = {
  name: "017-security-alerts",
  statements: `
-- Clients that have begun a session: a hash of the user, the user-agent and the network.
create table known_device (
  user_id uuid not null references app_user,
  device text not null,
  last_at timestamptz not null,
  primary key (user_id, device)
);
create index known_device_age on known_device (last_at);

-- Mailed warnings that a person answers with a code: that somebody else has signed in, or has changed the address of the account.
create table security_alert (
  id uuid primary key,
  number bigint not null generated always as identity,
  kind text not null check (kind in ('SIGN_IN', 'EMAIL_CHANGE')),
  user_id uuid not null references app_user,
  -- The recipient. For EMAIL_CHANGE: the address before, which the code gives back.
  email text not null,
  email_key text not null,
  code_hash text not null unique,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- Hash of the idempotency key of the request that used the code.
  used_key text
);
create index security_alert_of_user on security_alert (user_id);
create index security_alert_reserves on security_alert (email_key) where kind = 'EMAIL_CHANGE' and ended_at is null;
create index security_alert_age on security_alert (expires_at);

alter table letter
  add column alert_id uuid references security_alert on delete cascade,
  drop constraint letter_kind_check,
  add constraint letter_kind_check check (kind in ('EMAIL_CODE', 'EMAIL_CHANGED', 'PASSWORD_TRIED', 'ANONYMOUS_CODE', 'PASSWORD_RESET',
    'INVITATION', 'NEW_DEVICE', 'EMAIL_CHANGE_UNDO'));
create index letter_of_alert on letter (alert_id) where alert_id is not null;

-- While an account can get an address back, no other account may have it. The trigger runs after the row is in the unique index. So a transaction
-- that waited there for the change that reserves the address sees the reservation.
create function refuse_reserved_address() returns trigger language plpgsql as $$
begin
  if exists (select 1 from security_alert where kind = 'EMAIL_CHANGE' and ended_at is null and expires_at > app_now()
      and email_key = new.email_key and user_id <> new.id) then
    raise unique_violation using message = 'The address is reserved for the account that had it.', constraint = 'app_user_email_reserved';
  end if;
  return null;
end $$;
create trigger app_user_added_address after insert on app_user for each row
  when (new.email_key is not null) execute function refuse_reserved_address();
create trigger app_user_changed_address after update on app_user for each row
  when (new.email_key is not null and new.email_key is distinct from old.email_key) execute function refuse_reserved_address();
`,
};
