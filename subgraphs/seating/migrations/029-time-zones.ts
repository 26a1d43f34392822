import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Time zones of venues, for offers of waiting lists at night. */
export const timeZones: DatabaseMigration = {
  name: "029-time-zones",
  statements: `
-- IANA name. Null until catalog describes the event again.
alter table sale add column time_zone text;
`,
};
