export const passkeys = {
  name: "021-passkeys",
  statements: `
create table passkey (
  -- The credential's, in base64url, as the key is.
  id text primary key,
  user_id uuid not null references app_user,
  public_key text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  device_type text not null check (device_type in ('singleDevice', 'multiDevice')),
  backed_up boolean not null,
  aaguid uuid not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_user on passkey (user_id, created_at);

-- What an authenticator is to sign. A row is deleted by its use.
create table passkey_challenge (
  challenge_hash text primary key,
  purpose text not null check (purpose in ('ADD', 'SIGN_IN', 'ELEVATE')),
  -- Of the session that asked; null for SIGN_IN.
  session_id uuid,
  expires_at timestamptz not null,
  check ((purpose = 'SIGN_IN') = (session_id is null))
);
create index passkey_challenge_age on passkey_challenge (expires_at);
`,
};
