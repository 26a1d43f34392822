-- Judges a promo code, an access code, or a package at one of its events, for a buyer, a hold and seats. A package must cover all seats. Returns the refusal (null: usable), the number of seats that it covers, and the total
-- of all seats. The caller has the lock of the sale, and raises the bound if the code is used. A slow count runs at most a twentieth of the
-- time, so freed tickets are noticed later.
create function judge_promo_code(p_event uuid, p_code text, p_buyer uuid, p_hold uuid, p_seat int[], p_price int[], p_now timestamptz)
returns table (code_no int, access_no int, channel_key text, refusal text, covered int, total bigint) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  c record;
  v_own int;
  v_begun timestamptz;
begin
  select promo_code.*, channel.key, found.access_no, batch.max_tickets as max_each into c
  from promo_code_of(p_event, p_code) found
    join promo_code on promo_code.event_id = p_event and promo_code.no = found.code_no
    left join sale_channel channel on channel.event_id = promo_code.event_id and channel.no = promo_code.channel_no
    left join access_code_batch batch on batch.event_id = promo_code.event_id and batch.code_no = promo_code.no;
  if p_price is null then
    select count(price.price), sum(coalesce(price.price, tier.price)) into covered, total
    from seat join sale_tier tier on tier.event_id = p_event and tier.no = seat.tier_no
      left join promo_code_price price on price.event_id = p_event and price.code_no = c.no and price.tier_no = seat.tier_no
    where seat.event_id = p_event and seat.no = any(p_seat);
  else
    select count(price.price), sum(coalesce(price.price, paid.price)) into covered, total
    from unnest(p_price) as u(no) join sale_price paid on paid.event_id = p_event and paid.no = u.no
      left join price_with_code price on price.event_id = p_event and price.code_no = c.no and price.price_no = u.no;
  end if;
  code_no := c.no;
  access_no := c.access_no;
  channel_key := c.key;
  -- A hold that already has the code counts once, with the seats that the code covers before this.
  v_own := coalesce((
    select case when h.price_nos is null then covered else (
      select count(*) from unnest(h.price_nos) as u(no)
        join price_with_code price on price.event_id = p_event and price.code_no = c.no and price.price_no = u.no) end
    from hold h where h.id = p_hold and h.code_no = c.no), 0);
  refusal := case
    when c.no is null then 'UNKNOWN'
    -- A package can be closed before its sale has begun.
    when c.ends_at <= p_now then 'ENDED'
    when c.starts_at > p_now then 'NOT_YET'
    when c.access_no is not null and access_code_is_used(p_event, c.no, c.access_no, p_hold, p_now) then 'USED'
    when covered = 0 or (c.package_name is not null and covered < cardinality(p_seat)) then 'NOT_FOR_THESE_SEATS'
    when covered > c.max_each then 'EXHAUSTED'
    when p_buyer <> (select organization_id from sale where sale.event_id = p_event)
      and covered + tickets_with_code_of(p_event, c.no, p_buyer, p_hold, p_now) > c.max_tickets_per_buyer then 'LIMIT_PER_BUYER' end;
  if refusal is null and c.bound - v_own + covered > c.max_tickets then
    v_begun := clock_timestamp();
    if c.count_ms < 2 or v_begun > c.counted_at + make_interval(secs => c.count_ms * 0.02) then
      c.bound := tickets_with_code(p_event, c.no, p_now);
      update promo_code set bound = c.bound, counted_at = v_begun, count_ms = extract(epoch from clock_timestamp() - v_begun) * 1000
      where promo_code.event_id = p_event and promo_code.no = c.no;
    end if;
    if c.bound - v_own + covered > c.max_tickets then
      refusal := 'EXHAUSTED';
    end if;
  end if;
  return next;
end $$;
