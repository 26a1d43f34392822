-- Decides a request of a guest, or of an account without a verified address. A guest whose address is proven has no limit of its own. The lock of the sale protects the count of the network. The lock of the
-- buyer's row serializes requests of the account for different events. They are always taken in this order.
create function take_seats_unverified(
  p_event uuid, p_hold uuid, p_buyer uuid, p_mutation text, p_key text, p_hash text, p_quantity int, p_expected bigint, p_proposal text,
  p_channel text, p_access text, p_correlation text, p_seat int[], p_code text, p_network text, p_most_of_network int,
  p_is_proven boolean, p_price text[], p_total int
) returns table (request int, verdict text, detail jsonb) language plpgsql as $$
declare
  v_open boolean;
  v_verified_only boolean;
  v_now timestamptz;
  v_own uuid;
  v_refusal text;
begin
  select state = 'OPEN' and may_enter(access_hash, p_access), verified_buyers_only into v_open, v_verified_only from sale where event_id = p_event for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  loop -- the cleanup may delete the row in between
    insert into unverified_buyer (buyer_id) values (p_buyer) on conflict do nothing;
    select hold_id into v_own from unverified_buyer where buyer_id = p_buyer for update;
    exit when found;
  end loop;
  v_refusal := case
    when v_verified_only then 'VERIFIED'
    when p_is_proven then null
    when is_open_hold(v_own, v_now) then 'ACCOUNT'
    when (select count(*) from unverified_buyer u where u.event_id = p_event and u.network = p_network and is_open_hold(u.hold_id, v_now)) >= p_most_of_network
      then 'NETWORK' end;
  -- The functions below decide other refusals and known keys.
  if v_refusal is not null and v_open and p_proposal is null then
    detail := case v_refusal when 'VERIFIED' then jsonb_build_object('verdict', 'VerifiedBuyersOnly', 'details', '{}'::jsonb)
      else jsonb_build_object('verdict', 'EmailNotVerified', 'details', jsonb_build_object('reason', v_refusal)) end;
    insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
    values (p_buyer::text, p_mutation, p_key, p_hash, detail) on conflict do nothing;
    if found then
      request := 1;
      verdict := detail ->> 'verdict';
      return next;
      return;
    end if;
  end if;
  if p_code is null then
    select t.request, t.verdict, t.detail into request, verdict, detail
    from take_seats_alone(p_event, p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal, p_channel, p_access, p_correlation, p_seat, p_price, p_total) t;
  else
    select t.request, t.verdict, t.detail into request, verdict, detail
    from take_seats_with_code(p_event, p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal, p_channel, p_access, p_correlation, p_seat, p_code, p_price, p_total) t;
  end if;
  if verdict = 'HELD' and not p_is_proven then
    update unverified_buyer set hold_id = p_hold, event_id = p_event, network = p_network where buyer_id = p_buyer;
  end if;
  return next;
end $$;
