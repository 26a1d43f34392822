-- take_seats for a single request, in steps. Without the handling of batches it takes a third less time. Of an event with several prices
-- each seat gets its price here, in the order of the requests.
create function take_seats_alone(
  p_event uuid, p_hold uuid, p_buyer uuid, p_mutation text, p_key text, p_hash text, p_quantity int, p_expected bigint, p_proposal text,
  p_channel text, p_access text, p_correlation text, p_seat int[], -- ascending
  p_price text[] default null, -- chosen price of each seat
  p_total int default null, -- total that the buyer expects; null for any
  p_opened text[] default null, -- prices that the promo code opens
  p_now timestamptz default null
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s record;
  v_now timestamptz;
  v_until timestamptz;
  v_channel int;
  v_opens timestamptz;
  v_closes timestamptz;
  v_owned int;
  v_found int;
  v_places int;
  v_free int;
  v_total bigint;
  v_refusal text;
  v_refused text;
  v_prices int[];
begin
  request := 1;
  -- A key that is committed during the wait for the lock is not seen here, but conflicts with the insert below.
  select sale.*, k.key is not null as known, k.request_hash, k.resource_id, k.outcome into s
  from sale left join idempotency_key k on k.user_id = p_buyer::text and k.mutation = p_mutation and k.key = p_key
  where sale.event_id = p_event for update of sale;
  v_now := coalesce(p_now, date_trunc('milliseconds', clock_timestamp() + (app_now() - now())));
  if s.known then
    verdict := 'KNOWN';
    detail := jsonb_build_object('requestHash', s.request_hash, 'resourceId', s.resource_id, 'outcome', s.outcome);
    return next;
    return;
  end if;
  v_opens := s.opens_at;
  v_closes := s.closes_at;
  if p_channel is not null then
    -- One row, also for an unknown key.
    select channel.no, case when channel.has_own_times then channel.opens_at else v_opens end,
      case when channel.has_own_times then channel.closes_at else v_closes end
    into v_channel, v_opens, v_closes from (select) one left join sale_channel channel on channel.event_id = p_event and channel.key = p_channel;
  end if;
  select count(*), count(*) filter (where seat.wheelchair), sum(tier.price),
    count(*) filter (where seat_is_free(seat.status, seat.channel_no, seat.held_until, v_channel, v_now)),
    (select n from seats_of_buyer(p_event, nullif(p_buyer, s.organization_id), v_now))
  into v_found, v_places, v_total, v_free, v_owned
  from seat join sale_tier tier on tier.event_id = p_event and tier.no = seat.tier_no where seat.event_id = p_event and seat.no = any(p_seat);
  verdict := coalesce(
    hold_refusal(
      p_event_exists => s.event_id is not null and not is_tombstone(s.event_id, s.organization_id) and may_enter(s.access_hash, p_access),
      p_is_on_sale => s.state = 'OPEN' and s.sales_end_at > v_now and is_within(v_opens, v_closes, v_now),
      p_channel_exists => p_channel is null or v_channel is not null,
      p_room => room_of_buyer(p_buyer = s.organization_id, s.max_seats_per_buyer - v_owned),
      p_quantity => p_quantity,
      p_seat_is_missing => v_found < cardinality(p_seat),
      p_places => v_places,
      p_companions => s.companions_per_wheelchair_place,
      p_is_stale => p_expected <> s.change_seq or (p_expected is null and s.avoid_single_seats),
      p_all_free => v_free >= cardinality(p_seat)),
    p_proposal, 'HELD');
  if verdict = 'STALE' then
    return next;
    return;
  end if;
  if verdict = 'HELD' and s.prices_version > 0 then
    select * into v_prices, v_total, v_refusal, v_refused
    from price_seats(p_event, p_seat, p_price, p_mutation = 'holdBestAvailable', p_opened, v_now);
  end if;
  if verdict = 'HELD' then
    verdict := price_refusal(s.prices_version, p_price, v_refusal, p_total <> v_total);
  end if;
  if verdict <> 'HELD' then
    detail := jsonb_build_object('verdict', verdict, 'details', case verdict
      when 'EventNotOnSale' then case when s.state = 'OPEN' then times_of_sale(v_opens, v_closes, v_now) else '{}' end
      when 'SeatLimitReached' then jsonb_build_object('limit', s.max_seats_per_buyer)
      when 'TooManyCompanions' then jsonb_build_object('companionsPerWheelchairPlace', s.companions_per_wheelchair_place)
      when 'SeatsUnavailable' then jsonb_build_object('seatIds', coalesce((
        select jsonb_agg(p_event || '.' || seat.no order by seat.no) from seat where seat.event_id = p_event and seat.no = any(p_seat)
          and not seat_is_free(seat.status, seat.channel_no, seat.held_until, v_channel, v_now)), '[]'))
      when 'PriceNotUsable' then jsonb_build_object('reason', coalesce(v_refusal, 'UNKNOWN'), 'price', coalesce(v_refused, (array_remove(p_price, null))[1]))
      when 'TotalChanged' then jsonb_build_object('total', v_total, 'currency', s.currency)
      else '{}' end);
  end if;
  insert into idempotency_key (user_id, mutation, key, request_hash, resource_id, outcome)
  values (p_buyer::text, p_mutation, p_key, p_hash, case verdict when 'HELD' then p_hold::text end, detail) on conflict do nothing;
  if not found then
    verdict := 'KNOWN';
    select jsonb_build_object('requestHash', k.request_hash, 'resourceId', k.resource_id, 'outcome', k.outcome) into detail
    from idempotency_key k where k.user_id = p_buyer::text and k.mutation = p_mutation and k.key = p_key;
    return next;
    return;
  end if;
  if verdict = 'HELD' then
    v_until := v_now + make_interval(secs => s.hold_seconds);
    with changed as (
      update seat set status = 'HELD', hold_id = p_hold, held_until = v_until, channel_no = coalesce(seat.channel_no, s.waitlist_no), version = version + 1
      where seat.event_id = p_event and seat.no = any(p_seat)
    ), made as (
      insert into hold (id, event_id, buyer_id, status, seat_nos, price_nos, total, channel_no, expires_at, created_at)
      values (p_hold, p_event, p_buyer, 'ACTIVE', p_seat, v_prices, v_total, v_channel, v_until, v_now)
    ), outbox_rows as (
      insert into outbox (message_id, name, key, body, correlation_id)
      values (gen_random_uuid(), 'seating.SeatsHeld', p_hold::text,
        jsonb_build_object('holdId', p_hold, 'eventId', p_event, 'buyerId', p_buyer, 'seatCount', p_quantity,
                           'expiresAt', to_char(v_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), p_correlation)
    ), counted as (
      update sale_tier tier set available = tier.available - d.available, blocked = tier.blocked - d.blocked, held = tier.held + d.available + d.blocked
      from (select tier_no, count(*) filter (where status = 'AVAILABLE') as available, count(*) filter (where status = 'BLOCKED') as blocked
            from seat where event_id = p_event and no = any(p_seat) and status <> 'HELD' group by tier_no) d
      where tier.event_id = p_event and tier.no = d.tier_no
    ), logged as (
      insert into seat_change (event_id, seq, seat_nos) values (p_event, s.change_seq + 1, p_seat)
    )
    update sale set change_seq = s.change_seq + 1 where event_id = p_event;
    if v_prices is not null then
      perform raise_price_bounds(p_event, v_prices);
    end if;
    detail := jsonb_build_object('total', v_total, 'createdAt', date_part('epoch', v_now) * 1000,
      'holdSeconds', s.hold_seconds, 'maxHoldSeconds', s.max_hold_seconds);
  end if;
  return next;
end $$;
