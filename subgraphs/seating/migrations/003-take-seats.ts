// Requests for seats, decided in one round trip (engine/group-commit.ts). Each function takes the lock of the event's sale
// first; every statement after it sees whatever was committed by then.

const inBatches = `
-- Decides requests for seats in the order of their arrival: HELD, a refusal, KNOWN (the key was used before; what was
-- answered then), STALE (what it was picked from has changed meanwhile) or LATER (depends on another request of this batch).
-- Nothing has happened for STALE and LATER. A refusal is remembered under its key just as a hold is.
create function take_seats(
  p_event uuid,
  p_hold uuid[], p_buyer uuid[], p_mutation text[], p_key text[], p_hash text[],
  p_quantity int[],
  p_expected bigint[],   -- the number of the change that the seats were picked after; null for seats picked by hand
  p_proposal text[],     -- the refusal to give if nothing has changed since p_expected; null to hold the seats
  p_channel text[],      -- the key of the sales channel that they come through; null for none
  p_correlation text[],
  p_request int[], p_seat int[]   -- the seats, and the request (from 1) that each belongs to
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s sale%rowtype;
  v_now timestamptz;
  v_until timestamptz;
begin
  select * into s from sale where event_id = p_event for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  v_until := v_now + make_interval(secs => s.hold_seconds);
  return query
  with asking as materialized (
    select q.*, channel.no as channel_no
    from unnest(p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal, p_channel, p_correlation)
        with ordinality as q(hold_id, buyer_id, mutation, key, hash, quantity, expected, proposal, channel_key, correlation_id, r)
      left join sale_channel channel on channel.event_id = p_event and channel.key = q.channel_key
  ), known as materialized (
    select q.r, k.request_hash, k.resource_id, k.outcome
    from asking q join idempotency_key k on k.user_id = q.buyer_id::text and k.mutation = q.mutation and k.key = q.key
  ), wanted as materialized (
    select w.r, w.no, seat.tier_no, seat.status, seat.wheelchair, seat.no is null as missing,
      coalesce((seat.channel_no is null or seat.channel_no = q.channel_no)
        and (seat.status = case when seat.channel_no is null then 'AVAILABLE' else 'BLOCKED' end or (seat.status = 'HELD' and seat.held_until <= v_now)), false) as free
    from unnest(p_request, p_seat) as w(r, no) join asking q using (r) left join seat on seat.event_id = p_event and seat.no = w.no
  ), found as (
    select r, bool_or(missing) as missing, bool_and(free) as free, array_agg(no order by no) filter (where not free) as taken,
      count(*) filter (where wheelchair) as places
    from wanted group by r
  ), owned as materialized (
    -- Lateral, and not to be flattened: by the index on the buyer, whatever the planner believes of a table that grows this fast.
    select b.buyer_id, has.n
    from (select distinct buyer_id from asking) b cross join lateral (
      select count(*)::int as n from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
      where h.event_id = p_event and h.buyer_id = b.buyer_id and h.status in ('ACTIVE', 'CONVERTED')
        and (seat.held_until is null or seat.held_until > v_now)
      offset 0) has
  ), judged as materialized (
    select q.*, found.taken, known.request_hash, known.resource_id, known.outcome, s.max_seats_per_buyer - owned.n as room,
      case
        when known.r is not null then 'KNOWN'
        when s.event_id is null or s.organization_id = s.event_id then 'NotFound:event'
        when s.state <> 'OPEN' or s.sales_end_at <= v_now then 'EventNotOnSale'
        when q.channel_key is not null and q.channel_no is null then 'NotFound:channel'
        when q.quantity > s.max_seats_per_buyer - owned.n then 'SeatLimitReached'
        when found.missing then 'NotFound:seat'
        when found.places > 0 and q.quantity - found.places > found.places * s.companions_per_wheelchair_place then 'TooManyCompanions'
        when q.expected <> s.change_seq or (q.expected is null and s.avoid_single_seats) then 'STALE'
        when not found.free then 'SeatsUnavailable'
        else coalesce(q.proposal, 'HELD')
      end as first_verdict
    from asking q left join known using (r) left join found using (r) join owned using (buyer_id)
  ), candidate as materialized (
    select r, sum(quantity) over (partition by buyer_id order by r) > room as too_many from judged where first_verdict = 'HELD'
  ), later as (
    select r from candidate where too_many
    union
    select r from (select c.r, min(c.r) over (partition by w.no) as first from candidate c join wanted w using (r)) claims where r > first
  ), misled as (
    -- Seats were picked beside those that an earlier one was to take: if that one takes none, there may be better ones.
    select min(j.r) as after from judged j left join later using (r)
    where j.expected is not null and j.proposal is null and (j.first_verdict <> 'HELD' or later.r is not null)
  ), decided as materialized (
    select j.*, case when j.first_verdict = 'HELD' and (later.r is not null or (j.expected is not null and j.r > misled.after)) then 'LATER'
      else j.first_verdict end as verdict_now
    from judged j cross join misled left join later using (r)
  ), remembered as (
    -- In the order of the keys, so that batches of different events never wait for each other in a circle.
    insert into idempotency_key (user_id, mutation, key, request_hash, resource_id, outcome)
    select buyer_id::text, mutation, key, hash, case verdict_now when 'HELD' then hold_id::text end,
      case when verdict_now <> 'HELD' then jsonb_build_object('verdict', verdict_now, 'details', case verdict_now
        when 'SeatLimitReached' then jsonb_build_object('limit', s.max_seats_per_buyer)
        when 'TooManyCompanions' then jsonb_build_object('companionsPerWheelchairPlace', s.companions_per_wheelchair_place)
        when 'SeatsUnavailable' then jsonb_build_object('seatIds', coalesce((select jsonb_agg(p_event || '.' || no order by no) from unnest(taken) as t(no)), '[]'))
        else '{}' end) end
    from decided where verdict_now not in ('KNOWN', 'STALE', 'LATER')
    order by buyer_id::text, mutation, key
    on conflict do nothing
    returning user_id, mutation as used_for, key as named, outcome as told
  ), settled as materialized (
    -- Whose key somebody else used at this very moment, for another event, looks again too.
    select d.*, case when d.verdict_now in ('KNOWN', 'STALE', 'LATER') or m.named is not null then d.verdict_now else 'LATER' end as final, m.told
    from decided d left join remembered m on m.user_id = d.buyer_id::text and m.used_for = d.mutation and m.named = d.key
  ), taking as materialized (
    select d.r, d.hold_id, w.no, w.tier_no, w.status from settled d join wanted w using (r) where d.final = 'HELD'
  ), changed as (
    -- A hold that ran out loses the seat here; what else it had is freed when it is swept.
    update seat set status = 'HELD', hold_id = t.hold_id, held_until = v_until, version = version + 1
    from taking t where seat.event_id = p_event and seat.no = t.no
  ), bundle as materialized (
    select t.r, array_agg(t.no order by t.no) as nos, sum(tier.price) as total
    from taking t join sale_tier tier on tier.event_id = p_event and tier.no = t.tier_no group by t.r
  ), made as (
    insert into hold (id, event_id, buyer_id, status, seat_nos, total, expires_at, created_at)
    select d.hold_id, p_event, d.buyer_id, 'ACTIVE', bundle.nos, bundle.total, v_until, v_now from settled d join bundle using (r)
  ), told as (
    insert into outbox (message_id, name, key, body, correlation_id)
    select gen_random_uuid(), 'seating.SeatsHeld', d.hold_id::text,
      jsonb_build_object('holdId', d.hold_id, 'eventId', p_event, 'buyerId', d.buyer_id, 'seatCount', d.quantity,
                         'expiresAt', to_char(v_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), d.correlation_id
    from settled d where d.final = 'HELD'
  ), counted as (
    update sale_tier tier set available = tier.available - d.available, blocked = tier.blocked - d.blocked, held = tier.held + d.available + d.blocked
    from (select tier_no, count(*) filter (where status = 'AVAILABLE') as available, count(*) filter (where status = 'BLOCKED') as blocked
          from taking where status <> 'HELD' group by tier_no) d
    where tier.event_id = p_event and tier.no = d.tier_no
  ), numbered as (
    update sale set change_seq = change_seq + 1 where event_id = p_event and exists (select 1 from taking) returning change_seq
  ), logged as (
    insert into seat_change (event_id, seq, seat_nos) select p_event, change_seq, (select array_agg(no) from taking) from numbered
  )
  select d.r::int, d.final,
    case d.final when 'HELD' then jsonb_build_object('total', bundle.total, 'createdAt', date_part('epoch', v_now) * 1000,
        'holdSeconds', s.hold_seconds, 'maxHoldSeconds', s.max_hold_seconds)
      when 'KNOWN' then jsonb_build_object('requestHash', d.request_hash, 'resourceId', d.resource_id, 'outcome', d.outcome)
      else d.told end
  from settled d left join bundle using (r);
end $$;
`;

const alone = `
-- The same for one request by itself, step by step: without all that lets requests of a batch decide together it takes a third less time.
create function take_seats_alone(
  p_event uuid, p_hold uuid, p_buyer uuid, p_mutation text, p_key text, p_hash text, p_quantity int, p_expected bigint, p_proposal text,
  p_channel text, p_correlation text, p_seat int[] -- in order
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s record;
  v_now timestamptz;
  v_until timestamptz;
  v_channel int;
  v_owned int;
  v_found int;
  v_places int;
  v_free int;
  v_total bigint;
begin
  request := 1;
  -- A key that is committed while we wait for the lock is not seen here; it is met where ours is written.
  select sale.*, k.key is not null as known, k.request_hash, k.resource_id, k.outcome into s
  from sale left join idempotency_key k on k.user_id = p_buyer::text and k.mutation = p_mutation and k.key = p_key
  where sale.event_id = p_event for update of sale;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  if s.known then
    verdict := 'KNOWN';
    detail := jsonb_build_object('requestHash', s.request_hash, 'resourceId', s.resource_id, 'outcome', s.outcome);
    return next;
    return;
  end if;
  if p_channel is not null then
    select no into v_channel from sale_channel where event_id = p_event and key = p_channel;
  end if;
  select count(*), count(*) filter (where seat.wheelchair), sum(tier.price),
    count(*) filter (where (seat.channel_no is null or seat.channel_no = v_channel)
      and (seat.status = case when seat.channel_no is null then 'AVAILABLE' else 'BLOCKED' end or (seat.status = 'HELD' and seat.held_until <= v_now))),
    (select count(*)::int from hold h join seat owned on owned.event_id = p_event and owned.no = any(h.seat_nos) and owned.hold_id = h.id
     where h.event_id = p_event and h.buyer_id = p_buyer and h.status in ('ACTIVE', 'CONVERTED') and (owned.held_until is null or owned.held_until > v_now))
  into v_found, v_places, v_total, v_free, v_owned
  from seat join sale_tier tier on tier.event_id = p_event and tier.no = seat.tier_no where seat.event_id = p_event and seat.no = any(p_seat);
  verdict := case
    when s.event_id is null or s.organization_id = s.event_id then 'NotFound:event'
    when s.state <> 'OPEN' or s.sales_end_at <= v_now then 'EventNotOnSale'
    when p_channel is not null and v_channel is null then 'NotFound:channel'
    when p_quantity > s.max_seats_per_buyer - v_owned then 'SeatLimitReached'
    when v_found < cardinality(p_seat) then 'NotFound:seat'
    when v_places > 0 and p_quantity - v_places > v_places * s.companions_per_wheelchair_place then 'TooManyCompanions'
    when p_expected <> s.change_seq or (p_expected is null and s.avoid_single_seats) then 'STALE'
    when v_free < cardinality(p_seat) then 'SeatsUnavailable'
    else coalesce(p_proposal, 'HELD') end;
  if verdict = 'STALE' then
    return next;
    return;
  end if;
  if verdict <> 'HELD' then
    detail := jsonb_build_object('verdict', verdict, 'details', case verdict
      when 'SeatLimitReached' then jsonb_build_object('limit', s.max_seats_per_buyer)
      when 'TooManyCompanions' then jsonb_build_object('companionsPerWheelchairPlace', s.companions_per_wheelchair_place)
      when 'SeatsUnavailable' then jsonb_build_object('seatIds', coalesce((
        select jsonb_agg(p_event || '.' || seat.no order by seat.no) from seat where seat.event_id = p_event and seat.no = any(p_seat) and not coalesce(
          (seat.channel_no is null or seat.channel_no = v_channel) and (seat.status = case when seat.channel_no is null then 'AVAILABLE' else 'BLOCKED' end
            or (seat.status = 'HELD' and seat.held_until <= v_now)), false)), '[]'))
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
      update seat set status = 'HELD', hold_id = p_hold, held_until = v_until, version = version + 1
      where seat.event_id = p_event and seat.no = any(p_seat)
    ), made as (
      insert into hold (id, event_id, buyer_id, status, seat_nos, total, expires_at, created_at)
      values (p_hold, p_event, p_buyer, 'ACTIVE', p_seat, v_total, v_until, v_now)
    ), told as (
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
    detail := jsonb_build_object('total', v_total, 'createdAt', date_part('epoch', v_now) * 1000,
      'holdSeconds', s.hold_seconds, 'maxHoldSeconds', s.max_hold_seconds);
  end if;
  return next;
end $$;
`;

// Refusals that were remembered before these functions, as they remember them.
const remembered = `
update idempotency_key set outcome = jsonb_build_object('details', outcome -> 'details',
  'verdict', case outcome ->> 'typename' when 'NotFound' then 'NotFound:seat' else outcome ->> 'typename' end)
where mutation in ('holdSeats', 'holdBestAvailable') and outcome ? 'typename';
`;

export const takeSeats = { name: "003-take-seats", statements: inBatches + alone + remembered };
