export const hands = {
  name: "005-hands",
  statements: `
-- A ticket offered to whoever has the offer's code: one at a time.
create table ticket_offer (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  from_user uuid not null,
  expires_at timestamptz not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'TAKEN', 'WITHDRAWN')),
  taken_by uuid,
  taken_at timestamptz,
  check ((status = 'TAKEN') = (taken_by is not null and taken_at is not null))
);
create unique index ticket_offer_open on ticket_offer (ticket_id) where status = 'OPEN';
create index ticket_offer_of_ticket on ticket_offer (ticket_id, taken_at);

-- What scanners without a network have seen, once each, by the device's own id for it.
create table scan (
  event_id uuid not null,
  id uuid not null,
  ticket_id uuid,
  scanned_at timestamptz not null,
  uploaded_at timestamptz not null default date_trunc('milliseconds', now()),
  scanner_id uuid not null,
  gate text,
  outcome text not null check (outcome in ('ADMITTED', 'DOUBLE', 'REVOKED', 'UNKNOWN', 'OTHER_EVENT')),
  primary key (event_id, id)
);
create index scan_conflicts on scan (event_id, uploaded_at, id) where outcome <> 'ADMITTED';
create index ticket_of_event on ticket (event_id, id);
`,
};
