import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

/** Signals about the entries of queues. */
export const queueEntrants: DatabaseMigration = {
  name: "011-queue-entrants",
  statements: `
-- Entries of queues with a review.
create table queue_entrant (
  -- Pseudonym in the draw, in hexadecimal.
  entry_id text primary key,
  event_id uuid not null,
  user_id uuid not null,
  -- Opaque name of the network that the person joined from.
  network text,
  joined_at timestamptz not null
);
create index queue_entrant_of_event on queue_entrant (event_id);
create index queue_entrant_joined on queue_entrant (joined_at);
create index queue_entrant_of_guest on queue_entrant (user_id) where ${isGuestSql("user_id")};
create trigger queue_entrant_user_id_merged before insert on queue_entrant for each row
  when (${isGuestSql("new.user_id")}) execute function set_current_account('user_id');

create table queue_assessment (
  event_id uuid primary key,
  -- Entries that were heard of.
  heard int not null default 0,
  -- Entries that joined before the close; null until seating has told.
  entries int,
  assessed_at timestamptz
);
`,
};
