export const interventions = {
  name: "002-interventions",
  statements: `
-- Since when it waits for what it waits for.
alter table purchase add column waiting_since timestamptz not null default now();
-- How often seating was asked to let the order have its hold: whoever was the only one knows what "it never arrived" means.
alter table purchase add column attempts int not null default 1;
create index purchase_being_settled on purchase (waiting_since, id) where phase is not null;

-- Who has pushed an order on, when and why.
create table order_intervention (
  id uuid primary key,
  order_id uuid not null references purchase,
  at timestamptz not null default now(),
  by_user uuid not null,
  note text not null
);
create index order_intervention_of_order on order_intervention (order_id, at, id);
`,
};
