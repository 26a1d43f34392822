export const trouble = {
  name: "003-trouble",
  statements: `
-- Orders that a bank disputed, or called fraud.
create table troubled_order (
  order_id uuid not null,
  what text not null check (what in ('DISPUTED', 'FRAUD_WARNING')),
  heard_at timestamptz not null default now(),
  primary key (order_id, what)
);
`,
};
