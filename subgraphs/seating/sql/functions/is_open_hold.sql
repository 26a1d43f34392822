-- Whether a hold has seats that are not paid for. Volatile: it must see what was committed while its caller waited for a lock.
create function is_open_hold(p_hold uuid, p_now timestamptz) returns boolean language sql volatile as $$
  select exists (select 1 from hold h where h.id = p_hold and ((h.status = 'ACTIVE' and h.expires_at > p_now)
    or (h.status = 'CONVERTED' and exists (
      select 1 from seat where seat.event_id = h.event_id and seat.no = any(h.seat_nos) and seat.hold_id = h.id and seat.status = 'HELD'))))
$$;
