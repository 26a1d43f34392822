export const pricing = {
  name: "003-pricing",
  statements: `
-- The organization's fees and taxes (domain/pricing.ts), as they are now.
alter table organization add column pricing jsonb not null default '{"fees": [], "taxes": []}', add column pricing_version int not null default 0;
-- Those that the event's tickets are sold with, and what each tier's tickets cost with them: set when the event is published.
alter table event add column pricing jsonb;
alter table price_tier add column breakdown jsonb;
update event set pricing = '{"fees": [], "taxes": []}' where status <> 'DRAFT';
update price_tier set breakdown = jsonb_build_object('base', amount, 'lines', '[]'::jsonb, 'total', amount)
  from event where event.id = event_id and event.status <> 'DRAFT';
`,
};
