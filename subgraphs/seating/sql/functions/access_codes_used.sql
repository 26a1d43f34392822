-- Number of access codes of a batch that holds or orders with seats have.
create function access_codes_used(p_event uuid, p_code_no int, p_now timestamptz) returns int language sql stable as $$
  select count(distinct h.access_no)::int
  from hold h cross join lateral unnest(h.seat_nos) as has(no)
    join seat on seat.event_id = p_event and seat.no = has.no and seat.hold_id = h.id
  where h.event_id = p_event and h.code_no = p_code_no and h.access_no is not null and h.status in ('ACTIVE', 'CONVERTED')
    and (seat.held_until is null or seat.held_until > p_now)
$$;
