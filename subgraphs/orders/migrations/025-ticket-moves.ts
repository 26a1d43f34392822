import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

const KINDS = [
  ...["ORDER_CONFIRMED", "ORDER_ENDED", "TICKETS_CANCELLED", "TICKET_RECEIVED", "TICKET_HANDED_ON", "TICKET_MOVED"],
  ...["EVENT_CHANGED", "EVENT_REMINDER", "ORGANIZER_LETTER"],
];

/** A box office moves a ticket to another seat. */
export const ticketMoves: DatabaseMigration = {
  name: "025-ticket-moves",
  statements: `
create table ticket_move (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  order_id uuid not null references purchase,
  from_seat text not null,
  to_seat text not null,
  asked_by uuid not null,
  reason text not null,
  -- UNDONE: the ticket was cancelled during the move, so the new seat is released.
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'REFUSED', 'UNDONE')),
  created_at timestamptz not null default date_trunc('milliseconds', app_now()),
  ended_at timestamptz,
  check (from_seat <> to_seat),
  check ((status = 'OPEN') = (ended_at is null))
);
create unique index ticket_move_open on ticket_move (ticket_id) where status = 'OPEN';
create index ticket_move_of_order on ticket_move (order_id);

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (${KINDS.map((kind) => `'${kind}'`).join(", ")}));
`,
};
