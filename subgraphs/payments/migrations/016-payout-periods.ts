import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Earlier payouts, and the first ones of an organization, settle all that came before `until`. */
export const payoutPeriods: DatabaseMigration = {
  name: "016-payout-periods",
  statements: `
alter table payout add column starts_at timestamptz;
alter table payout add constraint payout_of_a_period check (starts_at < until);
`,
};
