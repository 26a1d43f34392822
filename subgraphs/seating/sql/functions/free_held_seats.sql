-- Puts some seats of an active hold back on sale; the hold keeps the others, at their prices. The caller has locked the sale, found the hold
-- active, and leaves it at least one seat.
create function free_held_seats(p_event uuid, p_hold uuid, p_seat int[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s sale%rowtype;
  v_now timestamptz;
  v_total int;
begin
  select * into s from sale where event_id = p_event for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  -- A price stays beside its seat.
  update hold set
    seat_nos = array(select has.no from unnest(seat_nos) with ordinality has(no, i) where has.no <> all(p_seat) order by i),
    price_nos = case when price_nos is not null
      then array(select has.price from unnest(seat_nos, price_nos) with ordinality has(no, price, i) where has.no <> all(p_seat) order by i) end
  where id = p_hold and event_id = p_event;
  select sum((o.breakdown ->> 'total')::int) into v_total from seats_of_holds(array[p_hold]) o;
  update hold set total = v_total where id = p_hold;
  with freed as (
    update seat set status = free_status(channel_no), hold_id = null, held_until = null, version = version + 1
    where seat.event_id = p_event and seat.no = any(p_seat) and seat.hold_id = p_hold and seat.status = 'HELD'
    returning seat.no, seat.tier_no, seat.status
  ), counted as (
    update sale_tier tier set held = tier.held - d.n, available = tier.available + d.available, blocked = tier.blocked + d.n - d.available
    from (select tier_no, count(*) as n, count(*) filter (where status = 'AVAILABLE') as available from freed group by tier_no) d
    where tier.event_id = p_event and tier.no = d.tier_no
  ), told as (
    insert into outbox (message_id, name, key, body)
    select gen_random_uuid(), 'seating.SeatsFreed', p_event::text, jsonb_build_object('eventId', p_event, 'why', 'HOLD_ENDED',
      'tiers', jsonb_agg(jsonb_build_object('tierId', tier.tier_id, 'seatCount', d.n) order by tier.no))
    from (select tier_no, count(*) as n from freed where status = 'AVAILABLE' group by tier_no) d
      join sale_tier tier on tier.event_id = p_event and tier.no = d.tier_no
    where s.state = 'OPEN' and s.sales_end_at > v_now and is_within(s.opens_at, s.closes_at, v_now)
    having count(*) > 0
  ), numbered as (
    update sale set change_seq = change_seq + 1 where event_id = p_event and exists (select from freed) returning change_seq
  )
  insert into seat_change (event_id, seq, seat_nos) select p_event, change_seq, (select array_agg(no) from freed) from numbered;
end $$;
