import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Fees and taxes of an event instead of those of its organization; null for the organization's. */
export const eventFees: DatabaseMigration = {
  name: "033-event-fees",
  statements: "alter table event add column own_pricing jsonb;",
};
