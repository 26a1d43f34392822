-- Whether a request with this hash of an access code may know of the event. The planner inlines it.
create function may_enter(p_required text, p_given text) returns boolean language sql immutable as $$
  select p_required is null or p_required is not distinct from p_given
$$;
