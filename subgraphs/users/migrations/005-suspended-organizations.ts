export const suspendedOrganizations = {
  name: "005-suspended-organizations",
  statements: `
-- By platform staff, whatever its status: it may not sell. Apart from the status, which says whether somebody owns it.
alter table organization add column suspended_at timestamptz;
alter table organization add column suspended_by uuid;
alter table organization add column suspension_reason text;
create index organization_suspended on organization (created_at desc, id desc) where suspended_at is not null;
`,
};
