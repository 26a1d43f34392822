-- Whether a sale is the tombstone of an event that was cancelled before its seats existed. Its organization is the event itself. The row
-- keeps the event closed if a late request tries to open it. Queries hide it.
create function is_tombstone(p_event uuid, p_organization uuid) returns boolean language sql immutable as $$
  select p_organization = p_event
$$;
