-- Whether a hold or an order has the access code and still has seats, apart from one hold. There is no mark of the use: a hold that ends, or an order
-- that ends without tickets, frees the code. The caller has the lock of the sale.
create function access_code_is_used(p_event uuid, p_code_no int, p_access_no int, p_but_for uuid, p_now timestamptz)
returns boolean language sql stable as $$
  select exists (
    select 1 from hold h
    where h.event_id = p_event and h.code_no = p_code_no and h.access_no = p_access_no and h.status in ('ACTIVE', 'CONVERTED')
      and h.id is distinct from p_but_for
      and exists (
        select 1 from unnest(h.seat_nos) as has(no) join seat on seat.event_id = p_event and seat.no = has.no and seat.hold_id = h.id
        where seat.held_until is null or seat.held_until > p_now))
$$;
