-- Number of tickets that are held or owned with a code.
create function tickets_with_code(p_event uuid, p_code_no int, p_now timestamptz) returns int language sql stable as $$
  select count(*)::int from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
    join promo_code_price price on price.event_id = p_event and price.code_no = p_code_no and price.tier_no = seat.tier_no
  where h.event_id = p_event and h.code_no = p_code_no and h.status in ('ACTIVE', 'CONVERTED') and (seat.held_until is null or seat.held_until > p_now)
$$;
