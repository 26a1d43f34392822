import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Events that ask their buyers questions. */
export const questions: DatabaseMigration = {
  name: "019-questions",
  statements: `
-- Whether orders has to check the answers of the buyer before a hold is converted.
alter table sale add column asks_questions boolean not null default false;
`,
};
