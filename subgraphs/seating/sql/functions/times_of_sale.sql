-- Details of EventNotOnSale: when sales start, or when they ended; nothing if another reason forbids them.
create function times_of_sale(p_opens_at timestamptz, p_closes_at timestamptz, p_now timestamptz) returns jsonb language sql stable as $$
  select case
    when p_closes_at <= p_now then jsonb_build_object('endedAt', to_char(p_closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    when p_opens_at > p_now then jsonb_build_object('startsAt', to_char(p_opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    else '{}' end
$$;
