// Search does not depend on how letters are composed: the searched text and the stored text are both normalized to NFKC.
export const normalizedSearch = {
  name: "008-normalized-search",
  statements: `
create function search_query(words text) returns tsquery language sql immutable as $$ select websearch_to_tsquery('simple', normalize(words, NFKC)) $$;
-- What a city is compared by.
create function city_key(city text) returns text language sql immutable as $$ select lower(normalize(city, NFKC)) $$;
create index venue_by_city on venue (city_key(city));
alter table venue alter column search set expression as (to_tsvector('simple', normalize(name || ' ' || city, NFKC)));

-- What an event is found by: its name first, then where it is, then its description. The 'simple' configuration splits words and drops
-- nothing: names come in every language. A trigger, so that it is true whoever changes the event.
create function note_event_search() returns trigger language plpgsql as $$ begin
  new.search := (select setweight(to_tsvector('simple', normalize(new.name, NFKC)), 'A')
      || setweight(to_tsvector('simple', normalize(v.name || ' ' || v.city, NFKC)), 'B')
      || setweight(to_tsvector('simple', normalize(coalesce(new.description, ''), NFKC)), 'C') from venue v where v.id = new.venue_id);
  return new;
end $$;
create trigger event_search before insert or update of name, description, venue_id, search on event for each row execute function note_event_search();
update event e set search = '' from venue v
  where v.id = e.venue_id and (e.name || coalesce(e.description, '') || v.name || v.city) is not nfkc normalized;
`,
};
