export const organizationStatus = {
  name: "006-organization-status",
  statements: `
-- As users tells it: whether the organization may put events on sale.
alter table organization add column may_sell boolean not null default true;
alter table organization add column status_version int not null default 0;
`,
};
