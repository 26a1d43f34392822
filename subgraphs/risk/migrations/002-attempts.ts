export const attempts = {
  name: "002-attempts",
  statements: `
-- How often orders was asked to let the decision through: whoever was the only one knows what "it never arrived" means.
alter table intended_decision add column attempts int not null default 1;
`,
};
