export const refundAttempts = {
  name: "015-refund-attempts",
  statements: `
-- Which try of the refund its status tells of: what is heard late of an earlier try changes nothing.
alter table refund add column attempt int not null default 0;
`,
};
