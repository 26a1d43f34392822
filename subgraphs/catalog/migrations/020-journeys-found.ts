import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Journeys are found by route, origin and destination, too. */
export const journeysFound: DatabaseMigration = {
  name: "020-journeys-found",
  statements: `
create or replace function note_event_search() returns trigger language plpgsql as $$ begin
  new.search := (select setweight(to_tsvector('simple', normalize(new.name, NFKC)), 'A')
      || setweight(to_tsvector('simple', normalize(v.name || ' ' || v.city, NFKC)), 'B')
      || setweight(to_tsvector('simple', normalize(concat_ws(' ', new.journey ->> 'route', new.journey ->> 'origin', new.journey ->> 'destination'), NFKC)), 'B')
      || setweight(to_tsvector('simple', normalize(coalesce(new.description, ''), NFKC)), 'C') from venue v where v.id = new.venue_id);
  return new;
end $$;
create or replace trigger event_search before insert or update of name, description, venue_id, journey, search on event
  for each row execute function note_event_search();
update event set search = '' where journey is not null;
`,
};
