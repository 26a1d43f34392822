// Views of accounts by platform staff. The session of a view ends with the session of the member of staff, whoever ends that: a trigger does it.
export const supportViews = {
  name: "028-support-views",
  statements: `
create table support_view (
  session_id uuid primary key references session on delete cascade,
  user_id uuid not null references app_user,
  staff_id uuid not null,
  staff_session_id uuid not null,
  began_at timestamptz not null,
  expires_at timestamptz not null
);
create index support_view_of_user on support_view (user_id, began_at desc);
create index support_view_of_staff on support_view (staff_id, began_at);
create index support_view_of_session on support_view (staff_session_id);
create index support_view_age on support_view (began_at);

create function end_support_views() returns trigger language plpgsql as $$
begin
  update session set ended_at = new.ended_at where ended_at is null
    and id in (select v.session_id from support_view v where v.staff_session_id = new.id);
  return null;
end $$;
create trigger session_ends_views after update of ended_at on session for each row
  when (old.ended_at is null and new.ended_at is not null and new.kind = 'USER') execute function end_support_views();
`,
};
