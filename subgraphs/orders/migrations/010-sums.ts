export const sums = {
  name: "010-sums",
  statements: `
-- What is sold of an event in a day may need more than 32 bits. There are few rows: one for each event, day and currency.
alter table sales_by_day alter column gross type bigint, alter column returned type bigint;
`,
};
