-- How many seats of an event a buyer holds or owns, for the limit per buyer. The planner inlines it into its caller's query.
create function seats_of_buyer(p_event uuid, p_buyer uuid, p_now timestamptz) returns table (n int) language sql stable as $$
  select count(*)::int
  from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
  where h.event_id = p_event and h.buyer_id = p_buyer and h.status in ('ACTIVE', 'CONVERTED') and (seat.held_until is null or seat.held_until > p_now)
  -- Not to be flattened: by the index on the buyer, whatever the statistics say of a table that grows this fast.
  offset 0
$$;
