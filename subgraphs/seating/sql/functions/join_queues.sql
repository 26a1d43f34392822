-- Adds people to waiting rooms, in order of arrival; p_entry are the pseudonyms of those who are new. Verdicts: JOINED, also if the person
-- has joined before; QueueNotOpen; NotFound. A person who left and joins again keeps the pseudonym, and a rank that was drawn; one who was held
-- for review is held again. is_told: the entry is new and takes part in the draw of a queue with a review.
create function join_queues(p_event uuid[], p_user uuid[], p_entry bytea[])
returns table (request int, verdict text, is_told boolean, as_of timestamptz) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_now timestamptz;
begin
  perform 1 from queue where event_id = any(p_event) order by event_id for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  return query
  with asked as materialized (
    select a.event_id, a.user_id, a.entry_id, a.r, q.last_no, q.last_rank, q.drawn is not null as is_late,
      q.review_seconds is not null and q.closed_no is null and q.drawn is null as is_reviewed,
      case when q.event_id is null then 'NotFound' when q.state = 'CLOSED' or q.opens_at > v_now then 'QueueNotOpen' else 'JOINED' end as verdict_now
    from unnest(p_event, p_user, p_entry) with ordinality as a(event_id, user_id, entry_id, r) left join queue q using (event_id)
  ), fresh as materialized (
    -- Of several requests of one person the first counts.
    select distinct on (a.event_id, a.user_id) a.*, h.entry_id is not null as is_held, a.is_reviewed and e.user_id is null as is_new,
      a.is_late and e.rank is null and not coalesce(e.is_in_draw, false) and h.entry_id is null as needs_rank
    from asked a left join queue_entry e using (event_id, user_id) left join held_entry h on h.entry_id = e.entry_id and h.decision is null
    where a.verdict_now = 'JOINED' and (e.user_id is null or e.state = 'LEFT') order by a.event_id, a.user_id, a.r
  ), numbered as materialized (
    select fresh.*, row_number() over (partition by event_id order by r) as place,
      count(*) filter (where needs_rank) over (partition by event_id order by r) as late_place
    from fresh
  ), added as (
    insert into queue_entry (event_id, user_id, no, entry_id, rank, joined_at, state)
    select event_id, user_id, last_no + place, entry_id, case when needs_rank then last_rank + late_place end, v_now,
      case when is_held then 'HELD_FOR_REVIEW' else 'WAITING' end from numbered
    on conflict (event_id, user_id) do update
      set state = excluded.state, no = excluded.no, joined_at = v_now, rank = coalesce(queue_entry.rank, excluded.rank)
  ), counted as (
    update queue q set last_no = q.last_no + n.added, last_rank = q.last_rank + n.ranked,
      entry_count = q.entry_count + n.added, told = q.told + n.told
    from (select event_id, (count(*) filter (where is_new))::int as told, count(*)::int as added, (count(*) filter (where needs_rank))::int as ranked from numbered group by event_id) n
    where q.event_id = n.event_id
  )
  select a.r::int, a.verdict_now, coalesce(n.is_new, false), v_now from asked a left join numbered n using (r);
end $$;
