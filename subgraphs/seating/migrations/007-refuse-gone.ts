// Refusals that need no lock, decided in one round trip (engine/group-commit.ts).
export const refuseGone = {
  name: "007-refuse-gone",
  statements: `
-- Refuses those whose seats are gone, as take_seats would have refused them at this moment, and remembers it under their keys. It is
-- said of nobody else: of whom nothing is said, take_seats decides under the lock of the event's sale. A refusal takes nothing
-- and keeps nobody from anything, so it needs no lock: it was true when this statement looked.
create function refuse_gone(
  p_event uuid,
  p_buyer uuid[], p_mutation text[], p_key text[], p_hash text[], p_quantity int[], p_channel text[],
  p_proposal text[],              -- SeatsUnavailable for who picked none, because there are none; null to look at the seats
  p_request int[], p_seat int[]   -- the seats, and the request (from 1) that each belongs to
) returns table (request int, verdict text, detail jsonb) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
begin
  return query
  with s as materialized (
    select max_seats_per_buyer, companions_per_wheelchair_place from sale
    where event_id = p_event and organization_id <> event_id and state = 'OPEN' and sales_end_at > v_now
  ), asking as materialized (
    select q.*, channel.no as channel_no, s.*
    from s cross join unnest(p_buyer, p_mutation, p_key, p_hash, p_quantity, p_channel, p_proposal)
        with ordinality as q(buyer_id, mutation, key, hash, quantity, channel_key, proposal, r)
      left join sale_channel channel on channel.event_id = p_event and channel.key = q.channel_key
  ), wanted as materialized (
    select w.r, w.no, seat.wheelchair, seat.no is null as missing,
      coalesce((seat.channel_no is null or seat.channel_no = q.channel_no)
        and (seat.status = case when seat.channel_no is null then 'AVAILABLE' else 'BLOCKED' end or (seat.status = 'HELD' and seat.held_until <= v_now)), false) as free
    from unnest(p_request, p_seat) as w(r, no) join asking q using (r) left join seat on seat.event_id = p_event and seat.no = w.no
  ), found as (
    select r, bool_or(missing) as missing, bool_and(free) as free, array_agg(no order by no) filter (where not free) as taken,
      count(*) filter (where wheelchair) as places
    from wanted group by r
  ), gone as materialized (
    select q.*, found.taken
    from asking q left join found using (r)
    where (q.proposal = 'SeatsUnavailable' or (not found.free and not found.missing))
      and (q.channel_key is null or q.channel_no is not null)
      and coalesce(found.places = 0 or q.quantity - found.places <= found.places * q.companions_per_wheelchair_place, true)
  ), owned as materialized (
    -- Lateral, and not to be flattened: by the index on the buyer, whatever the planner believes of a table that grows this fast.
    select b.buyer_id, has.n
    from (select distinct buyer_id from gone) b cross join lateral (
      select count(*)::int as n from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
      where h.event_id = p_event and h.buyer_id = b.buyer_id and h.status in ('ACTIVE', 'CONVERTED')
        and (seat.held_until is null or seat.held_until > v_now)
      offset 0) has
  ), remembered as (
    -- In the order of the keys, so that batches never wait for each other in a circle. Whose key is known hears what it came to then.
    insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
    select buyer_id::text, mutation, key, hash, jsonb_build_object('verdict', 'SeatsUnavailable', 'details',
      jsonb_build_object('seatIds', coalesce((select jsonb_agg(p_event || '.' || no order by no) from unnest(taken) as t(no)), '[]')))
    from gone join owned using (buyer_id)
    where quantity <= max_seats_per_buyer - owned.n
    order by buyer_id::text, mutation, key
    on conflict do nothing
    returning user_id, mutation as used_for, key as named, outcome as told
  )
  select g.r::int, 'SeatsUnavailable', m.told
  from gone g join remembered m on m.user_id = g.buyer_id::text and m.used_for = g.mutation and m.named = g.key;
end $$;
`,
};
