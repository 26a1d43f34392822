export const holdPolicy = {
  name: "002-hold-policy",
  statements: `
alter table sale add column max_hold_seconds int not null default 3600;
alter table sale add column avoid_single_seats boolean not null default false;
alter table sale add column companions_per_wheelchair_place int;
alter table sale add column policy_version int not null default 0;

create table sale_channel (
  event_id uuid not null references sale,
  no int not null,
  name text not null,
  key text not null,
  primary key (event_id, no),
  unique (event_id, name),
  unique (event_id, key)
);
-- Room for three versions of each seat in its page: changes stay in it while older versions can't be removed yet.
alter table seat set (fillfactor = 30);

-- Set aside for a channel: BLOCKED for everybody else.
alter table seat add column channel_no int;

drop index hold_of_buyer;
create index hold_of_buyer on hold (event_id, buyer_id) where status in ('ACTIVE', 'CONVERTED');
`,
};
