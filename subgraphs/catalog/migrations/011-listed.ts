import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Lists of events are read in the order of an index, whatever they are filtered by, and past events are not read on the way. */
export const listed: DatabaseMigration[] = [
  {
    name: "011-listed",
    statements: `
-- The city of its venue, as it is compared: what is filtered by stands in the event itself. Triggers, so that it is true whoever changes it.
alter table event add column city_key text;
create function note_event_city() returns trigger language plpgsql as $$ begin
  new.city_key := (select city_key(v.city) from venue v where v.id = new.venue_id);
  return new;
end $$;
create trigger event_city before insert or update of venue_id, city_key on event for each row execute function note_event_city();
create function note_venue_city() returns trigger language plpgsql as $$ begin
  update event set city_key = city_key(new.city) where venue_id = new.id;
  return null;
end $$;
create trigger venue_city after update of city on venue for each row execute function note_venue_city();
-- Whether it is known to be over: what is searched for a text leaves those out. A change of its times may make it false again.
alter table event add column is_past boolean not null default false;
create function forget_event_past() returns trigger language plpgsql as $$ begin new.is_past := false; return new; end $$;
create trigger event_past before update of starts_at, ends_at on event for each row execute function forget_event_past();
update event set city_key = '', is_past = event_over_at(starts_at, ends_at) <= now();
`,
  },
  beside("012-event-by-status", "event_by_status", "on event (status, starts_at, id)"),
  beside("013-event-published", "event_published", "on event (status, starts_at, id) where published"),
  beside("014-event-by-city", "event_by_city", "on event (city_key, status, starts_at, id)"),
  beside("015-event-by-category", "event_by_category", "on event (category, status, starts_at, id)"),
  beside(
    "016-event-by-city-and-category",
    "event_by_city_and_category",
    "on event (city_key, category, status, starts_at, id)",
  ),
  beside(
    "017-event-of-organization",
    "event_of_organization_by_status",
    "on event (organization_id, status, starts_at, id)",
  ),
  beside(
    "018-event-unpublished",
    "event_unpublished",
    "on event (organization_id, status, starts_at, id) where not published",
  ),
  beside(
    "019-event-published-of-organization",
    "event_published_of_organization",
    "on event (organization_id, starts_at, id) where published",
  ),
  beside(
    "020-event-published-of-series",
    "event_published_of_series",
    "on event (series_id, starts_at, id) where published",
  ),
  beside(
    "021-event-by-time",
    "event_by_time",
    "on event using gist (tstzrange(starts_at, event_over_at(starts_at, ends_at)))",
  ),
  beside("022-event-of-venue", "event_of_venue", "on event (venue_id)"),
  beside("023-event-search-coming", "event_search_coming", "on event using gin (search) where not is_past"),
  beside("024-event-not-past", "event_not_past", "on event (event_over_at(starts_at, ends_at)) where not is_past"),
  beside("025-venue-by-city", "venue_by_city_and_name", "on venue (city_key(city), name, id)"),
];

function beside(name: string, index: string, definition: string): DatabaseMigration {
  return { name, beside: { index, definition } };
}
