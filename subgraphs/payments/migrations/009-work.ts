export const work = {
  name: "009-work",
  statements: `
-- The idempotency key of the request that began it: whoever settles the payment settles that too.
alter table payment add column paid_by_key text;
alter table payment set (fillfactor = 70);
-- Payments of the version before have a job each, which gives them their item.
`,
};
