// Promo codes: what they cost, whom they let in, and how often. What counts for their caps are the seats that holds and orders
// have at that moment, under the lock of the event's sale: there is no counter that could be wrong. Counting many takes long, so
// there is a bound that only goes up, and all is counted only where the bound would be past the cap.
const tables = `
-- With what the prices of the event's tickets were made (domain/pricing.ts).
alter table sale add column pricing jsonb not null default '{"fees": [], "taxes": []}';
-- Null: the price alone.
alter table sale_tier add column breakdown jsonb;

-- Never changes but for its end: holds that were made with it keep their price.
create table promo_code (
  event_id uuid not null references sale,
  no int not null,
  code text not null,
  discount jsonb,
  -- The sales channel whose seats it opens.
  channel_no int,
  max_tickets int check (max_tickets > 0),
  max_tickets_per_buyer int check (max_tickets_per_buyer > 0),
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null default now(),
  -- No more tickets than these are held or owned with it.
  bound int not null default 0,
  -- When all were counted last, and how long that took.
  counted_at timestamptz,
  count_ms real not null default 0,
  primary key (event_id, no),
  unique (event_id, code),
  foreign key (event_id, channel_no) references sale_channel
) with (fillfactor = 50);
-- The tiers that it is good for, and what a ticket costs with it.
create table promo_code_price (
  event_id uuid not null,
  code_no int not null,
  tier_no int not null,
  price int not null check (price >= 0),
  breakdown jsonb not null,
  primary key (event_id, code_no, tier_no),
  foreign key (event_id, code_no) references promo_code,
  foreign key (event_id, tier_no) references sale_tier
);
alter table hold add column code_no int;
create index hold_of_code on hold (event_id, code_no) where code_no is not null and status in ('ACTIVE', 'CONVERTED');
`;

const judging = `
-- How many tickets are held or owned with a code.
create function tickets_with_code(p_event uuid, p_code_no int, p_now timestamptz) returns int language sql stable as $$
  select count(*)::int from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
    join promo_code_price price on price.event_id = p_event and price.code_no = p_code_no and price.tier_no = seat.tier_no
  where h.event_id = p_event and h.code_no = p_code_no and h.status in ('ACTIVE', 'CONVERTED') and (seat.held_until is null or seat.held_until > p_now)
$$;

-- The same for one buyer, but for one hold.
create function tickets_with_code_of(p_event uuid, p_code_no int, p_buyer uuid, p_but_for uuid, p_now timestamptz) returns int language sql stable as $$
  select count(*)::int from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
    join promo_code_price price on price.event_id = p_event and price.code_no = p_code_no and price.tier_no = seat.tier_no
  where h.event_id = p_event and h.buyer_id = p_buyer and h.status in ('ACTIVE', 'CONVERTED') and h.code_no = p_code_no
    and h.id is distinct from p_but_for and (seat.held_until is null or seat.held_until > p_now)
$$;

-- Why a code can't be used for these seats by this buyer in this hold (null: it can), for how many of them it is, and what they
-- all cost with it. The caller has the lock of the event's sale, and raises the bound if the code is used. Where counting takes
-- long, at most a twentieth of the time goes into it: what has come free is then seen that much later.
create function judge_promo_code(p_event uuid, p_code text, p_buyer uuid, p_hold uuid, p_seat int[], p_now timestamptz)
returns table (code_no int, channel_key text, refusal text, covered int, total bigint) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  c record;
  v_own int;
  v_begun timestamptz;
begin
  select promo_code.*, channel.key into c
  from promo_code left join sale_channel channel on channel.event_id = promo_code.event_id and channel.no = promo_code.channel_no
  where promo_code.event_id = p_event and promo_code.code = p_code;
  select count(price.price), sum(coalesce(price.price, tier.price)) into covered, total
  from seat join sale_tier tier on tier.event_id = p_event and tier.no = seat.tier_no
    left join promo_code_price price on price.event_id = p_event and price.code_no = c.no and price.tier_no = seat.tier_no
  where seat.event_id = p_event and seat.no = any(p_seat);
  code_no := c.no;
  channel_key := c.key;
  -- A hold that has the code already counts once.
  v_own := case when exists (select 1 from hold h where h.id = p_hold and h.code_no = c.no) then covered else 0 end;
  refusal := case
    when c.no is null then 'UNKNOWN'
    when c.starts_at > p_now then 'NOT_YET'
    when c.ends_at <= p_now then 'ENDED'
    when covered = 0 then 'NOT_FOR_THESE_SEATS'
    when covered + tickets_with_code_of(p_event, c.no, p_buyer, p_hold, p_now) > c.max_tickets_per_buyer then 'LIMIT_PER_BUYER' end;
  if refusal is null and c.bound - v_own + covered > c.max_tickets then
    v_begun := clock_timestamp();
    if c.count_ms < 2 or v_begun > c.counted_at + make_interval(secs => c.count_ms * 0.02) then
      c.bound := tickets_with_code(p_event, c.no, p_now);
      update promo_code set bound = c.bound, counted_at = v_begun, count_ms = extract(epoch from clock_timestamp() - v_begun) * 1000
      where promo_code.event_id = p_event and promo_code.no = c.no;
    end if;
    if c.bound - v_own + covered > c.max_tickets then
      refusal := 'EXHAUSTED';
    end if;
  end if;
  return next;
end $$;
`;

const taking = `
-- take_seats_alone for a request with a promo code: the code is judged first, and the hold costs what it makes of the prices.
create function take_seats_with_code(
  p_event uuid, p_hold uuid, p_buyer uuid, p_mutation text, p_key text, p_hash text, p_quantity int, p_expected bigint, p_proposal text,
  p_channel text, p_correlation text, p_seat int[], p_code text
) returns table (request int, verdict text, detail jsonb) language plpgsql as $$
declare
  v_open boolean;
  v_now timestamptz;
  j record;
begin
  select state = 'OPEN' into v_open from sale where event_id = p_event for update;
  v_now := date_trunc('milliseconds', clock_timestamp() + (app_now() - now()));
  select * into j from judge_promo_code(p_event, p_code, p_buyer, null, p_seat, v_now);
  -- What is refused for another reason, or was answered before, is for take_seats_alone to say.
  if j.refusal is not null and v_open and p_proposal is null then
    detail := jsonb_build_object('verdict', 'PromoCodeNotUsable', 'details', jsonb_build_object('reason', j.refusal));
    insert into idempotency_key (user_id, mutation, key, request_hash, outcome)
    values (p_buyer::text, p_mutation, p_key, p_hash, detail) on conflict do nothing;
    if found then
      request := 1;
      verdict := 'PromoCodeNotUsable';
      return next;
      return;
    end if;
  end if;
  select t.request, t.verdict, t.detail into request, verdict, detail
  from take_seats_alone(p_event, p_hold, p_buyer, p_mutation, p_key, p_hash, p_quantity, p_expected, p_proposal,
                        coalesce(j.channel_key, p_channel), p_correlation, p_seat) t;
  if verdict = 'HELD' then
    update hold set code_no = j.code_no, total = j.total where id = p_hold;
    update promo_code set bound = bound + j.covered where event_id = p_event and no = j.code_no;
    detail := jsonb_set(detail, '{total}', to_jsonb(j.total));
  end if;
  return next;
end $$;
`;

export const promoCodes = { name: "005-promo-codes", statements: tables + judging + taking };
