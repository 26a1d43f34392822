export const anonymousCodes = {
  name: "015-anonymous-codes",
  statements: `
-- Codes that are asked for without a session: to sign in, to reset a password, to register. They are bound to a nonce that only the browser has
-- that asked, and to an address, whether or not it has an account.
alter table email_code
  alter column user_id drop not null,
  alter column session_id drop not null,
  add column nonce_hash text,
  add column email_key text,
  -- Of an account that is to be made: name, hash of the password, locale.
  add column registration jsonb,
  -- What the code was used for, so that a repeat of that request gets the same session.
  add column used_key text,
  add column begun_session uuid references session on delete set null,
  drop constraint email_code_purpose_check,
  add constraint email_code_purpose_check check (purpose in ('VERIFY', 'SIGN_IN', 'RESET', 'REGISTER')),
  add constraint email_code_asked_by check (
    case purpose when 'VERIFY' then user_id is not null and session_id is not null
      else nonce_hash is not null and email_key is not null end);
create unique index email_code_one_open_by_address on email_code (email_key, purpose) where ended_at is null and user_id is null;
create index email_code_of_address on email_code (email_key) where email_key is not null;
create index email_code_of_begun_session on email_code (begun_session) where begun_session is not null;

alter table letter
  alter column user_id drop not null,
  add column invitation_id uuid references invitation on delete cascade,
  drop constraint letter_kind_check,
  add constraint letter_kind_check check (
    kind in ('EMAIL_CODE', 'EMAIL_CHANGED', 'PASSWORD_TRIED', 'ANONYMOUS_CODE', 'PASSWORD_RESET', 'INVITATION'));
`,
};
