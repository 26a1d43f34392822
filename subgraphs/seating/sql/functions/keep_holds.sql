-- Moves the expiry of active holds of an event to a time that was promised to a customer: later than a buyer's hold may last, or earlier. The
-- caller has locked the sale and found the holds active, so that their seats are theirs.
create function keep_holds(p_event uuid, p_hold uuid[], p_until timestamptz) returns void language sql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  with kept as (
    update hold set expires_at = p_until where id = any(p_hold) and event_id = p_event and status = 'ACTIVE' and expires_at <> p_until returning id, seat_nos
  ), changed as (
    update seat set held_until = p_until, version = version + 1
    from (select kept.id, has.no from kept cross join lateral unnest(kept.seat_nos) as has(no)) own
    where seat.event_id = p_event and seat.no = own.no and seat.hold_id = own.id returning seat.no
  ), numbered as (
    update sale set change_seq = change_seq + 1 where event_id = p_event and exists (select from changed) returning change_seq
  )
  insert into seat_change (event_id, seq, seat_nos) select p_event, change_seq, (select array_agg(no) from changed) from numbered
$$;
