-- Notes that so many more tickets are held at limited prices. The caller has the lock of the sale.
create function raise_price_bounds(p_event uuid, p_price int[]) returns void language sql volatile as $$
  update sale_price_bound b set bound = b.bound + held.n
  from (
    select paid.tier_no, paid.label, part.phase, count(*)::int as n
    from unnest(p_price) as u(no) join sale_price paid on paid.event_id = p_event and paid.no = u.no
      cross join lateral (select '' union all select paid.phase where paid.phase is not null) as part(phase)
    group by paid.tier_no, paid.label, part.phase
  ) held
  where b.event_id = p_event and b.tier_no = held.tier_no and b.label = held.label and b.phase = held.phase
$$;
