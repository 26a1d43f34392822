-- Ends the admissions of an event that are over, and extends those of people with seats that they still have to order or pay. Who has bought
-- makes room at once. The caller has locked the queue. Returns how many are inside.
create function end_admissions(p_event uuid, p_now timestamptz, p_extend_seconds int) returns int language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  with inside as materialized (
    select e.user_id, e.admission_ends_at, e.extendable_until, held.is_open, held.is_sold
    from queue_entry e cross join lateral (
      select coalesce(bool_or(seat.status = 'HELD' and (seat.held_until is null or seat.held_until > p_now)), false) as is_open,
        coalesce(bool_or(seat.status = 'SOLD'), false) as is_sold
      from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
      where h.event_id = p_event and h.buyer_id = e.user_id and h.status in ('ACTIVE', 'CONVERTED') and h.created_at >= e.admitted_at
      offset 0
    ) held
    where e.event_id = p_event and e.state = 'INSIDE'
  ), decided as (
    select user_id, case when is_open and admission_ends_at <= p_now and extendable_until > p_now
        then least(extendable_until, p_now + make_interval(secs => p_extend_seconds)) else admission_ends_at end as ends_at,
      (is_sold and not is_open) as is_done
    from inside
  )
  update queue_entry e set admission_ends_at = d.ends_at, state = case when d.is_done or d.ends_at <= p_now then 'DONE' else 'INSIDE' end
  from decided d
  where e.event_id = p_event and e.user_id = d.user_id and (d.is_done or d.ends_at <= p_now or d.ends_at <> e.admission_ends_at);
  return (select count(*)::int from queue_entry where event_id = p_event and state = 'INSIDE');
end $$;
