-- Whether it is time to sell: domain/sales-window.ts. A bound that is null does not limit. The planner inlines it.
create function is_within(p_opens_at timestamptz, p_closes_at timestamptz, p_now timestamptz) returns boolean language sql immutable as $$
  select coalesce(p_opens_at <= p_now, true) and coalesce(p_closes_at > p_now, true)
$$;
