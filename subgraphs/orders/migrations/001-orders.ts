export const orders = {
  name: "001-orders",
  statements: `
create table purchase (
  id uuid primary key,
  number text not null unique,
  buyer_id uuid not null,
  hold_id uuid not null,
  names text[] not null default '{}',
  -- PLACING: it is not known yet whether seating let the order have the hold; nobody sees such an order.
  status text not null check (status in ('PLACING', 'AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW', 'CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED', 'EXPIRED', 'DECLINED')),
  phase text check (phase in ('ASSESSING', 'SELLING', 'CAPTURING')),
  event_id uuid,
  organization_id uuid,
  currency text,
  total int,
  refunded int not null default 0 check (refunded >= 0 and refunded <= coalesce(total, 0)),
  expires_at timestamptz,
  -- The payment that may be under way, and until when no other may.
  payment_id uuid,
  payment_lease_until timestamptz,
  review_assessment_id uuid,
  review_allowed boolean,
  event_cancelled boolean not null default false,
  created_at timestamptz not null default now(),
  check (phase is null or status in ('PROCESSING', 'IN_REVIEW')),
  check (phase is not null or status <> 'PROCESSING'),
  check (status = 'PLACING' or (event_id is not null and organization_id is not null and currency is not null and total is not null))
);
create index purchase_of_buyer on purchase (buyer_id, created_at desc, id desc);
create index purchase_of_organization on purchase (organization_id, created_at desc, id desc);
create index purchase_of_event on purchase (event_id, id);

create table order_item (
  order_id uuid not null references purchase,
  position int not null,
  seat_id text not null,
  section_id uuid not null,
  section_name text not null,
  row_label text,
  number text,
  tier_name text not null,
  price int not null,
  primary key (order_id, position)
);

create table order_step (
  order_id uuid not null references purchase,
  no int not null,
  at timestamptz not null default now(),
  status text not null,
  note text,
  primary key (order_id, no)
);

create table ticket (
  id uuid primary key,
  order_id uuid not null,
  position int not null,
  event_id uuid not null,
  organization_id uuid not null,
  holder_id uuid not null,
  holder_name text,
  status text not null check (status in ('VALID', 'USED', 'CANCELLED')),
  revision int not null default 1,
  price int not null,
  used_at timestamptz,
  used_by uuid,
  created_at timestamptz not null,
  unique (order_id, position),
  foreign key (order_id, position) references order_item
);
create index ticket_of_holder on ticket (holder_id, created_at desc, id desc);

create table refund (
  id uuid primary key,
  order_id uuid not null references purchase,
  amount int not null check (amount >= 0),
  reason text not null,
  ticket_ids uuid[] not null,
  asked_by uuid,
  created_at timestamptz not null default now()
);

create table cancelled_event (event_id uuid primary key, reason text not null);
`,
};
