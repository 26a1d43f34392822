import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Entries of queues that are held for review before the draw. */
export const queueReviews: DatabaseMigration[] = [
  {
    name: "026-queue-reviews",
    statements: `
alter table queue
  -- From the close on, in which entries can be held and looked at before the draw; null: no review.
  add column review_seconds int check (review_seconds > 0),
  -- Number of the last entry at the close; null before it, and without a review.
  add column closed_no bigint,
  -- Entries that risk was told of.
  add column told int not null default 0,
  -- Of the assessment by risk: the messages that were heard, and whether these are all.
  add column assessed_parts int[] not null default '{}',
  add column is_assessed boolean not null default false,
  -- Entries that were held at the draw, or removed before it.
  add column held int not null default 0;

alter table queue_entry
  drop constraint queue_entry_state_check,
  add constraint queue_entry_state_check
    check (state in ('WAITING', 'HELD_FOR_REVIEW', 'INSIDE', 'DONE', 'LEFT', 'REMOVED')) not valid;

-- Entries that were held, also those that were decided.
create table held_entry (
  entry_id bytea primary key,
  event_id uuid not null references queue,
  reasons jsonb not null,
  -- Null until a person has decided.
  decision text check (decision in ('RELEASED', 'REMOVED'))
);
`,
  },
  {
    name: "026-queue-entries-held",
    beside: {
      index: "queue_entry_held",
      definition: "on queue_entry (event_id, no) where state = 'HELD_FOR_REVIEW'",
    },
  },
];
