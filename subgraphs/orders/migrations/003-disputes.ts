export const disputes = {
  name: "003-disputes",
  statements: `
-- What the buyers' banks want back; a dispute that has ended stays so, in whatever order we hear of it.
create table order_dispute (
  id uuid primary key,
  order_id uuid not null references purchase,
  has_ended boolean not null
);
create index order_dispute_of_order on order_dispute (order_id);
-- While one is open nobody enters with the order's tickets.
alter table purchase add column is_frozen boolean not null default false;
`,
};
