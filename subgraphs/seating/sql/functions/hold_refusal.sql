-- Why a hold is refused, in the order in which buyers are told; null if nothing refuses it. STALE is no refusal: the seats were picked from a
-- snapshot that has changed. Conditions may be null, which is as good as false. The planner inlines it.
create function hold_refusal(
  p_event_exists boolean,
  p_is_on_sale boolean,
  p_channel_exists boolean,   -- the sales channel that is named, or none is
  p_room int,                 -- how many more seats the buyer may have
  p_quantity int,
  p_seat_is_missing boolean,
  p_places int,               -- wheelchair places among the seats
  p_companions int,           -- other seats for each of them; null: any number
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
