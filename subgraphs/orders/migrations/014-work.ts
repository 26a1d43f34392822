export const work = {
  name: "014-work",
  statements: `
-- Orders that are not done have an item each, which says when somebody has to look at them; it looks at all of them now.
insert into work_item (id, kind, attempts, due_at)
select id, 'order', 0, app_now() from purchase where status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW') on conflict do nothing;
-- The order's row then has no index on what changes at each step, and its new versions find room beside the old ones.
drop index purchase_being_settled;
alter table purchase set (fillfactor = 60);
`,
};
