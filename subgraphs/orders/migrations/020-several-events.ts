import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Orders of several holds, at several events. */
export const severalEvents: DatabaseMigration[] = [
  {
    name: "020-several-events",
    statements: `
-- Besides hold_id and event_id; empty for an order of one hold.
alter table purchase add column more_hold_ids uuid[] not null default '{}';
alter table purchase add column more_event_ids uuid[] not null default '{}';
-- Null for items of before: the event of their order.
alter table order_item add column event_id uuid;
-- Besides event_id, in the read model of purchases.
alter table bought add column more_event_ids uuid[] not null default '{}';
`,
  },
  {
    name: "020-orders-of-more-events",
    beside: {
      index: "purchase_of_more_events",
      definition: "on purchase using gin (more_event_ids) where more_event_ids <> '{}'",
    },
  },
];
