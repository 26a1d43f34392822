export const purchases = {
  name: "009-purchases",
  statements: `
-- A read model, made of OrderConfirmed and TicketsCancelled: see read/purchases.ts. Amounts in minor units.
create table bought (
  order_id uuid primary key,
  buyer_id uuid not null,
  event_id uuid not null,
  currency text not null,
  total int not null,
  tickets int not null,
  confirmed_at timestamptz not null
);
create index bought_newest on bought (buyer_id, confirmed_at desc, order_id desc);
create table bought_return (
  cancellation_id uuid primary key,
  order_id uuid not null,
  tickets int not null,
  amount int not null
);
create index bought_return_of_order on bought_return (order_id);
`,
};
