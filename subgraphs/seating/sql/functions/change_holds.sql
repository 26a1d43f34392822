-- Changes existing holds, each named once. RELEASE: the buyer ends it. EXPIRE: its time is over. EXTEND: it gets more time. CONVERT: an
-- order takes it over. SELL and RETURN: seats of its order are sold, or go back on sale. Only seats that the hold still has are changed, so
-- a late request takes no seat from a new owner. A RELEASE, EXPIRE, CONVERT or SELL that has happened already returns SAME.
create function change_holds(
  p_event uuid,
  p_verb text[], p_hold uuid[], p_order uuid[], p_correlation text[],
  p_request int[], p_seat int[]   -- RETURN: only these seats, each with the number of its request, from 1; all seats of a request that has none here
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s sale%rowtype;
  v_now timestamptz;
begin
  select * into s from sale where event_id = p_event for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  return query
  with target as materialized (
    select q.r, q.verb, q.new_order, q.correlation_id, h.*, h.expires_at <= v_now as run_out,
      greatest(h.expires_at, least(v_now + make_interval(secs => s.hold_seconds), h.created_at + make_interval(secs => s.max_hold_seconds))) as extended_to
    from unnest(p_verb, p_hold, p_order, p_correlation) with ordinality as q(verb, hold_id, new_order, correlation_id, r)
      join hold h on h.id = q.hold_id and h.event_id = p_event
  ), own as materialized (
    select t.r, seat.no, seat.tier_no, seat.status, free_status(seat.channel_no) as unheld
    from target t cross join lateral unnest(t.seat_nos) as has(no)
      join seat on seat.event_id = p_event and seat.no = has.no and seat.hold_id = t.id
  ), decided as materialized (
    select t.*, case t.verb
      when 'RELEASE' then case when t.status <> 'ACTIVE' then 'SAME' when t.run_out then 'EXPIRED' else 'RELEASED' end
      when 'EXPIRE' then case when t.status = 'ACTIVE' and t.run_out then 'EXPIRED' else 'SAME' end
      when 'EXTEND' then case when t.status = 'ACTIVE' and not t.run_out then 'EXTENDED' else 'NOT_ACTIVE' end
      when 'CONVERT' then case when t.order_id = t.new_order then 'SAME'
        when t.status = 'ACTIVE' and not t.run_out and s.state = 'OPEN' and s.sales_end_at > v_now then 'CONVERTED' else 'NOT_ACTIVE' end
      when 'SELL' then case when coalesce(o.n, 0) < cardinality(t.seat_nos) then 'GONE' when o.held = 0 then 'SAME' else 'SOLD' end
      when 'RETURN' then 'RETURNED'
      end as verdict_now
    from target t left join (select r, count(*) as n, count(*) filter (where status = 'HELD') as held from own group by r) o using (r)
  ), changing as materialized (
    select o.no, o.tier_no, o.status as was, d.id as hold_id,
      case when d.verdict_now = 'SOLD' then 'SOLD' when d.verdict_now in ('EXTENDED', 'CONVERTED') then 'HELD' else o.unheld end as becomes,
      case d.verdict_now when 'EXTENDED' then d.extended_to end as until
    from own o join decided d using (r)
    where d.verdict_now in ('RELEASED', 'EXPIRED', 'EXTENDED', 'CONVERTED') or (d.verdict_now = 'SOLD' and o.status = 'HELD')
      or (d.verdict_now = 'RETURNED' and (d.r <> all(p_request) or (d.r, o.no) in (select * from unnest(p_request, p_seat))))
  ), changed as (
    update seat set status = c.becomes, hold_id = case when c.becomes in ('HELD', 'SOLD') then c.hold_id end, held_until = c.until, version = version + 1
    from changing c where seat.event_id = p_event and seat.no = c.no
  ), kept as (
    update hold set status = case d.verdict_now when 'EXTENDED' then 'ACTIVE' else d.verdict_now end,
      order_id = case d.verdict_now when 'CONVERTED' then d.new_order end, expires_at = case d.verdict_now when 'EXTENDED' then d.extended_to else d.expires_at end
    from decided d where hold.id = d.id and d.verdict_now in ('RELEASED', 'EXPIRED', 'EXTENDED', 'CONVERTED')
  ), freed as (
    select case d.verdict_now when 'RETURNED' then 'RETURNED' else 'HOLD_ENDED' end as why, c.tier_no, count(*) as n
    from changing c join decided d on d.id = c.hold_id
    where c.becomes = 'AVAILABLE' and s.state = 'OPEN' and s.sales_end_at > v_now and is_within(s.opens_at, s.closes_at, v_now) group by 1, 2
  ), told as (
    insert into outbox (message_id, name, key, body, correlation_id)
    select gen_random_uuid(), 'seating.HoldEnded', d.id::text,
      jsonb_build_object('holdId', d.id, 'eventId', p_event, 'how', d.verdict_now), d.correlation_id
    from decided d where d.verdict_now in ('RELEASED', 'EXPIRED')
    union all
    select gen_random_uuid(), 'seating.SeatsSold', d.order_id::text,
      jsonb_build_object('eventId', p_event, 'orderId', d.order_id, 'seatCount', (select count(*) from own o where o.r = d.r and o.status = 'HELD')), d.correlation_id
    from decided d where d.verdict_now = 'SOLD'
    union all
    select gen_random_uuid(), 'seating.SeatsFreed', p_event::text,
      jsonb_build_object('eventId', p_event, 'why', f.why,
        'tiers', jsonb_agg(jsonb_build_object('tierId', tier.tier_id, 'seatCount', f.n) order by tier.no)), null
    from freed f join sale_tier tier on tier.event_id = p_event and tier.no = f.tier_no group by f.why
  ), counted as (
    update sale_tier tier set available = tier.available + d.available, blocked = tier.blocked + d.blocked, held = tier.held + d.held, sold = tier.sold + d.sold
    from (select tier_no, count(*) filter (where becomes = 'AVAILABLE') as available, count(*) filter (where becomes = 'BLOCKED') as blocked,
            count(*) filter (where becomes = 'HELD') - count(*) filter (where was = 'HELD') as held,
            count(*) filter (where becomes = 'SOLD') - count(*) filter (where was = 'SOLD') as sold
          from changing group by tier_no) d
    where tier.event_id = p_event and tier.no = d.tier_no
  ), numbered as (
    update sale set change_seq = change_seq + 1 where event_id = p_event and exists (select 1 from changing) returning change_seq
  ), logged as (
    insert into seat_change (event_id, seq, seat_nos) select p_event, change_seq, (select array_agg(no) from changing) from numbered
  )
  select d.r::int, d.verdict_now, null::jsonb from decided d;
end $$;
