// The OpenID provider: its clients, its records, and its RSA keys. The previous version signs with any current key of signing_key, so keys of
// another kind have their own table.
export const openid = {
  name: "024-openid",
  statements: `
create table rsa_signing_key (
  kid text primary key,
  state text not null check (state in ('NEXT', 'CURRENT', 'RETIRED')),
  public_jwk jsonb not null,
  sealed_private_key text not null,
  changed_at timestamptz not null default now()
);
create unique index rsa_signing_key_one_current on rsa_signing_key (state) where state = 'CURRENT';
create unique index rsa_signing_key_one_next on rsa_signing_key (state) where state = 'NEXT';

create table oauth_client (
  id text primary key,
  -- Null: an app of Boxoffice itself, which asks for no consent.
  organization_id uuid references organization,
  name text not null,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null default '{}',
  backchannel_logout_uri text,
  -- Null: a public client.
  secret_hash text,
  id_token_alg text not null default 'RS256' check (id_token_alg in ('RS256', 'EdDSA')),
  grant_types text[] not null default '{authorization_code,refresh_token}',
  created_by uuid references app_user,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index oauth_client_of_organization on oauth_client (organization_id, created_at);

-- Codes, tokens, grants, sessions and interactions of the provider. Their ids are secrets, and only their hashes are stored.
create table oidc_record (
  model text not null,
  id_hash text not null,
  payload jsonb not null,
  -- Of records that are found by another key: their id.
  sealed_id text,
  uid_hash text,
  user_code_hash text,
  -- Of a grant: its own id, which is no secret.
  grant_id text,
  user_id uuid references app_user,
  client_id text,
  -- Of a session or grant: the session of the person that it belongs to.
  session_id uuid,
  -- A grant that outlives that session.
  is_offline boolean not null default false,
  consumed_at timestamptz,
  -- Of a device code: when its device last asked.
  polled_at timestamptz,
  expires_at timestamptz not null,
  primary key (model, id_hash)
);
create index oidc_record_uid on oidc_record (uid_hash) where uid_hash is not null;
create unique index oidc_record_user_code on oidc_record (user_code_hash) where user_code_hash is not null;
create index oidc_record_grant on oidc_record (grant_id) where grant_id is not null;
create index oidc_record_session on oidc_record (session_id) where session_id is not null;
create index oidc_record_user on oidc_record (user_id) where user_id is not null;
create index oidc_record_age on oidc_record (expires_at);

-- A session of a person has ended, by whichever command: the provider's session ends with it, and the apps are told by a job.
create function end_openid_session() returns trigger language plpgsql as $$
begin
  with ended as (
    delete from oidc_record where model = 'Session' and session_id = new.id returning id_hash, payload
  )
  insert into job (id, kind, key, body, run_at)
    select gen_random_uuid(), 'tell-app-of-logout', ended.id_hash || ' ' || c.id,
      jsonb_build_object('clientId', c.id, 'userId', new.user_id, 'sid', app.value ->> 'sid'), app_now()
    from ended, jsonb_each(coalesce(ended.payload -> 'authorizations', '{}')) as app(key, value)
      join oauth_client c on c.id = app.key and c.backchannel_logout_uri is not null and c.removed_at is null
    on conflict do nothing;
  delete from oidc_record where grant_id in (
    select grant_id from oidc_record where model = 'Grant' and session_id = new.id and not is_offline
  );
  return null;
end $$;
create trigger session_ends_openid after update on session for each row
  when (old.ended_at is null and new.ended_at is not null) execute function end_openid_session();

-- Gateways hear that what a grant allowed is over, or has changed.
create trigger grant_changes_viewer after update on oidc_record for each row
  when (new.model = 'Grant' and old.payload is distinct from new.payload) execute function note_viewer_change();
create trigger grant_end_changes_viewer after delete on oidc_record for each row
  when (old.model = 'Grant') execute function note_viewer_change();
`,
};
