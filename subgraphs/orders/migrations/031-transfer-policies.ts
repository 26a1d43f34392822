import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Whether and how tickets of an event are handed on. */
export const transferPolicies: DatabaseMigration = {
  name: "031-transfer-policies",
  statements: `
-- Without a row tickets of the event are handed on freely.
create table transfer_policy (
  event_id uuid primary key,
  mode text not null check (mode in ('FREE', 'ONCE', 'RETURN_ONLY', 'NONE')),
  not_before timestamptz,
  until timestamptz,
  -- After the tickets were issued.
  cool_off_seconds int not null check (cool_off_seconds >= 0),
  -- Tickets of the event that a person may hold to take another one. Null: any number.
  most_per_holder int check (most_per_holder > 0),
  check (not_before < until)
);
`,
};
