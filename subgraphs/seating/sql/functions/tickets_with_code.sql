-- Number of tickets that are held or owned with a code.
create function tickets_with_code(p_event uuid, p_code_no int, p_now timestamptz) returns int language sql stable as $$
  select count(*)::int
  from hold h cross join lateral unnest(h.seat_nos, h.price_nos) as has(no, price_no)
    join seat on seat.event_id = p_event and seat.no = has.no and seat.hold_id = h.id
    left join promo_code_price of_tier on of_tier.event_id = p_event and of_tier.code_no = p_code_no and of_tier.tier_no = seat.tier_no and has.price_no is null
    left join price_with_code of_price on of_price.event_id = p_event and of_price.code_no = p_code_no and of_price.price_no = has.price_no
  where h.event_id = p_event and h.code_no = p_code_no and h.status in ('ACTIVE', 'CONVERTED') and (seat.held_until is null or seat.held_until > p_now)
    and coalesce(of_price.price, of_tier.price) is not null
$$;
