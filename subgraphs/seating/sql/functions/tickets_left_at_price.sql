-- Number of tickets that a price, or a step of it, has left; at least p_wanted only if there are so many. While the bound says that there
-- are, nothing is counted. A slow count runs at most a twentieth of the time, so freed tickets are noticed later. p_stores: whether the
-- caller has the lock of the sale, and a count becomes the bound.
create function tickets_left_at_price(
  p_event uuid, p_tier int, p_label text, p_phase text, p_most int, p_freed int[], p_wanted int, p_now timestamptz, p_stores boolean
) returns int language plpgsql as $$
declare
  k record;
  v_begun timestamptz;
  v_count int;
  v_freed int := 0;
begin
  if p_freed is not null then
    select count(*) into v_freed from unnest(p_freed) as f(no) join sale_price p on p.event_id = p_event and p.no = f.no
    where p.tier_no = p_tier and p.label = p_label and (p_phase = '' or p.phase = p_phase);
  end if;
  select * into k from sale_price_bound b where b.event_id = p_event and b.tier_no = p_tier and b.label = p_label and b.phase = p_phase;
  if k.bound - v_freed + p_wanted <= p_most then
    return p_most - k.bound + v_freed;
  end if;
  v_begun := clock_timestamp();
  if k.count_ms >= 2 and v_begun <= k.counted_at + make_interval(secs => k.count_ms * 0.02) then
    return p_most - k.bound + v_freed;
  end if;
  v_count := tickets_at_price(p_event, p_tier, p_label, p_phase, p_now);
  if p_stores then
    update sale_price_bound b set bound = v_count, counted_at = v_begun, count_ms = extract(epoch from clock_timestamp() - v_begun) * 1000
    where b.event_id = p_event and b.tier_no = p_tier and b.label = p_label and b.phase = p_phase;
  end if;
  return p_most - v_count + v_freed;
end $$;
