import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Questions of an event to its buyers (domain/questions.ts); null for an event that never had any. */
export const questions: DatabaseMigration = {
  name: "019-questions",
  statements: "alter table event add column questionnaire jsonb;",
};
