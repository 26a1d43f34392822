export const described = {
  name: "004-described",
  statements: `
-- What is on sale already is told too: see commands/describe-event.ts.
insert into outbox (message_id, name, key, body)
select gen_random_uuid(), 'catalog.EventDescribed', e.id::text, jsonb_build_object(
    'eventId', e.id, 'version', e.version, 'name', e.name, 'timeZone', v.time_zone,
    'place', case when e.journey is null then v.name || ', ' || v.city else (e.journey ->> 'origin') || ' – ' || (e.journey ->> 'destination') end,
    'startsAt', to_char(e.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'endsAt', to_char(e.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
from event e join venue v on v.id = e.venue_id where e.status <> 'DRAFT';
`,
};
