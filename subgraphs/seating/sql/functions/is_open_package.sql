-- Whether a package is shown and sold to everybody: none of its events is private. The planner inlines it.
create function is_open_package(p_package uuid) returns boolean language sql stable as $$
  select not exists (
    select from ticket_package_event e join sale on sale.event_id = e.event_id where e.package_id = p_package and sale.access_hash is not null)
$$;
