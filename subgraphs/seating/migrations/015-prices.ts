import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Several prices for the seats of a tier. An event without them has no rows here, and its holds have no `price_nos`. */
export const prices: DatabaseMigration = {
  name: "015-prices",
  statements: `
-- Version of the event whose prices these are; 0: a seat costs what its tier costs.
alter table sale add column prices_version int not null default 0;
-- Standard price of the tier, if it was changed after the publication.
alter table sale_tier add column price_now int check (price_now >= 0);

-- A price at one of its steps. Rows never change but for is_current, so the price of a held seat is the number of its row.
create table sale_price (
  event_id uuid not null references sale,
  no int not null,
  tier_no int not null,
  label text not null,
  -- Order of the steps of a price, and of the prices of a tier.
  position int not null,
  -- Null for the last step.
  phase text,
  is_current boolean not null default true,
  is_standard boolean not null,
  price int not null check (price >= 0),
  breakdown jsonb not null check ((breakdown ->> 'total')::int = price),
  -- Of the step.
  ends_at timestamptz,
  most int check (most > 0),
  -- Of the price.
  quantity int check (quantity > 0),
  opens_at timestamptz,
  closes_at timestamptz,
  most_per_hold int check (most_per_hold > 0),
  only_with text[] not null default '{}',
  most_for_each int check (most_for_each > 0),
  needs_code boolean not null default false,
  wheelchair_only boolean not null default false,
  primary key (event_id, no),
  foreign key (event_id, tier_no) references sale_tier
);
create index current_sale_price on sale_price (event_id, tier_no, position) where is_current;

-- No more tickets than the bound are held or owned at a price whose quantity is limited. phase is '' for all steps together.
create table sale_price_bound (
  event_id uuid not null references sale,
  tier_no int not null,
  label text not null,
  phase text not null,
  bound int not null default 0,
  counted_at timestamptz,
  count_ms real not null default 0,
  primary key (event_id, tier_no, label, phase)
) with (fillfactor = 50);

-- What a seat at this price costs with a promo code that covers it.
create table price_with_code (
  event_id uuid not null,
  code_no int not null,
  price_no int not null,
  price int not null check (price >= 0),
  breakdown jsonb not null,
  primary key (event_id, code_no, price_no),
  foreign key (event_id, code_no) references promo_code,
  foreign key (event_id, price_no) references sale_price
);
-- Prices that the code opens; null for none: it then covers the seats of its tiers at any price that needs no code.
alter table promo_code add column opens text[];

-- For each seat the number of its price; null for an event whose seats cost what their tiers cost.
alter table hold add column price_nos int[] check (cardinality(price_nos) = cardinality(seat_nos));
create index priced_hold on hold (event_id) where price_nos is not null and status in ('ACTIVE', 'CONVERTED');
`,
};
