-- Number of tickets that a price, or a step of it, has left; at least p_wanted only if there are so many. While the bound says that there
-- are, nothing is counted. A slow count runs at most a twentieth of the time, so freed tickets are noticed later. p_stores: whether the
-- caller has the lock of the sale, and a count becomes the bound.
create function tickets_left_at_price(
  p_event uuid, p_tier int, p_label text, p_phase text, p_most int, p_but_for uuid, p_wanted int, p_now timestamptz, p_stores boolean
) returns int language plpgsql as $$
declare
  k record;
  v_begun timestamptz;
  v_count int;
begin
  select * into k from sale_price_bound b where b.event_id = p_event and b.tier_no = p_tier and b.label = p_label and b.phase = p_phase;
  if p_but_for is null and k.bound + p_wanted <= p_most then
    return p_most - k.bound;
  end if;
  v_begun := clock_timestamp();
  if p_but_for is null and k.count_ms >= 2 and v_begun <= k.counted_at + make_interval(secs => k.count_ms * 0.02) then
    return p_most - k.bound;
  end if;
  v_count := tickets_at_price(p_event, p_tier, p_label, p_phase, p_but_for, p_now);
  if p_stores and p_but_for is null then
    update sale_price_bound b set bound = v_count, counted_at = v_begun, count_ms = extract(epoch from clock_timestamp() - v_begun) * 1000
    where b.event_id = p_event and b.tier_no = p_tier and b.label = p_label and b.phase = p_phase;
  end if;
  return p_most - v_count;
end $$;
