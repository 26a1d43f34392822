-- Number of tickets that a buyer holds or owns with a code, without those of one hold.
create function tickets_with_code_of(p_event uuid, p_code_no int, p_buyer uuid, p_but_for uuid, p_now timestamptz) returns int language sql stable as $$
  select count(*)::int from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
    join promo_code_price price on price.event_id = p_event and price.code_no = p_code_no and price.tier_no = seat.tier_no
  where h.event_id = p_event and h.buyer_id = p_buyer and h.status in ('ACTIVE', 'CONVERTED') and h.code_no = p_code_no
    and h.id is distinct from p_but_for and (seat.held_until is null or seat.held_until > p_now)
$$;
