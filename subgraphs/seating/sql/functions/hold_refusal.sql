-- Refusal of a hold, by precedence; null if none applies. STALE is no refusal: the snapshot that the seats were chosen from has changed. A
-- condition that is null does not refuse. The planner inlines it.
create function hold_refusal(
  p_event_exists boolean,
  p_is_on_sale boolean,
  p_channel_exists boolean,   -- true also if the request names no sales channel
  p_room int,                 -- number of seats that the buyer may still hold
  p_quantity int,
  p_seat_is_missing boolean,
  p_places int,               -- wheelchair places among the seats
  p_companions int,           -- maximum of other seats for each wheelchair place; null: unlimited
  p_is_stale boolean,
  p_all_free boolean
) returns text language sql immutable as $$
  select case
    when not p_event_exists then 'NotFound:event'
    when not p_is_on_sale then 'EventNotOnSale'
    when not p_channel_exists then 'NotFound:channel'
    when p_quantity > p_room then 'SeatLimitReached'
    when p_seat_is_missing then 'NotFound:seat'
    when p_places > 0 and p_quantity - p_places > p_places * p_companions then 'TooManyCompanions'
    when p_is_stale then 'STALE'
    when not p_all_free then 'SeatsUnavailable'
  end
$$;
