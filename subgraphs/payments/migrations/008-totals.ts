// What the ledger adds up to by month and by day, so that a balance needs no reading of all earlier entries.
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

export const totals: DatabaseMigration[] = [
  {
    name: "008-totals",
    statements: `
-- What is booked to an organization's account within a month or a day, in UTC. It follows from the entries alone: only their trigger changes it.
create table ledger_total (
  account text not null,
  period text not null check (period in ('month', 'day')),
  starts timestamptz not null,
  currency text not null,
  what text not null,
  amount bigint not null,
  entries int not null,
  primary key (account, period, starts, currency, what)
) with (fillfactor = 50);

-- In the order of the key, so that no two transactions wait for each other.
create function total_entries() returns trigger language plpgsql as $$ begin
  insert into ledger_total as total (account, period, starts, currency, what, amount, entries)
  select e.account, p.period, date_trunc(p.period, e.booked_at, 'UTC'), e.currency, e.what, sum(e.amount), count(*)
  from booked e cross join (values ('day'), ('month')) p (period) where e.account like 'organization:%'
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (account, period, starts, currency, what) do update set amount = total.amount + excluded.amount, entries = total.entries + excluded.entries;
  return null;
end $$;
create trigger ledger_entry_totalled after insert on ledger_entry referencing new table as booked for each statement execute function total_entries();
create function totals_follow_entries() returns trigger language plpgsql as
$$ begin
  if pg_trigger_depth() < 2 then raise exception 'totals follow from the ledger entries'; end if;
  return null;
end $$;

-- Making the trigger has waited for whoever was writing, so entries up to this one are not counted yet, and all later ones are.
create table ledger_uncounted (until bigint not null);
insert into ledger_uncounted select coalesce(max(id), 0) from ledger_entry;
`,
  },
  {
    name: "008-totals-of-before",
    statements: `
insert into ledger_total as total (account, period, starts, currency, what, amount, entries)
select e.account, p.period, date_trunc(p.period, e.booked_at, 'UTC'), e.currency, e.what, sum(e.amount), count(*)
from ledger_entry e cross join (values ('day'), ('month')) p (period) where e.account like 'organization:%' and e.id <= (select until from ledger_uncounted)
group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
on conflict (account, period, starts, currency, what) do update set amount = total.amount + excluded.amount, entries = total.entries + excluded.entries;
update ledger_uncounted set until = 0;
create trigger ledger_total_kept before insert or update or delete or truncate on ledger_total for each statement execute function totals_follow_entries();
`,
  },
  {
    name: "008-totals-by-time",
    beside: { index: "ledger_entry_by_time", definition: "on ledger_entry (account, currency, booked_at, id)" },
  },
  {
    name: "010-covered-refunds",
    statements: `
-- Whether all of its payment has gone back since, so that nobody waits for it any more. Set with the payment, whose row is locked then; of a
-- refund that fails later it says nothing.
alter table refund add column is_covered boolean not null default false;
create function cover_refunds() returns trigger language plpgsql as $$ begin
  update refund set is_covered = (new.status = 'REFUNDED') where payment_id = new.id;
  return null;
end $$;
create trigger payment_covers_refunds after update of status on payment for each row
  when ((old.status = 'REFUNDED') <> (new.status = 'REFUNDED')) execute function cover_refunds();
update refund set is_covered = true from payment where payment.id = refund.payment_id and payment.status = 'REFUNDED';
`,
  },
  {
    name: "011-waiting-refunds",
    beside: {
      index: "refund_waiting",
      definition: "on refund (organization_id, created_at, id) where status = 'FAILED' and not is_covered",
    },
  },
];
