import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Several prices for the seats of a tier, and what was changed. */
export const prices: DatabaseMigration = {
  name: "032-prices",
  statements: `
-- Phases of the standard price, and further prices (entities/tier-prices.ts); null for a tier with one price that was never changed.
alter table price_tier add column prices jsonb;

-- Prices of an event as they were set, once they are changed. The first row has those before the first change.
create table price_change (
  event_id uuid not null references event on delete cascade,
  version int not null,
  changed_at timestamptz not null,
  tiers jsonb not null,
  primary key (event_id, version)
);
`,
};
