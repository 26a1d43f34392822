-- take_seats_alone for a request with a promo code. The code is judged first, and determines the total of the hold.
create function take_seats_with_code(
  p_event uuid, p_hold uuid, p_buyer uuid, p_mutation text, p_key text, p_hash text, p_quantity int, p_expected bigint, p_proposal text,
  p_channel text, p_access text, p_correlation text, p_seat int[], p_code text, p_price text[], p_total int
) returns table (request int, verdict text, detail jsonb) language plpgsql as $$
declare
  v_open boolean;
  v_version int;
  v_now timestamptz;
  v_opened text[];
  v_prices int[];
  v_is_priced boolean := true;
  j record;
begin
  select state = 'OPEN' and may_enter(access_hash, p_access), prices_version into v_open, v_version from sale where event_id = p_event for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  if v_version > 0 then
    select opens into v_opened from promo_code_of(p_event, p_code) found join promo_code on event_id = p_event and no = found.code_no;
    select price_nos, refusal is null into v_prices, v_is_priced
    from price_seats(p_event, p_seat, p_price, p_mutation = 'holdBestAvailable', v_opened, v_now);
  end if;
  select * into j from judge_promo_code(p_event, p_code, p_buyer, null, p_seat, case when v_is_priced then v_prices end, v_now);
  -- take_seats_alone decides other refusals and known keys.
  if v_is_priced and (j.refusal is not null or p_total <> j.total) and v_open and p_proposal is null then
    detail := case when j.refusal is not null then jsonb_build_object('verdict', 'PromoCodeNotUsable', 'details', jsonb_build_object('reason', j.refusal))
      else jsonb_build_object('verdict', 'TotalChanged', 'details', jsonb_build_object('total', j.total, 'currency', (select currency from sale where event_id = p_event))) end;
    insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
    values (p_buyer::text, p_mutation, p_key, p_hash, detail) on conflict do nothing;
    if found then
      request := 1;
      verdict := detail ->> 'verdict';
      return next;
      return;
    end if;
  end if;
  select t.request, t.verdict, t.detail into request, verdict, detail
  from take_seats_alone(p_event, p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal,
                        coalesce(j.channel_key, p_channel), p_access, p_correlation, p_seat,
                        p_price, null, v_opened, v_now) t;
  if verdict = 'HELD' then
    update hold set code_no = j.code_no, access_no = j.access_no, total = j.total where id = p_hold;
    update promo_code set bound = bound + j.covered where event_id = p_event and no = j.code_no;
    detail := jsonb_set(detail, '{total}', to_jsonb(j.total));
  end if;
  return next;
end $$;
