import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

const KINDS = [
  ...["ORDER_CONFIRMED", "ORDER_ENDED", "TICKETS_CANCELLED", "TICKET_RECEIVED", "TICKET_HANDED_ON", "TICKET_MOVED"],
  ...["TICKETS_EXCHANGED", "TICKETS_RETURNED", "EVENT_CHANGED", "EVENT_REMINDER", "ORGANIZER_LETTER"],
];

/** Buyers give tickets back by the organizer's policy. */
export const returns: DatabaseMigration = {
  name: "027-returns",
  statements: `
-- Without a row buyers of the event give nothing back.
create table return_policy (
  event_id uuid primary key,
  mode text not null check (mode in ('NONE', 'WAITLIST', 'ALWAYS')),
  -- Until so many minutes before the start of the event.
  minutes_before int not null check (minutes_before >= 0),
  -- For each ticket, at most its price, in minor units of the event's currency.
  fee int not null check (fee >= 0),
  -- Returns for the waiting list. A return is written only if seating was asked after the one before.
  returns int not null default 0
);

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (${KINDS.map((kind) => `'${kind}'`).join(", ")}));
`,
};
