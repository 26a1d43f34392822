import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Lists for platform staff are read in the order of an index; a part of a name or an address is found by its trigrams. */
export const lists: DatabaseMigration[] = [
  {
    name: "007-lists",
    statements: `
create extension if not exists pg_trgm;
-- What a part of is searched for, ready to be compared. A trigger, so that it is true whoever changes the user, and empty of whom is erased.
alter table app_user add column search_text text;
create function note_user_search() returns trigger language plpgsql as $$ begin
  new.search_text := lower(normalize(new.display_name || E'\\n' || coalesce(new.email, ''), NFKC));
  return new;
end $$;
create trigger app_user_search before insert or update of display_name, email, search_text on app_user for each row execute function note_user_search();
update app_user set search_text = '';
`,
  },
  beside("008-user-search", "app_user_by_text", "on app_user using gin (search_text gin_trgm_ops)"),
  beside("009-user-by-status", "app_user_by_status", "on app_user (status, created_at desc, id desc)"),
  beside("010-organization-by-status", "organization_by_status", "on organization (status, created_at desc, id desc)"),
  beside(
    "011-organization-not-selling",
    "organization_not_selling",
    "on organization (created_at desc, id desc) where status <> 'ACTIVE' or suspended_at is not null",
  ),
  beside(
    "012-organization-suspended",
    "organization_suspended_not_closed",
    "on organization (created_at desc, id desc) where suspended_at is not null and status <> 'CLOSED'",
  ),
  // A session is forgotten with its last token.
  beside("013-tokens-of-session", "refresh_token_of_session", "on refresh_token (session_id)"),
];

function beside(name: string, index: string, definition: string): DatabaseMigration {
  return { name, beside: { index, definition } };
}
