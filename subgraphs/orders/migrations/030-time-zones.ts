/** Days of sales in the organization's time zone. */
export const timeZones = {
  name: "030-time-zones",
  statements: `
-- Projection of users' messages: the time zone of each organization that has set one, and the one in which its days are counted.
create table organization_zone (
  organization_id uuid primary key,
  version int not null,
  time_zone text not null,
  counted_zone text not null default 'UTC'
);
-- Sales by quarter of an hour: the offset of each time zone is a multiple of it. Sums of days in any time zone follow from them.
create table sales_by_quarter_hour (
  organization_id uuid not null,
  starts_at timestamptz not null,
  event_id uuid not null,
  currency text not null,
  orders int not null default 0,
  tickets int not null default 0,
  gross bigint not null default 0,
  tickets_returned int not null default 0,
  returned bigint not null default 0,
  primary key (organization_id, starts_at, event_id, currency)
);
-- Sales by day of the organization's time zone. No rows for an organization whose days are those of UTC: sales_by_day has them.
create table sales_by_zone_day (
  organization_id uuid not null,
  day date not null,
  event_id uuid not null,
  currency text not null,
  orders int not null default 0,
  tickets int not null default 0,
  gross bigint not null default 0,
  tickets_returned int not null default 0,
  returned bigint not null default 0,
  primary key (organization_id, day, event_id, currency)
);
create index sales_by_zone_day_of_event on sales_by_zone_day (event_id, day, currency);
`,
};
