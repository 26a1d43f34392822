import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/**
 * Orders by what has become of them, in a table of its own: an index on the status of an order would make every step of an order write to all
 * of its indexes. Orders that are not done are found by their work.
 */
export const lists: DatabaseMigration[] = [
  {
    name: "013-outcomes",
    statements: `
create table order_outcome (
  order_id uuid primary key,
  organization_id uuid not null,
  status text not null,
  created_at timestamptz not null
);
create index order_outcome_newest on order_outcome (organization_id, status, created_at desc, order_id desc);
create function note_outcome() returns trigger language plpgsql as $$ begin
  insert into order_outcome (order_id, organization_id, status, created_at) values (new.id, new.organization_id, new.status, new.created_at)
  on conflict (order_id) do update set status = excluded.status;
  return null;
end $$;
create trigger purchase_outcome after insert or update of status on purchase for each row
  when (new.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED', 'EXPIRED', 'DECLINED')) execute function note_outcome();
`,
  },
  {
    name: "013-outcomes-of-before",
    statements: `
insert into order_outcome (order_id, organization_id, status, created_at)
select id, organization_id, status, created_at from purchase where status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED', 'EXPIRED', 'DECLINED')
on conflict do nothing;
`,
  },
  {
    name: "013-sales-of-event",
    beside: { index: "sales_by_event", definition: "on sales_by_day (event_id, day, currency)" },
  },
];
