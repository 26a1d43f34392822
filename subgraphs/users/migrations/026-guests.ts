import { isGuestSql } from "../../../domain/guests.ts";

export const guests = {
  name: "026-guests",
  statements: `
-- Guests are users without an account. Several guests may have one address: it is in guest_key, and never in email_key, which is unique.
alter table app_user
  add column kind text not null default 'PERSON' check (kind in ('PERSON', 'GUEST')),
  add column guest_key text,
  -- Time of the last purchase or use of a code.
  add column guest_seen_at timestamptz,
  add column merged_into uuid,
  add constraint app_user_guest check ((kind = 'GUEST') = (${isGuestSql("id")})) not valid,
  add constraint app_user_guest_has_no_account check (kind = 'PERSON' or (email_key is null and password_hash is null)) not valid;
create index app_user_guests on app_user (guest_key) where guest_key is not null;
create index app_user_merged on app_user (merged_into) where merged_into is not null;
alter table membership add constraint membership_of_person check (not (${isGuestSql("user_id")})) not valid;
alter table totp add constraint totp_of_person check (not (${isGuestSql("user_id")})) not valid;
alter table passkey add constraint passkey_of_person check (not (${isGuestSql("user_id")})) not valid;

-- GUEST_ORDERS: asked for without a session, to find the orders of guests. CLAIM: asked for by an account, to claim them.
alter table email_code
  drop constraint email_code_purpose_check,
  add constraint email_code_purpose_check check (purpose in ('VERIFY', 'CLAIM', 'SIGN_IN', 'RESET', 'REGISTER', 'GUEST_ORDERS')),
  drop constraint email_code_asked_by,
  add constraint email_code_asked_by check (
    case when purpose in ('VERIFY', 'CLAIM') then user_id is not null and session_id is not null
      else nonce_hash is not null and email_key is not null end);
alter table letter
  drop constraint letter_kind_check,
  add constraint letter_kind_check check (kind in ('EMAIL_CODE', 'EMAIL_CHANGED', 'PASSWORD_TRIED', 'ANONYMOUS_CODE', 'PASSWORD_RESET',
    'INVITATION', 'NEW_DEVICE', 'EMAIL_CHANGE_UNDO', 'FACTOR_ADDED', 'FACTOR_REMOVED', 'FACTOR_TRIED', 'FACTORS_AT_RESET',
    'GUEST_CODE', 'CLAIM_CODE'));
`,
};
