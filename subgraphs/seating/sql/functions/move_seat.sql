-- Exchanges a sold seat of an order for a free seat of the same tier. Both change in one transaction, under the lock of the sale, so no
-- seat is sold twice and none is lost. The decision is stored under the ID of the move: a repeated request gets it again, whatever has
-- happened to the seats since. Returns the refusal, or null.
create function move_seat(p_move uuid, p_event uuid, p_order uuid, p_from int, p_to int) returns text language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s sale%rowtype;
  v_now timestamptz;
  v_refusal text;
  v_old seat%rowtype;
  v_new seat%rowtype;
  v_hold hold%rowtype;
  v_price int;
  v_freed text;
begin
  select * into s from sale where event_id = p_event for update;
  if not found then return 'NO_SUCH_SEAT'; end if;
  select refusal into v_refusal from seat_move where id = p_move;
  if found then return v_refusal; end if;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  select * into v_old from seat where event_id = p_event and no = p_from;
  select * into v_new from seat where event_id = p_event and no = p_to;
  select * into v_hold from hold where id = v_old.hold_id and order_id = p_order;
  v_price := v_hold.price_nos[array_position(v_hold.seat_nos, p_from)];
  v_refusal := case
    when s.state = 'CLOSED' or s.sales_end_at <= v_now then 'EVENT_OVER'
    when v_hold.id is null or v_old.status <> 'SOLD' then 'SEAT_LOST'
    when v_new.no is null then 'NO_SUCH_SEAT'
    when v_old.number is null or v_new.number is null then 'GENERAL_ADMISSION'
    when v_new.tier_no <> v_old.tier_no then 'OTHER_PRICE'
    when not v_new.wheelchair
      and exists (select from sale_price p where p.event_id = p_event and p.no = v_price and p.wheelchair_only) then 'OTHER_PRICE'
    when not seat_is_free(v_new.status, v_new.channel_no, v_new.held_until, null, v_now) then 'SEAT_TAKEN'
    end;
  insert into seat_move (id, event_id, order_id, from_no, to_no, refusal) values (p_move, p_event, p_order, p_from, p_to, v_refusal);
  if v_refusal is not null then return v_refusal; end if;
  v_freed := free_status(v_old.channel_no);
  -- The price stays at its place, beside the new seat.
  update hold set seat_nos = array_replace(seat_nos, p_from, p_to) where id = v_hold.id;
  -- An expired hold loses the seat here, as in take_seats.
  update seat set status = 'SOLD', hold_id = v_hold.id, held_until = null, channel_no = coalesce(channel_no, s.waitlist_no), version = version + 1 where event_id = p_event and no = p_to;
  update seat set status = v_freed, hold_id = null, version = version + 1 where event_id = p_event and no = p_from;
  update sale_tier set
    available = available + (v_freed = 'AVAILABLE')::int - (v_new.status = 'AVAILABLE')::int,
    blocked = blocked + (v_freed = 'BLOCKED')::int,
    held = held - (v_new.status = 'HELD')::int
  where event_id = p_event and no = v_old.tier_no;
  update sale set change_seq = change_seq + 1 where event_id = p_event;
  insert into seat_change (event_id, seq, seat_nos) values (p_event, s.change_seq + 1, array[p_from, p_to]);
  if v_freed = 'AVAILABLE' and s.state = 'OPEN' and is_within(s.opens_at, s.closes_at, v_now) then
    insert into outbox (message_id, name, key, body)
    select gen_random_uuid(), 'seating.SeatsFreed', p_event::text, jsonb_build_object('eventId', p_event, 'why', 'RETURNED',
      'tiers', jsonb_build_array(jsonb_build_object('tierId', tier.tier_id, 'seatCount', 1)))
    from sale_tier tier where tier.event_id = p_event and tier.no = v_old.tier_no;
  end if;
  return null;
end $$;
