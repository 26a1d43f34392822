export const sales = {
  name: "006-sales",
  statements: `
-- A read model, made of OrderConfirmed and TicketsCancelled: see read/sales.ts. Amounts in minor units, days in UTC.
create table sales_by_day (
  organization_id uuid not null,
  event_id uuid not null,
  day date not null,
  currency text not null,
  orders int not null default 0,
  tickets int not null default 0,
  gross int not null default 0,
  tickets_returned int not null default 0,
  returned int not null default 0,
  primary key (organization_id, day, event_id, currency)
);
-- What is counted already.
create table sales_counted (what text not null, id uuid not null, primary key (what, id));
`,
};
