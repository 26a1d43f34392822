-- Number of tickets that are held or owned at a price, at one of its steps or (p_phase '') at all.
create function tickets_at_price(p_event uuid, p_tier int, p_label text, p_phase text, p_now timestamptz) returns int language sql volatile as $$
  select count(*)::int
  from hold h cross join lateral unnest(h.seat_nos, h.price_nos) as has(no, price_no)
    join sale_price paid on paid.event_id = p_event and paid.no = has.price_no
    join seat on seat.event_id = p_event and seat.no = has.no and seat.hold_id = h.id
  where h.event_id = p_event and h.price_nos is not null and h.status in ('ACTIVE', 'CONVERTED')
    and paid.tier_no = p_tier and paid.label = p_label and (p_phase = '' or paid.phase = p_phase)
    and (seat.held_until is null or seat.held_until > p_now)
$$;
