-- Number of seats of an event that a buyer holds or owns, for the limit per buyer. The planner inlines it.
create function seats_of_buyer(p_event uuid, p_buyer uuid, p_now timestamptz) returns table (n int) language sql stable as $$
  select count(*)::int
  from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
  where h.event_id = p_event and h.buyer_id = p_buyer and h.status in ('ACTIVE', 'CONVERTED') and (seat.held_until is null or seat.held_until > p_now)
  -- OFFSET 0 prevents flattening: the index on the buyer is used, whatever the statistics of this fast-growing table say.
  offset 0
$$;
