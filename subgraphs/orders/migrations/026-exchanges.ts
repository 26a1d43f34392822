import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

const KINDS = [
  ...["ORDER_CONFIRMED", "ORDER_ENDED", "TICKETS_CANCELLED", "TICKET_RECEIVED", "TICKET_HANDED_ON", "TICKET_MOVED"],
  ...["TICKETS_EXCHANGED", "EVENT_CHANGED", "EVENT_REMINDER", "ORGANIZER_LETTER"],
];

/** Tickets are exchanged for other seats, which are a new order. */
export const exchanges: DatabaseMigration = {
  name: "026-exchanges",
  statements: `
-- Without a row buyers of the event exchange nothing.
create table exchange_policy (
  event_id uuid primary key,
  is_allowed boolean not null,
  -- Until so many minutes before the start of the event.
  minutes_before int not null check (minutes_before >= 0),
  -- For each ticket, at most its price, in minor units of the event's currency.
  fee int not null check (fee >= 0),
  other_events boolean not null
);

create table exchange (
  -- The new order.
  order_id uuid primary key references purchase,
  from_order_id uuid not null references purchase,
  ticket_ids uuid[] not null check (cardinality(ticket_ids) > 0),
  -- Fees, in the sequence of the tickets: parts of their prices that the buyer does not get back.
  fees int[] not null,
  -- What the tickets are worth: their prices less the fees.
  worth int not null check (worth >= 0),
  -- What of that pays for the new order. The rest is refunded.
  credit int not null check (credit between 0 and worth),
  asked_by uuid not null,
  -- OPEN: the tickets are valid. CLAIMED: they change no more, and the payment is being captured. ENDED: nothing was exchanged.
  status text not null default 'OPEN' check (status in ('OPEN', 'CLAIMED', 'DONE', 'ENDED')),
  created_at timestamptz not null default date_trunc('milliseconds', app_now()),
  ended_at timestamptz,
  check (cardinality(ticket_ids) = cardinality(fees)),
  check (order_id <> from_order_id),
  check ((status in ('DONE', 'ENDED')) = (ended_at is not null))
);
create index exchange_of_tickets on exchange (from_order_id);

-- What an order that was paid with a credit can give back, by payment: refunds and further exchanges spend it. An order without a credit has no row.
create table order_fund (
  payment_id uuid primary key,
  order_id uuid not null references purchase,
  -- Funds are spent in this sequence: the buyer's own payment first.
  position int not null,
  amount int not null check (amount >= 0),
  spent int not null default 0 check (spent between 0 and amount),
  unique (order_id, position)
);

-- The order whose tickets pay for this one, and what they pay.
alter table purchase add column exchanged_from uuid;
alter table purchase add column credit int not null default 0;
alter table purchase add constraint purchase_credit_within_total
  check (credit >= 0 and credit <= coalesce(total, 0) and (credit = 0 or exchanged_from is not null)) not valid;

-- The new order that claims the ticket. A claimed ticket is not admitted, refunded, moved or transferred.
alter table ticket add column exchange_id uuid;
-- Of an exchanged ticket: the fee.
alter table ticket add column kept int not null default 0;
alter table ticket add constraint ticket_kept_of_price check (kept between 0 and price) not valid;

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (${KINDS.map((kind) => `'${kind}'`).join(", ")}));
`,
};
