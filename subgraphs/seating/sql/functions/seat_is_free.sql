-- Whether a seat can be taken with a sales channel (null: without one). A seat that is set aside for a channel is BLOCKED. An expired hold
-- keeps no seats, even before it is swept. The planner inlines it.
create function seat_is_free(p_status text, p_seat_channel int, p_held_until timestamptz, p_channel int, p_now timestamptz) returns boolean
language sql immutable as $$
  select coalesce(
    (p_seat_channel is null or p_seat_channel = p_channel)
      and (p_status = free_status(p_seat_channel) or (p_status = 'HELD' and p_held_until <= p_now)),
    false)
$$;
