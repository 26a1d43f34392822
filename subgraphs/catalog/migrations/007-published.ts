export const published = {
  name: "007-published",
  statements: `
-- Whether it was ever on sale: what was not is for members of the organization, also once it is cancelled. A trigger, so that it is
-- true whoever changes the status.
alter table event add column published boolean not null default false;
create function note_published() returns trigger language plpgsql as $$ begin new.published := true; return new; end $$;
create trigger event_published before insert or update on event for each row when (new.status in ('ON_SALE', 'SALES_PAUSED')) execute function note_published();
update event e set published = true where status in ('ON_SALE', 'SALES_PAUSED')
  or exists (select 1 from outbox o where o.name = 'catalog.EventPublished' and o.key = e.id::text);
-- Times that no calendar of ours has were taken for drafts.
update event set starts_at = '1970-01-01T00:00:00Z', ends_at = case when ends_at > '1970-01-01T00:00:00Z' then ends_at end where starts_at < '1970-01-01T00:00:00Z';
update event set starts_at = '2999-12-31T00:00:00Z', ends_at = null where starts_at >= '3000-01-01T00:00:00Z';
update event set ends_at = '2999-12-31T23:59:59Z' where ends_at >= '3000-01-01T00:00:00Z' and starts_at < '2999-12-31T23:59:59Z';
`,
};
