// Which users' access tokens stand for somebody else than before: a session has ended, or rights have changed. Gateways ask for what came since
// they asked last. Triggers write it, so that no command forgets to.
export const viewerChanges = {
  name: "014-viewer-changes",
  statements: `
-- Read by transactions: what one snapshot does not see has the id of its xmin, or a later one.
create table viewer_change (
  user_id uuid not null,
  changed_in xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default now()
);
create index viewer_change_order on viewer_change (changed_in);
create index viewer_change_age on viewer_change (changed_at);

create function note_viewer_change() returns trigger language plpgsql as $$
begin
  insert into viewer_change (user_id) values (case when tg_table_name = 'app_user' then (to_jsonb(new) ->> 'id')::uuid
    else (to_jsonb(coalesce(new, old)) ->> 'user_id')::uuid end);
  return null;
end $$;

create trigger session_changes_viewer after update on session for each row
  when ((old.ended_at, old.created_at) is distinct from (new.ended_at, new.created_at)) execute function note_viewer_change();
create trigger app_user_changes_viewer after update on app_user for each row
  when ((old.status, old.email, old.email_verified_at, old.must_verify) is distinct from (new.status, new.email, new.email_verified_at, new.must_verify))
  execute function note_viewer_change();
create trigger membership_changes_viewer after insert or update or delete on membership for each row execute function note_viewer_change();
`,
};
