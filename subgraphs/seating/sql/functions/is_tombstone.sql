-- Whether a sale stands for an event that was cancelled before its seats existed: its organization is the event itself. The row keeps the event
-- closed if a late message wants to open it. Nobody sees it.
create function is_tombstone(p_event uuid, p_organization uuid) returns boolean language sql immutable as $$
  select p_organization = p_event
$$;
