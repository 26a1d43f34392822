-- Promo code of what a buyer sent: a code of the organizer, or the batch of an access code with the number of the code in it. The hash is that
-- of `accessCodeHash`. No row for an unknown code.
create function promo_code_of(p_event uuid, p_code text) returns table (code_no int, access_no int) language sql stable as $$
  select found.code_no, found.access_no from (
    select no as code_no, null::int as access_no from promo_code where event_id = p_event and code = p_code
    union all
    select code_no, no from access_code
    where event_id = p_event and hash = sha256(convert_to(p_event::text || ' ' || replace(p_code, '-', ''), 'UTF8'))
  ) found limit 1
$$;
