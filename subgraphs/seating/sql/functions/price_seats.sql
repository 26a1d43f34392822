-- Prices of seats, for an event with several prices: for each seat the number of its price, or a refusal. The caller has the lock of the
-- sale, and raises the bounds if the seats are held. Seats are priced one after the other, in the order of their numbers: if a phase has
-- two tickets left, two seats of a larger request get its price. A hold whose prices are chosen again keeps some of them as they are.
create function price_seats(
  p_event uuid,
  p_seat int[],           -- ascending
  p_label text[],         -- price of each seat; null for the standard price
  p_may_exchange boolean, -- whether the prices may be exchanged between the seats, so that wheelchair places get theirs
  p_opened text[],        -- prices that the promo code opens
  p_now timestamptz,
  p_kept int[] default null,  -- number of the price that each seat keeps; null for seats that get another one
  p_freed int[] default null  -- numbers of the prices that the hold gives up
) returns table (price_nos int[], total bigint, refusal text, refused text) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  o record;
  c record;
  v_left jsonb := '{}'; -- tickets left, by tier, price and step
  v_key text;
  v_all text;
  v_no int;
begin
  price_nos := '{}';
  total := 0;
  for o in
    with wanted as (
      select seat.no, seat.tier_no, seat.wheelchair, row_number() over (order by p_may_exchange and not seat.wheelchair, seat.no) as place
      from seat where seat.event_id = p_event and seat.no = any(p_seat)
    ), chosen as (
      select l.label, row_number() over (order by p_may_exchange and not exists (
        select 1 from sale_price p where p.event_id = p_event and p.is_current and p.label = l.label and p.wheelchair_only), l.n) as place
      from unnest(p_label) with ordinality as l(label, n)
    )
    select wanted.*, chosen.label from wanted left join chosen using (place) order by wanted.no
  loop
    v_no := p_kept[array_position(p_seat, o.no)];
    if v_no is not null then
      price_nos := price_nos || v_no;
      total := total + (select p.price from sale_price p where p.event_id = p_event and p.no = v_no);
      continue;
    end if;
    refusal := 'UNKNOWN';
    refused := o.label;
    for c in
      select p.* from sale_price p
      where p.event_id = p_event and p.is_current and p.tier_no = o.tier_no and (p.label = o.label or (o.label is null and p.is_standard)) order by p.position
    loop
      refused := c.label;
      v_all := jsonb_build_array(c.tier_no, c.label)::text;
      v_key := jsonb_build_array(c.tier_no, c.label, c.phase)::text;
      refusal := case
        when c.opens_at > p_now then 'NOT_YET'
        when c.closes_at <= p_now then 'ENDED'
        when c.needs_code and c.label <> all(coalesce(p_opened, '{}')) then 'NEEDS_CODE'
        when c.wheelchair_only and not o.wheelchair then 'WHEELCHAIR_PLACES_ONLY' end;
      if refusal is not null then return next; return; end if;
      if c.quantity is not null and not v_left ? v_all then
        v_left := v_left || jsonb_build_object(v_all,
          tickets_left_at_price(p_event, c.tier_no, c.label, '', c.quantity, p_freed, cardinality(p_seat), p_now, true));
      end if;
      if (v_left ->> v_all)::int <= 0 then
        refusal := 'SOLD_OUT';
        return next;
        return;
      end if;
      continue when c.ends_at <= p_now;
      if c.most is not null then
        if not v_left ? v_key then
          v_left := v_left || jsonb_build_object(v_key,
            tickets_left_at_price(p_event, c.tier_no, c.label, c.phase, c.most, p_freed, cardinality(p_seat), p_now, true));
        end if;
        continue when (v_left ->> v_key)::int <= 0;
        v_left := v_left || jsonb_build_object(v_key, (v_left ->> v_key)::int - 1);
      end if;
      if c.quantity is not null then
        v_left := v_left || jsonb_build_object(v_all, (v_left ->> v_all)::int - 1);
      end if;
      v_no := c.no;
      total := total + c.price;
      exit;
    end loop;
    if v_no is null then return next; return; end if;
    price_nos := price_nos || v_no;
  end loop;
  select p.label, case when of.n > p.most_per_hold then 'TOO_MANY' else 'NOT_ALONE' end into refused, refusal
  from (select distinct s.label, s.most_per_hold, s.only_with, s.most_for_each from sale_price s where s.event_id = p_event and s.no = any(price_seats.price_nos)) p
    cross join lateral (
      select count(*) filter (where q.label = p.label) as n, count(*) filter (where q.label = any(p.only_with)) as others
      from unnest(price_seats.price_nos) as u(no) join sale_price q on q.event_id = p_event and q.no = u.no) of
  where of.n > p.most_per_hold or (p.only_with <> '{}' and (of.others = 0 or of.n > of.others * p.most_for_each))
  order by p.label, of.n > p.most_per_hold desc nulls last limit 1;
  return next;
end $$;
