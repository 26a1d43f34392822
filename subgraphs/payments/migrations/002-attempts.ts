export const attempts = {
  name: "002-attempts",
  statements: `
-- How often orders was asked whether it may be paid: whoever was the only one knows what "it never arrived" means.
alter table payment add column attempts int not null default 1;
`,
};
