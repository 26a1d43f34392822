import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";
import { isGuestSql } from "../../../domain/guests.ts";

const KINDS = [
  ...["ORDER_CONFIRMED", "ORDER_ENDED", "TICKETS_CANCELLED", "TICKET_RECEIVED", "TICKET_HANDED_ON"],
  ...["EVENT_CHANGED", "EVENT_REMINDER", "ORGANIZER_LETTER"],
];

/** Letters to all people with tickets for an event, the choice between tickets and money, and who wants no letters of an organizer. */
export const mailings: DatabaseMigration[] = [
  {
    name: "021-mailings",
    statements: `
create table mailing (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('EVENT_CHANGED', 'EVENT_REMINDER', 'ORGANIZER_LETTER')),
  -- WAITING: no letter is written yet, and a further change of the event becomes part of it.
  status text not null default 'WAITING' check (status in ('WAITING', 'WRITING', 'DONE')),
  -- Letters have at least this version of the event.
  event_version int not null default 0,
  old_starts_at timestamptz,
  old_place text,
  refund_until timestamptz,
  -- Of the organizer's letter.
  subject text,
  body text,
  tier_name text,
  section_id uuid,
  written_by uuid,
  created_at timestamptz not null default date_trunc('milliseconds', app_now()),
  letters int not null default 0,
  last_order_id uuid,
  check ((kind = 'ORGANIZER_LETTER') = (subject is not null and body is not null and written_by is not null)),
  check (kind = 'EVENT_CHANGED' or (old_starts_at is null and old_place is null and refund_until is null))
);
create index mailing_of_event on mailing (event_id, created_at, id);
create unique index mailing_waiting on mailing (event_id) where kind = 'EVENT_CHANGED' and status = 'WAITING';

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (${KINDS.map((kind) => `'${kind}'`).join(", ")}));
alter table letter add column mailing_id uuid references mailing;

create table refund_answer (
  mailing_id uuid not null references mailing,
  order_id uuid not null references purchase,
  answer text not null check (answer in ('KEEP', 'REFUND')),
  answered_at timestamptz not null default date_trunc('milliseconds', app_now()),
  refund_id uuid references refund,
  primary key (mailing_id, order_id),
  check ((answer = 'REFUND') = (refund_id is not null))
);

-- Two requests at once may write two rows: one is enough.
create table unsubscribed (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  organization_id uuid not null,
  at timestamptz not null default date_trunc('milliseconds', app_now())
);
create index unsubscribed_of_user on unsubscribed (user_id, organization_id);
create trigger unsubscribed_user_id_merged before insert on unsubscribed for each row
  when (${isGuestSql("new.user_id")}) execute function set_current_account('user_id');

insert into job (id, kind, key, body, run_at)
  select gen_random_uuid(), 'remind-of-event', event_id::text, jsonb_build_object('eventId', event_id), starts_at - interval '1 day'
  from event_facts where starts_at > app_now() + interval '1 day'
  on conflict do nothing;
`,
  },
  {
    name: "021-letters-of-mailing",
    beside: { index: "letter_of_mailing", definition: "on letter (mailing_id) where mailing_id is not null" },
  },
];
