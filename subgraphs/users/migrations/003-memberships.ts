export const memberships = {
  name: "003-memberships",
  statements: `
-- How a membership came to be: who was ADDED was not asked. Of those from before, owners count as founders and the rest as accepted.
alter table membership add column origin text not null default 'ADDED' check (origin in ('FOUNDED', 'ACCEPTED', 'ADDED'));
update membership set origin = case when role = 'OWNER' then 'FOUNDED' else 'ACCEPTED' end;

-- PAUSED: its last owner left; CLOSED: for good, nobody works for it.
alter table organization add column status text not null default 'ACTIVE' check (status in ('ACTIVE', 'PAUSED', 'CLOSED'));
alter table organization add column status_changes int not null default 0;
alter table organization add column founder_id uuid;
-- Whether all of its sales were heard of: false for organizations from before.
alter table organization add column sales_known boolean not null default false;
create index organization_of_founder on organization (founder_id, created_at);
create index organization_for_staff on organization (created_at desc, id desc) where status <> 'ACTIVE';

-- What an organization still owes, as other subgraphs tell it. Rows stay, so that a message that comes twice or late changes nothing.
create table sold_order (
  order_id uuid primary key,
  -- Null for one that ended before it was heard of.
  organization_id uuid,
  event_id uuid,
  tickets int not null,
  is_settled boolean not null
);
create index sold_order_of_organization on sold_order (organization_id, event_id);

create table returned_tickets (
  cancellation_id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  tickets int not null
);
create index returned_tickets_of_organization on returned_tickets (organization_id, event_id);

-- A refund or a dispute.
create table open_claim (
  claim_id uuid primary key,
  order_id uuid not null,
  is_settled boolean not null
);
create index open_claim_of_order on open_claim (order_id) where not is_settled;

create table event_end (
  event_id uuid primary key,
  version int not null,
  ends_at timestamptz not null
);
`,
};
