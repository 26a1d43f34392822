export const attempts = {
  name: "005-attempts",
  statements: `
-- How often seating may have been asked for the change of the sale that is under way: only who was alone may take it back.
alter table event add column sale_attempts int not null default 0;
`,
};
