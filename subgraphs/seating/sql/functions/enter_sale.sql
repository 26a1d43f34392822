-- Lets a person in whose rank is served, if there is room; p_admission is the ID of the admission, which replaces the one before. Verdicts:
-- ADMITTED, NotYourTurn, SaleFull, NotFound. Only who may enter waits for the lock of the queue.
create function enter_sale(p_event uuid, p_user uuid, p_admission uuid, p_longest_seconds int)
returns table (verdict text, rank int, serving int, per_minute float8, ends_at timestamptz, extendable_until timestamptz) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  q queue%rowtype;
  e queue_entry%rowtype;
  v_now timestamptz;
begin
  select * into q from queue where event_id = p_event;
  select * into e from queue_entry where event_id = p_event and user_id = p_user;
  if q.event_id is null or e.user_id is null or e.state in ('LEFT', 'REMOVED') then
    return query select 'NotFound', null::int, 0, 0::float8, null::timestamptz, null::timestamptz;
    return;
  end if;
  if e.state <> 'INSIDE' and (q.state not in ('SERVING', 'SOLD_OUT') or e.rank is null or e.rank > q.serving) then
    return query select 'NotYourTurn', e.rank, q.serving, q.per_minute, null::timestamptz, null::timestamptz;
    return;
  end if;
  select * into q from queue where event_id = p_event for update;
  select * into e from queue_entry where event_id = p_event and user_id = p_user for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  if e.state = 'INSIDE' and e.admission_ends_at > v_now then
    update queue_entry set admission_id = p_admission where event_id = p_event and user_id = p_user;
  elsif q.state not in ('SERVING', 'SOLD_OUT') or e.state in ('LEFT', 'REMOVED') or e.rank is null or e.rank > q.serving then
    return query select 'NotYourTurn', e.rank, q.serving, q.per_minute, null::timestamptz, null::timestamptz;
    return;
  elsif q.active - (e.state = 'INSIDE')::int >= q.max_active then
    return query select 'SaleFull', e.rank, q.serving, q.per_minute, null::timestamptz, null::timestamptz;
    return;
  else
    -- An entry that is still INSIDE is counted already. The first admission of each rank is published.
    update queue set active = active + case when e.state = 'INSIDE' then 0 else 1 end,
      admitted = admitted + case when e.admitted_at is null then 1 else 0 end where event_id = p_event;
    if e.admitted_at is null then
      insert into queue_admission (event_id, no, rank, step, at) values (p_event, q.admitted + 1, e.rank, q.step_seq, v_now);
    end if;
    e.admission_ends_at := v_now + make_interval(secs => q.admission_seconds);
    e.extendable_until := v_now + make_interval(secs => greatest(p_longest_seconds, q.admission_seconds));
    update queue_entry set state = 'INSIDE', admission_id = p_admission, admitted_at = v_now, admission_ends_at = e.admission_ends_at,
      extendable_until = e.extendable_until where event_id = p_event and user_id = p_user;
  end if;
  return query select 'ADMITTED', e.rank, q.serving, q.per_minute, e.admission_ends_at, e.extendable_until;
end $$;
