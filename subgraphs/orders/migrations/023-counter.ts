import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Sales at the counter, and the drawers of clerks. */
export const counter: DatabaseMigration = {
  name: "023-counter",
  statements: `
-- How an order was paid at the counter; null for orders that are paid online.
alter table purchase add column tender text check (tender in ('CASH', 'TERMINAL', 'COMPLIMENTARY'));

-- Shift of a clerk, from its opening to its closing. Amounts are in minor units.
create table drawer (
  id uuid primary key,
  organization_id uuid not null,
  clerk_id uuid not null,
  currency text not null,
  -- Cash at the opening.
  opening_float int not null check (opening_float >= 0),
  opened_at timestamptz not null default date_trunc('milliseconds', app_now()),
  closed_at timestamptz,
  closed_by uuid,
  -- Cash at the closing: as counted, and the float with all entries in cash.
  counted bigint check (counted >= 0),
  expected bigint,
  note text,
  check ((closed_at is null) = (counted is null) and (closed_at is null) = (expected is null) and (closed_at is null) = (closed_by is null))
);
create unique index drawer_open on drawer (clerk_id) where closed_at is null;
create index drawer_of_organization on drawer (organization_id, opened_at desc, id desc);

-- Sales and refunds in a drawer. A sale that failed has a further entry, which takes it back.
create table drawer_entry (
  id uuid not null,
  kind text not null check (kind in ('SALE', 'REFUND', 'FAILED_SALE')),
  drawer_id uuid not null references drawer,
  order_id uuid not null references purchase,
  tender text not null check (tender in ('CASH', 'TERMINAL', 'COMPLIMENTARY')),
  -- Negative for money that is handed out.
  amount int not null check (case kind when 'SALE' then amount >= 0 else amount <= 0 end),
  tickets int not null,
  -- Cash that the customer gave.
  given int check (given >= amount),
  -- Number on the slip of the terminal.
  reference text,
  -- Why the tickets are complimentary.
  reason text,
  at timestamptz not null default date_trunc('milliseconds', app_now()),
  -- The ID is the order's, or the refund's.
  primary key (id, kind)
);
create index drawer_entry_of_drawer on drawer_entry (drawer_id, at, id);
create index drawer_entry_of_order on drawer_entry (order_id);

create function drawer_entry_needs_open_drawer() returns trigger language plpgsql as $$ begin
  perform 1 from drawer where id = new.drawer_id and closed_at is null for share;
  if not found then
    raise exception 'drawer % is closed', new.drawer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger drawer_entry_in_open_drawer before insert on drawer_entry for each row execute function drawer_entry_needs_open_drawer();

create function drawer_is_immutable() returns trigger language plpgsql as $$ begin
  raise exception 'a closed drawer and its entries never change' using errcode = 'restrict_violation';
end $$;
create trigger drawer_entry_never_changed before update or delete on drawer_entry for each row execute function drawer_is_immutable();
create trigger drawer_entry_never_emptied before truncate on drawer_entry for each statement execute function drawer_is_immutable();
create trigger drawer_never_deleted before delete on drawer for each row execute function drawer_is_immutable();
create trigger drawer_never_emptied before truncate on drawer for each statement execute function drawer_is_immutable();
create trigger drawer_closed_once before update on drawer for each row when (old.closed_at is not null) execute function drawer_is_immutable();
`,
};
