export const identities = {
  name: "025-identities",
  statements: `
-- Accounts of people at other providers (OpenID Connect). The issuer and its subject identify one, never its address.
create table identity (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  user_id uuid not null references app_user,
  -- The address or name at the provider, for the list of the person.
  label text,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- A removed one signs nobody in, also not by its address, until it is linked again.
  removed_at timestamptz,
  unique (issuer, subject)
);
create index identity_of_user on identity (user_id, created_at);

-- Sign-ins that wait for the answer of a provider. A row is deleted by its use.
create table external_sign_in (
  state_hash text primary key,
  issuer text not null,
  -- Of the secret in the browser that began it.
  secret_hash text not null,
  -- Of the session that links an identity; null for a sign-in.
  session_id uuid,
  expires_at timestamptz not null
);
create index external_sign_in_age on external_sign_in (expires_at);

-- FACTOR: a way to sign in was added or removed, or wrong second factors were entered.
alter table security_alert
  drop constraint security_alert_kind_check,
  add constraint security_alert_kind_check check (kind in ('SIGN_IN', 'EMAIL_CHANGE', 'FACTOR'));
alter table letter
  drop constraint letter_kind_check,
  add constraint letter_kind_check check (kind in ('EMAIL_CODE', 'EMAIL_CHANGED', 'PASSWORD_TRIED', 'ANONYMOUS_CODE', 'PASSWORD_RESET',
    'INVITATION', 'NEW_DEVICE', 'EMAIL_CHANGE_UNDO', 'FACTOR_ADDED', 'FACTOR_REMOVED', 'FACTOR_TRIED', 'FACTORS_AT_RESET'));
`,
};
