export const pausedByStaff = {
  name: "009-paused-by-staff",
  statements: `
-- Who of platform staff has paused its sales: then its managers can't resume them.
alter table event add column paused_by_staff uuid;
`,
};
