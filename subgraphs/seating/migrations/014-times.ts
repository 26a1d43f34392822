/** Null: no limit. `sales_end_at`, when the event is over, still ends everything. */
export const times = {
  name: "014-times",
  statements: `
alter table sale
  add column opens_at timestamptz,
  add column closes_at timestamptz,
  -- Hash of the code that a request must have; null for an event that is open to all.
  add column access_hash text,
  add column terms_version int not null default 0;
-- A channel with times of its own does not follow those of the event.
alter table sale_channel
  add column has_own_times boolean not null default false,
  add column opens_at timestamptz,
  add column closes_at timestamptz,
  add check (has_own_times or (opens_at is null and closes_at is null)),
  add check (opens_at < closes_at);
`,
};
