-- Whether a seat can be taken through a sales channel (null: through none). The planner inlines it. A seat that is set aside for a channel is
-- BLOCKED, and a hold that ran out keeps nothing, even before it is swept.
create function seat_is_free(p_status text, p_seat_channel int, p_held_until timestamptz, p_channel int, p_now timestamptz) returns boolean
language sql immutable as $$
  select coalesce(
    (p_seat_channel is null or p_seat_channel = p_channel)
      and (p_status = free_status(p_seat_channel) or (p_status = 'HELD' and p_held_until <= p_now)),
    false)
$$;
