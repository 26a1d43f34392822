import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** When an event is sold, when its doors open, and who sees it. The status follows from the times, so nothing has to be done at them. */
export const times: DatabaseMigration[] = [
  {
    name: "029-times",
    statements: `
alter table event
  add column doors_at timestamptz,
  add column sales_start_at timestamptz,
  add column sales_end_at timestamptz,
  add column visibility text not null default 'PUBLIC' check (visibility in ('PUBLIC', 'UNLISTED', 'PRIVATE')),
  add column access_code text,
  add check (sales_start_at < sales_end_at),
  add check (visibility <> 'PRIVATE' or access_code is not null);
`,
  },
  {
    name: "030-event-with-start-of-sales",
    beside: {
      index: "event_with_start_of_sales",
      definition: "on event (status, starts_at, id) where sales_start_at is not null",
    },
  },
  {
    name: "031-event-with-end-of-sales",
    beside: {
      index: "event_with_end_of_sales",
      definition: "on event (status, starts_at, id) where sales_end_at is not null",
    },
  },
];
