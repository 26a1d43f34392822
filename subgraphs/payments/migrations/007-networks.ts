export const networks = {
  name: "007-networks",
  statements: `
-- From where the buyer pays, as the gateways name it: risk weighs declined payments by network too.
alter table payment add column network text;
`,
};
