export const limitedSessions = {
  name: "023-limited-sessions",
  statements: `
-- What limits a session. Without scopes it may do all that the account may do. The actor is who acts in it, if that is not its user.
alter table session
  add column kind text not null default 'USER' check (kind in ('USER', 'SUPPORT', 'GUEST')),
  add column scopes text[],
  add column actor_kind text check (actor_kind in ('app', 'device', 'key', 'staff', 'guest')),
  add column actor_id uuid,
  add column event_ids uuid[],
  add constraint session_is_limited check (kind = 'USER' or scopes is not null),
  add constraint session_actor check ((actor_kind is null) = (actor_id is null));

drop trigger session_changes_viewer on session;
create trigger session_changes_viewer after update on session for each row
  when ((old.ended_at, old.created_at, old.scopes, old.event_ids) is distinct from (new.ended_at, new.created_at, new.scopes, new.event_ids))
  execute function note_viewer_change();
`,
};
