-- take_seats for an event with several prices: one request after the other, because the price of a seat depends on the seats before it. It
-- is still one statement and one commit. The caller has the lock of the sale.
create function take_seats_in_turn(
  p_event uuid,
  p_hold uuid[], p_buyer uuid[], p_mutation text[], p_key text[], p_hash text[], p_quantity int[], p_expected bigint[], p_proposal text[],
  p_channel text[], p_access text[], p_correlation text[], p_request int[], p_seat int[], p_price text[], p_total int[]
) returns table (request int, verdict text, detail jsonb) language plpgsql as $$
declare
  v_made int := 0;                -- requests of this batch that changed seats, so the snapshot is as old as they are
  v_choice_failed boolean := false; -- a choice avoids the seats of earlier requests: if one of those takes none, there may be better seats
  v_seats int[];
  v_prices text[];
begin
  for i in 1 .. cardinality(p_hold) loop
    request := i;
    if v_choice_failed and p_expected[i] is not null then
      verdict := 'DEFERRED';
      detail := null;
      return next;
      continue;
    end if;
    select coalesce(array_agg(w.no order by w.no), '{}'), coalesce(array_agg(w.price order by w.no), '{}') into v_seats, v_prices
    from unnest(p_request, p_seat, p_price) as w(r, no, price) where w.r = i;
    select t.verdict, t.detail into verdict, detail
    from take_seats_alone(p_event, p_hold[i], p_buyer[i], p_mutation[i], p_key[i], p_hash[i], p_quantity[i], p_expected[i] + v_made, p_proposal[i],
      p_channel[i], p_access[i], p_correlation[i], v_seats, v_prices, p_total[i]) t;
    if verdict = 'HELD' then
      v_made := v_made + 1;
    elsif p_expected[i] is not null and p_proposal[i] is null then
      v_choice_failed := true;
    end if;
    return next;
  end loop;
end $$;
