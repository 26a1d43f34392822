import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** From when on codes of tickets are shown. */
export const codeRules: DatabaseMigration = {
  name: "028-code-rules",
  statements: `
-- Without a row codes of the event are shown at once.
create table code_rule (
  event_id uuid primary key,
  -- Before the start of the event.
  minutes_before int not null check (minutes_before > 0)
);
`,
};
