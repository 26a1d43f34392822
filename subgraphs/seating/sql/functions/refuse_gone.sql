-- Refuses requests for taken seats, as take_seats would at this moment, and stores the refusals under their keys. For all other requests it
-- returns nothing: take_seats decides those under the lock of the sale. A refusal changes no seat, so it needs no lock: it was true when
-- this statement read. `p_seen`: a request that found no seats in a snapshot is refused only if nothing has changed since. Otherwise:
--   1. The snapshot is read while all seats are taken.
--   2. The buyer returns two seats, with a limit of two.
--   3. The reads together refuse the buyer, although "no seat is free" and "the buyer has room" were never true at once.
create function refuse_gone(
  p_event uuid,
  p_buyer uuid[], p_mutation text[], p_key text[], p_hash text[], p_quantity int[], p_channel text[],
  p_seen bigint[],                -- `seq` of the snapshot in which best seats were sought in vain; null: the seats are read
  p_request int[], p_seat int[]   -- seats, each with the number of its request, from 1
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
begin
  return query
  with s as materialized (
    -- A private event is left to take_seats, which knows the access codes of the requests.
    select organization_id, max_seats_per_buyer, companions_per_wheelchair_place, change_seq from sale
    where event_id = p_event and not is_tombstone(event_id, organization_id) and state = 'OPEN' and sales_end_at > v_now
      and access_hash is null and is_within(opens_at, closes_at, v_now)
  ), asking as materialized (
    select q.*, channel.no as channel_no,
      channel.has_own_times is not true or is_within(channel.opens_at, channel.closes_at, v_now) as is_on_sale, s.*
    from s cross join unnest(p_buyer, p_mutation, p_key, p_hash, p_quantity, p_channel, p_seen)
        with ordinality as q(buyer_id, mutation, key, hash, quantity, channel_key, seen, r)
      left join sale_channel channel on channel.event_id = p_event and channel.key = q.channel_key
  ), wanted as materialized (
    select w.r, w.no, seat.wheelchair, seat.no is null as missing,
      seat_is_free(seat.status, seat.channel_no, seat.held_until, q.channel_no, v_now) as free
    from unnest(p_request, p_seat) as w(r, no) join asking q using (r) left join seat on seat.event_id = p_event and seat.no = w.no
  ), found as (
    select r, bool_or(missing) as missing, bool_and(free) as free, array_agg(no order by no) filter (where not free) as taken,
      count(*) filter (where wheelchair) as places
    from wanted group by r
  ), gone as materialized (
    select q.*, found.taken
    from asking q left join found using (r)
    where hold_refusal(
      p_event_exists => true,
      p_is_on_sale => q.is_on_sale,
      p_channel_exists => q.channel_key is null or q.channel_no is not null,
      p_room => q.quantity, -- checked below, for fewer requests
      p_quantity => q.quantity,
      p_seat_is_missing => found.missing,
      p_places => found.places::int,
      p_companions => q.companions_per_wheelchair_place,
      p_is_stale => false,
      p_all_free => found.free and q.seen is distinct from q.change_seq) = 'SeatsUnavailable'
  ), owned as materialized (
    select b.buyer_id, has.n
    from (select distinct buyer_id, organization_id from gone) b cross join lateral seats_of_buyer(p_event, nullif(b.buyer_id, b.organization_id), v_now) has
  ), remembered as (
    -- Inserted in order of the keys, which prevents deadlocks between batches. A used key returns nothing here: take_seats returns its
    -- outcome.
    insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
    select buyer_id::text, mutation, key, hash, jsonb_build_object('verdict', 'SeatsUnavailable', 'details',
      jsonb_build_object('seatIds', coalesce((select jsonb_agg(p_event || '.' || no order by no) from unnest(taken) as t(no)), '[]')))
    from gone join owned using (buyer_id)
    where quantity <= room_of_buyer(buyer_id = organization_id, max_seats_per_buyer - owned.n)
    order by buyer_id::text, mutation, key
    on conflict do nothing
    returning user_id, mutation as used_for, key as named, outcome as stored
  )
  select g.r::int, 'SeatsUnavailable', m.stored
  from gone g join remembered m on m.user_id = g.buyer_id::text and m.used_for = g.mutation and m.named = g.key;
end $$;
