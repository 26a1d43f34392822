-- Verdict on the prices of a request whose seats can be held. The planner inlines it.
create function price_refusal(
  p_prices_version int,     -- 0: the event has one price for each tier
  p_price text[],           -- chosen prices
  p_refusal text,           -- refusal of a price; null for none
  p_total_differs boolean   -- null if the buyer expects no total
) returns text language sql immutable as $$
  select case
    when p_refusal is not null or (p_prices_version = 0 and cardinality(array_remove(p_price, null)) > 0) then 'PriceNotUsable'
    when p_total_differs then 'TotalChanged'
    else 'HELD'
  end
$$;
