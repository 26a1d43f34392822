-- Decides requests for seats in order of arrival. Verdicts: HELD; a refusal; KNOWN (the key was used: its stored outcome); STALE (the
-- snapshot has changed); DEFERRED (depends on another request of the batch). A key occurs once: a repeated one waits for the first answer.
-- STALE and DEFERRED have no effect. Holds and refusals are stored under their keys.
create function take_seats(
  p_event uuid,
  p_hold uuid[], p_buyer uuid[], p_mutation text[], p_key text[], p_hash text[],
  p_quantity int[],
  p_expected bigint[],   -- `seq` of the snapshot; null without a snapshot
  p_proposal text[],     -- refusal if nothing has changed since p_expected; null to hold the seats
  p_channel text[],      -- key of the sales channel; null for none
  p_access text[],       -- hash of the access code; null for none
  p_correlation text[],
  p_request int[], p_seat int[],   -- seats, each with the number of its request, from 1
  p_price text[],                  -- chosen price of each of them; null for the standard price
  p_total int[]                    -- total that the buyer expects; null for any
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  s sale%rowtype;
  v_now timestamptz;
  v_until timestamptz;
begin
  select * into s from sale where event_id = p_event for update;
  if s.prices_version > 0 or cardinality(array_remove(p_price, null)) + cardinality(array_remove(p_total, null)) > 0 then
    return query select * from take_seats_in_turn(p_event, p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal, p_channel, p_access,
      p_correlation, p_request, p_seat, p_price, p_total);
    return;
  end if;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  v_until := v_now + make_interval(secs => s.hold_seconds);
  return query
  with asking as materialized (
    select q.*, channel.no as channel_no,
      case when channel.has_own_times then channel.opens_at else s.opens_at end as opens_at,
      case when channel.has_own_times then channel.closes_at else s.closes_at end as closes_at
    from unnest(p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal, p_channel, p_access, p_correlation)
        with ordinality as q(hold_id, buyer_id, mutation, key, hash, quantity, expected, proposal, channel_key, access, correlation_id, r)
      left join sale_channel channel on channel.event_id = p_event and channel.key = q.channel_key
  ), known as materialized (
    select q.r, k.request_hash, k.resource_id, k.outcome
    from asking q join idempotency_key k on k.user_id = q.buyer_id::text and k.mutation = q.mutation and k.key = q.key
  ), wanted as materialized (
    select w.r, w.no, seat.tier_no, seat.status, seat.wheelchair, seat.no is null as missing,
      seat_is_free(seat.status, seat.channel_no, seat.held_until, q.channel_no, v_now) as free
    from unnest(p_request, p_seat) as w(r, no) join asking q using (r) left join seat on seat.event_id = p_event and seat.no = w.no
  ), found as (
    select r, bool_or(missing) as missing, bool_and(free) as free, array_agg(no order by no) filter (where not free) as taken,
      count(*) filter (where wheelchair) as places
    from wanted group by r
  ), owned as materialized (
    select b.buyer_id, has.n
    from (select distinct buyer_id from asking) b cross join lateral seats_of_buyer(p_event, nullif(b.buyer_id, s.organization_id), v_now) has
  ), judged as materialized (
    select q.*, found.taken, known.request_hash, known.resource_id, known.outcome, room_of_buyer(q.buyer_id = s.organization_id, s.max_seats_per_buyer - owned.n) as room,
      case
        when known.r is not null then 'KNOWN'
        else coalesce(
          hold_refusal(
            p_event_exists => s.event_id is not null and not is_tombstone(s.event_id, s.organization_id) and may_enter(s.access_hash, q.access),
            p_is_on_sale => s.state = 'OPEN' and s.sales_end_at > v_now and is_within(q.opens_at, q.closes_at, v_now),
            p_channel_exists => q.channel_key is null or q.channel_no is not null,
            p_room => room_of_buyer(q.buyer_id = s.organization_id, s.max_seats_per_buyer - owned.n),
            p_quantity => q.quantity,
            p_seat_is_missing => found.missing,
            p_places => found.places::int,
            p_companions => s.companions_per_wheelchair_place,
            p_is_stale => q.expected <> s.change_seq or (q.expected is null and s.avoid_single_seats),
            p_all_free => found.free),
          q.proposal, 'HELD')
      end as first_verdict
    from asking q left join known using (r) left join found using (r) join owned using (buyer_id)
  ), candidate as materialized (
    select r, sum(quantity) over (partition by buyer_id order by r) > room as too_many from judged where first_verdict = 'HELD'
  ), deferred as (
    select r from candidate where too_many
    union
    select r from (select c.r, min(c.r) over (partition by w.no) as first from candidate c join wanted w using (r)) claims where r > first
  ), invalidated as (
    -- A choice avoids the seats of earlier requests. If one of those takes none, there may be better seats.
    select min(j.r) as after from judged j left join deferred using (r)
    where j.expected is not null and j.proposal is null and (j.first_verdict <> 'HELD' or deferred.r is not null)
  ), decided as materialized (
    select j.*, case when j.first_verdict = 'HELD' and (deferred.r is not null or (j.expected is not null and j.r > invalidated.after)) then 'DEFERRED'
      else j.first_verdict end as verdict_now
    from judged j cross join invalidated left join deferred using (r)
  ), remembered as (
    -- Inserted in order of the keys, which prevents deadlocks between batches of different events.
    insert into idempotency_key (user_id, mutation, key, request_hash, resource_id, outcome)
    select buyer_id::text, mutation, key, hash, case verdict_now when 'HELD' then hold_id::text end,
      case when verdict_now <> 'HELD' then jsonb_build_object('verdict', verdict_now, 'details', case verdict_now
        when 'EventNotOnSale' then case when s.state = 'OPEN' then times_of_sale(opens_at, closes_at, v_now) else '{}' end
        when 'SeatLimitReached' then jsonb_build_object('limit', s.max_seats_per_buyer)
        when 'TooManyCompanions' then jsonb_build_object('companionsPerWheelchairPlace', s.companions_per_wheelchair_place)
        when 'SeatsUnavailable' then jsonb_build_object('seatIds', coalesce((select jsonb_agg(p_event || '.' || no order by no) from unnest(taken) as t(no)), '[]'))
        else '{}' end) end
    from decided where verdict_now not in ('KNOWN', 'STALE', 'DEFERRED')
    order by buyer_id::text, mutation, key
    on conflict do nothing
    returning user_id, mutation as used_for, key as named, outcome as stored
  ), settled as materialized (
    -- A key that is used for another event at the same time is decided again.
    select d.*, case when d.verdict_now in ('KNOWN', 'STALE', 'DEFERRED') or m.named is not null then d.verdict_now else 'DEFERRED' end as final, m.stored
    from decided d left join remembered m on m.user_id = d.buyer_id::text and m.used_for = d.mutation and m.named = d.key
  ), taking as materialized (
    select d.r, d.hold_id, w.no, w.tier_no, w.status from settled d join wanted w using (r) where d.final = 'HELD'
  ), changed as (
    -- An expired hold loses the seat here. Its other seats are freed by the sweep. While a waiting list is open, the seat goes back to it.
    update seat set status = 'HELD', hold_id = t.hold_id, held_until = v_until, channel_no = coalesce(seat.channel_no, s.waitlist_no), version = version + 1
    from taking t where seat.event_id = p_event and seat.no = t.no
  ), bundle as materialized (
    select t.r, array_agg(t.no order by t.no) as nos, sum(tier.price) as total
    from taking t join sale_tier tier on tier.event_id = p_event and tier.no = t.tier_no group by t.r
  ), made as (
    insert into hold (id, event_id, buyer_id, status, seat_nos, total, channel_no, expires_at, created_at)
    select d.hold_id, p_event, d.buyer_id, 'ACTIVE', bundle.nos, bundle.total, d.channel_no, v_until, v_now from settled d join bundle using (r)
  ), outbox_rows as (
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
      else d.stored end
  from settled d left join bundle using (r);
end $$;
