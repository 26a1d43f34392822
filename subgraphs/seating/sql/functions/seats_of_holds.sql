-- Seats of holds with their prices, ordered by hold and number. Seats of a package, or held with an access code, have the name of the package or batch as their promo code. A repeated id counts once. Tables are joined in the written order, by their
-- keys: with statistics of small halls, or none, PostgreSQL would read every seat.
create function seats_of_holds(p_hold uuid[]) returns table (
  hold_id uuid, event_id uuid, no int, section_id uuid, section_name text, row_label text, number text, tier_name text,
  currency text, breakdown jsonb, promo_code text, price_name text, channel text
) language sql stable
set join_collapse_limit = 1 set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
  select hold.id, seat.event_id, seat.no, section.section_id, section.name, seat.row_label, seat.number, tier.name, sale.currency,
    coalesce(with_code.breakdown, paid.breakdown, price.breakdown, tier.breakdown, jsonb_build_object('base', tier.price, 'lines', '[]'::jsonb, 'total', tier.price)),
    coalesce(code.package_name, code.batch_name, code.code),
    case when not paid.is_standard or paid.label <> 'Standard' then paid.label end, channel.name
  from (select distinct unnest(p_hold)) as asked(id)
    join hold on hold.id = asked.id
    join sale on sale.event_id = hold.event_id
    cross join lateral unnest(hold.seat_nos, hold.price_nos) as has(no, price_no)
    join seat on seat.event_id = hold.event_id and seat.no = has.no
    join sale_tier tier on tier.event_id = seat.event_id and tier.no = seat.tier_no
    join sale_section section on section.event_id = seat.event_id and section.no = seat.section_no
    left join promo_code code on code.event_id = hold.event_id and code.no = hold.code_no
    left join sale_channel channel on channel.event_id = hold.event_id and channel.no = hold.channel_no and not channel.is_internal
    left join promo_code_price price on price.event_id = hold.event_id and price.code_no = hold.code_no and price.tier_no = seat.tier_no
    left join sale_price paid on paid.event_id = hold.event_id and paid.no = has.price_no
    left join price_with_code with_code on with_code.event_id = hold.event_id and with_code.code_no = hold.code_no and with_code.price_no = has.price_no
  order by hold.id, seat.no
$$;
