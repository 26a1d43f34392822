export const letters = {
  name: "008-letters",
  statements: `
-- What tickets and letters say of an event, as catalog has told it last.
create table event_facts (
  event_id uuid primary key,
  version int not null,
  name text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  time_zone text not null
);

-- Mail to people: that it is to be sent, and what has become of it. Their addresses are asked for when it is sent, and kept nowhere.
create table letter (
  id uuid primary key,
  order_id uuid not null references purchase,
  recipient_id uuid not null,
  kind text not null check (kind in ('ORDER_CONFIRMED', 'ORDER_ENDED', 'TICKETS_CANCELLED', 'TICKET_RECEIVED', 'TICKET_HANDED_ON')),
  ticket_ids uuid[] not null default '{}',
  amount int not null default 0,
  reason text,
  status text not null default 'PENDING' check (status in ('PENDING', 'SENT', 'FAILED', 'NEEDLESS')),
  written_at timestamptz not null default date_trunc('milliseconds', now()),
  settled_at timestamptz
);
create index letter_of_order on letter (order_id, written_at, id);
`,
};
