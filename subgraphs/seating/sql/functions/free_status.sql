-- Status of a seat without a hold or an owner: BLOCKED if it is set aside for a sales channel. The planner inlines it.
create function free_status(p_seat_channel int) returns text language sql immutable as $$
  select case when p_seat_channel is null then 'AVAILABLE' else 'BLOCKED' end
$$;
