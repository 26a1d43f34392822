-- Number of seats that a buyer may still hold. A hold at the counter belongs to the organization of the event, and has no limit per buyer. The
-- planner inlines it.
create function room_of_buyer(p_is_counter boolean, p_room int) returns int language sql immutable as $$
  select case when p_is_counter then 1000000000 else p_room end
$$;
