import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Invoices and credit notes, with numbers without gaps for each organization. */
export const invoices: DatabaseMigration = {
  name: "022-invoices",
  statements: `
-- Settings of an organization. Without a row it writes no invoices.
create table invoicing (
  organization_id uuid primary key,
  is_on boolean not null,
  asks_address boolean not null,
  prefix text not null,
  issuer_name text not null,
  issuer_address text not null,
  vat_id text,
  note text
);

-- Its lock orders the transactions that write documents of an organization.
create table invoice_counter (
  organization_id uuid primary key,
  last int not null default 0,
  last_at timestamptz not null default '-infinity'
);

-- Documents to write: added by the transaction that confirms an order or cancels tickets, taken by a job.
create table invoice_due (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  organization_id uuid not null,
  order_id uuid not null references purchase,
  -- The order, the refund or the dispute.
  source_id uuid not null unique,
  -- Tickets of a credit note.
  positions int[],
  check ((kind = 'CREDIT_NOTE') = (positions is not null))
);
create index invoice_due_of_organization on invoice_due (organization_id, id);
create index invoice_due_of_order on invoice_due (order_id);

create table invoice_address (
  order_id uuid primary key references purchase,
  buyer_id uuid not null,
  name text not null,
  company text,
  address text not null,
  vat_id text
);
create index invoice_address_of_buyer on invoice_address (buyer_id);
create trigger invoice_address_buyer_id_merged before insert on invoice_address for each row
  when (${isGuestSql("new.buyer_id")}) execute function set_current_account('buyer_id');

create table invoice (
  id uuid primary key,
  kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  organization_id uuid not null,
  sequence int not null check (sequence > 0),
  number text not null,
  order_id uuid not null references purchase,
  source_id uuid not null unique,
  -- Of a credit note: the invoice, and its number.
  corrects_id uuid,
  corrects text,
  issued_at timestamptz not null,
  currency text not null,
  -- Negative for a credit note, as the amounts of its lines.
  total int not null,
  issuer jsonb not null,
  recipient jsonb,
  lines jsonb not null,
  unique (organization_id, sequence),
  unique (organization_id, number),
  check ((kind = 'CREDIT_NOTE') = (corrects_id is not null) and (kind = 'CREDIT_NOTE') = (corrects is not null)),
  check (case kind when 'INVOICE' then total >= 0 else total <= 0 end)
);
create index invoice_of_order on invoice (order_id, sequence);
create unique index invoice_once on invoice (order_id) where kind = 'INVOICE';

create function invoice_is_immutable() returns trigger language plpgsql as $$ begin
  raise exception 'an invoice can''t be changed or deleted: a credit note corrects it' using errcode = 'restrict_violation';
end $$;
create trigger invoice_never_changed before update or delete on invoice for each row execute function invoice_is_immutable();
create trigger invoice_never_emptied before truncate on invoice for each statement execute function invoice_is_immutable();

create function invoice_adds_up() returns trigger language plpgsql as $$ begin
  if new.total <> (select coalesce(sum((line ->> 'total')::bigint), 0) from jsonb_array_elements(new.lines) line) then
    raise exception 'the lines of invoice % do not add up to its total', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger invoice_adds_up before insert on invoice for each row execute function invoice_adds_up();
`,
};
