-- A reservation at a time. It follows from the holds alone, so it can't differ from who has the seats: OPEN while one of them is active; SOLD if an order
-- has taken one over; otherwise CANCELLED if it was cancelled or a hold released, such as those of a cancelled event; otherwise EXPIRED. The
-- holds are those that matter in this state: what is still kept, what was sold, or what was given up.
create function reservation_state(p_reservation uuid, p_now timestamptz) returns jsonb language sql stable
set enable_seqscan = off as $$
  with own as materialized (
    select h.*, sale.currency, h.status = 'ACTIVE' and h.expires_at > p_now as is_active
    from reservation_hold r join hold h on h.id = r.hold_id join sale on sale.event_id = h.event_id
    where r.reservation_id = p_reservation
  ), state as (
    select case
      when bool_or(is_active) then 'OPEN'
      when bool_or(status = 'CONVERTED') then 'SOLD'
      when bool_or(status = 'RELEASED') or (select cancelled_at is not null from reservation where id = p_reservation) then 'CANCELLED'
      else 'EXPIRED' end as status
    from own
  )
  select jsonb_build_object('status', state.status,
    'holdIds', coalesce(jsonb_agg(o.id order by o.created_at, o.id), '[]'),
    'orderIds', (select coalesce(jsonb_agg(distinct order_id), '[]') from own where order_id is not null),
    'eventIds', coalesce(jsonb_agg(distinct o.event_id), '[]'),
    'total', coalesce(sum(o.total), 0), 'currency', coalesce(max(o.currency), ''))
  from state left join own o on case state.status when 'OPEN' then o.is_active when 'SOLD' then o.status = 'CONVERTED' else true end
  group by state.status
$$;
