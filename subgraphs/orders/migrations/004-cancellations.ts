export const cancellations = {
  name: "004-cancellations",
  statements: `
-- How far the orders of a cancelled event are done with.
alter table cancelled_event add column organization_id uuid;
alter table cancelled_event add column started_at timestamptz not null default date_trunc('milliseconds', now());
alter table cancelled_event add column orders int not null default 0;
alter table cancelled_event add column last_order_id uuid;

-- What payments has said of it.
alter table refund add column status text not null default 'DONE' check (status in ('PENDING', 'DONE', 'FAILED'));
alter table refund alter column status set default 'PENDING';
-- Set if it was asked for because the event was cancelled.
alter table refund add column cancelled_event_id uuid;
create index refund_of_cancelled_event on refund (cancelled_event_id) where cancelled_event_id is not null;
`,
};
