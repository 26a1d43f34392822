import { isGuestSql } from "../../../domain/guests.ts";
import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Waiting lists for seats that come back. */
export const waitlists: DatabaseMigration = {
  name: "025-waitlists",
  statements: `
-- Sales channel of the waiting list: seats that are taken while it is open go back to it. Null: the list is not open.
alter table sale add column waitlist_no int;
-- Internal: that of a waiting list. Organizers don't see it, and nobody gets its key.
alter table sale_channel add column is_internal boolean not null default false;

create table waitlist (
  event_id uuid primary key references sale,
  state text not null check (state in ('WHEN_SOLD_OUT', 'OPEN', 'CLOSED', 'ENDED')),
  channel_no int not null,
  offer_seconds int not null check (offer_seconds > 0),
  hold_back_seconds int not null check (hold_back_seconds >= 0),
  closes_before_start_seconds int not null check (closes_before_start_seconds >= 0),
  -- Number of the last entry.
  last_no bigint not null default 0,
  -- Change of the seats that the list has seen; null: it is to be looked at now.
  seen_seq bigint,
  -- When it is to be looked at again, even if no seat changes; null: not by itself.
  next_at timestamptz,
  foreign key (event_id, channel_no) references sale_channel (event_id, no)
);

create index waitlist_live on waitlist (event_id) where state <> 'ENDED';

create table waitlist_entry (
  id uuid primary key,
  event_id uuid not null references waitlist,
  -- In the order of their commits.
  no bigint not null,
  user_id uuid not null,
  quantity int not null check (quantity > 0),
  at_least int not null check (at_least between 1 and quantity),
  together boolean not null,
  wheelchair_places int not null check (wheelchair_places between 0 and at_least),
  -- Empty: any.
  tier_nos int[] not null,
  section_nos int[] not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'OFFERED', 'BOUGHT', 'EXPIRED', 'LEFT')),
  joined_at timestamptz not null,
  -- When seats were first kept for the group.
  held_back_since timestamptz,
  -- Hold of the last offer.
  hold_id uuid unique,
  offers int not null default 0,
  -- Whether an order of an offer has ended without a sale.
  has_failed boolean not null default false,
  passed_because text,
  ended_at timestamptz,
  unique (event_id, no),
  check ((state in ('WAITING', 'OFFERED')) = (ended_at is null))
);
create unique index waitlist_entry_open on waitlist_entry (event_id, user_id) where state in ('WAITING', 'OFFERED');
create index waitlist_entry_of_user on waitlist_entry (user_id);
create index waitlist_entry_waiting on waitlist_entry (event_id, no) where state = 'WAITING';
create index waitlist_entry_offered on waitlist_entry (event_id) where state = 'OFFERED';
create index waitlist_entry_ended on waitlist_entry (ended_at) where ended_at is not null;
create trigger waitlist_entry_user_id_merged before insert on waitlist_entry for each row
  when (${isGuestSql("new.user_id")}) execute function set_current_account('user_id');
`,
};
