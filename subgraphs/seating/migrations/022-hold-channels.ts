import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Holds know the sales channel that they were made through: reports count by it. */
export const holdChannels: DatabaseMigration = {
  name: "022-hold-channels",
  statements: "alter table hold add column channel_no int;",
};
