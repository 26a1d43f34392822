/** Time zone of an organization's reports, and the version of what is published of it. */
export const timeZones = {
  name: "031-time-zones",
  statements: `
alter table organization add column time_zone text not null default 'UTC', add column time_zone_changes int not null default 0;
`,
};
