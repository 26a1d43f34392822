// Personal data in the database of users: the only place of names and addresses.
import type { PersonalData } from "../../platform/personal-data/declaration.ts";

const CODES = "subgraphs/users/commands/email-codes.ts: forgetCodes";

export const personalData: PersonalData = {
  api_key: {
    kept: {
      name: "the name that a manager gave it, for the organization",
      created_by: "managers must know who created it; the id has no name after an erasure",
    },
    expires: { last_used_at: "with the key, 90 days after it ran out" },
  },
  device: {
    kept: {
      name: "the name that a manager gave it, for the organization",
      created_by: "managers must know who paired it; the id has no name after an erasure",
    },
    expires: { last_seen_at: "with the device, 90 days after it was revoked" },
  },
  app_user: {
    person: ["id"],
    exported: [
      ...["id", "display_name", "email", "email_verified_at", "pending_email", "status", "preferences", "created_at"],
      ...["tries_told_at", "kind", "guest_seen_at"],
    ],
    erased: {
      display_name: "'Deleted user'",
      email: "null",
      email_key: "null",
      guest_key: "null",
      guest_seen_at: "null",
      email_verified_at: "null",
      pending_email: "null",
      password_hash: "null",
      status: "'DELETED'",
      preferences: "'{}'",
      tries_told_at: "null",
    },
    kept: {
      id: "orders and payments refer to it; it has no name after the erasure",
      merged_into: "the old id of a guest leads to the account; it has no name after the merge",
      search_text: "a trigger derives it from the name and the address, which are erased",
    },
  },
  audit_entry: {
    kept: {
      actor: "who acted must stay known; the id has no name after the erasure",
      act_as: "the same",
      subject: "the same",
      reason: "written by organizers and platform staff about their own actions",
      detail: "ids, names of fields and amounts",
      network: "a keyed pseudonym of a network of thousands of people",
    },
  },
  audit_head: "nobody",
  data_export: { person: ["user_id"], exported: ["id", "requested_at", "ready_at"], erased: "rows" },
  data_export_part: {
    expires: { sealed: "with its export, after 7 days or when the person is erased", table_name: "the same" },
  },
  email_code: {
    person: ["user_id"],
    erased: "rows",
    erasedBy: { email: CODES, email_key: CODES, registration: CODES },
    expires: { nonce_hash: "after a day" },
  },
  erasure: {
    kept: { user_id: "a restored database is erased again by it; the id names no person" },
    expires: { email: "when the last mail is sent, at most a day", locale: "the same" },
  },
  erasure_receipt: "nobody",
  event_end: "nobody",
  external_sign_in: { expires: { state_hash: "an hour after it ran out", session_id: "the same" } },
  identity: {
    person: ["user_id"],
    exported: ["id", "issuer", "subject", "label", "created_at", "last_used_at", "removed_at"],
    erased: "rows",
  },
  invitation: { erasedBy: { email: "subgraphs/users/commands/erasures.ts: forgetInvitations" } },
  known_device: {
    person: ["user_id"],
    exported: ["last_at"],
    erased: "rows",
    expires: { device: "180 days after its last use" },
  },
  known_network: { person: ["user_id"], exported: ["network", "last_at"], erased: "rows" },
  letter: { person: ["user_id"], exported: ["kind", "email", "written_at"], erased: "rows" },
  mail_count: { erasedBy: { whom: `${CODES}; rows of an address have its keyed hash, and expire after a day` } },
  membership: {
    person: ["user_id"],
    exported: ["organization_id", "role", "origin", "owner_since"],
    erasedBy: { user_id: "subgraphs/users/commands/memberships.ts: leaveAll" },
  },
  oauth_client: {
    kept: {
      name: "the name of the app",
      created_by: "who added an app must stay known; the id has no name after the erasure",
    },
  },
  oidc_record: {
    person: ["user_id"],
    exported: ["model", "client_id", "expires_at"],
    erased: "rows",
    expires: { payload: "with the code, token or session, at most 30 days" },
  },
  open_claim: "nobody",
  passkey: {
    person: ["user_id"],
    exported: ["id", "name", "device_type", "backed_up", "created_at", "last_used_at"],
    erased: "rows",
  },
  passkey_challenge: { expires: { challenge_hash: "a day after it ran out", session_id: "the same" } },
  organization: {
    kept: {
      name: "the name of the organization",
      contact_email: "the address that the organization publishes for its buyers",
      contact_phone: "the number that the organization publishes for its buyers",
      founder_id: "its founder must stay known; the id has no name after the erasure",
      suspended_by: "the staff member who decided must stay known; the id has no name after the erasure",
    },
  },
  password_try: { expires: { account: "a keyed hash of the address, a day after the last try", place: "the same" } },
  recovery_code: { person: ["user_id"], exported: ["used_at"], erased: "rows" },
  refresh_token: { expires: { token_hash: "30 days after it ran out" } },
  returned_tickets: "nobody",
  rsa_signing_key: "nobody",
  security_alert: {
    person: ["user_id"],
    exported: ["kind", "email", "expires_at", "ended_at"],
    erased: "rows",
    expires: { code_hash: "a day after it ran out", used_key: "the same", email_key: "the same" },
  },
  session: {
    person: ["user_id"],
    exported: [
      "id",
      "created_at",
      "ended_at",
      "device",
      "place",
      "last_seen_at",
      "amr",
      "auth_time",
      "kind",
      "scopes",
      "actor_kind",
      "event_ids",
    ],
    kept: { actor_id: "who acted in the session; the id has no name after an erasure" },
    erased: { device: "null", place: "null" },
    expires: { user_id: "30 days after its last token ran out" },
  },
  sign_in_challenge: { person: ["user_id"], exported: ["amr", "expires_at", "ended_at"], erased: "rows" },
  signing_key: "nobody",
  sold_order: "nobody",
  staff_since: { person: ["user_id"], exported: ["since"], erased: "rows" },
  support_view: {
    person: ["user_id"],
    exported: ["session_id", "began_at", "expires_at"],
    kept: { staff_id: "the member of staff must stay known; the id has no name after the erasure" },
    expires: { user_id: "365 days after the view", staff_session_id: "the same" },
  },
  totp: { person: ["user_id"], exported: ["created_at", "confirmed_at"], erased: "rows" },
  viewer_change: { expires: { user_id: "after an hour" } },
};
