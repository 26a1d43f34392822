// The same work as a hold of the engine, as lean as it can be written for one hold a statement: the same rows are read and
// written. The locks that everybody wants (counts, numbering) come last, which is as kind to pgbench as can be.
export const LEAN_HOLD = `
create function hold_one(p_event uuid, p_buyer uuid, p_key text, p_hash text, p_nos int[]) returns uuid language plpgsql as $$
declare
  v_id uuid := uuidv7();
  v_sale sale%rowtype;
  v_now timestamptz := app_now();
  v_until timestamptz;
  v_seq bigint;
begin
  select * into v_sale from sale where event_id = p_event;
  if v_sale.state <> 'OPEN' or v_sale.sales_end_at <= v_now then return null; end if;
  v_until := v_now + make_interval(secs => v_sale.hold_seconds);
  if exists (select 1 from idempotency_key where user_id = p_buyer::text and mutation = 'holdSeats' and key = p_key) then return null; end if;
  if cardinality(p_nos) + (
    select count(*) from hold h join seat on seat.event_id = p_event and seat.no = any(h.seat_nos) and seat.hold_id = h.id
    where h.event_id = p_event and h.buyer_id = p_buyer and h.status in ('ACTIVE', 'CONVERTED')
      and (seat.held_until is null or seat.held_until > v_now)) > v_sale.max_seats_per_buyer then return null; end if;
  insert into idempotency_key (user_id, mutation, key, request_hash, resource_id) values (p_buyer::text, 'holdSeats', p_key, p_hash, v_id::text);
  with taken as (
    update seat set status = 'HELD', hold_id = v_id, held_until = v_until, version = version + 1
    where event_id = p_event and no = any(p_nos) and (status = 'AVAILABLE' or (status = 'HELD' and held_until <= v_now))
    returning tier_no
  ), priced as (
    select sum(price) as total, count(*) as n from taken join sale_tier t on t.event_id = p_event and t.no = taken.tier_no
  ), made as (
    insert into hold (id, event_id, buyer_id, status, seat_nos, total, expires_at)
    select v_id, p_event, p_buyer, 'ACTIVE', p_nos, total, v_until from priced where n = cardinality(p_nos)
  ), told as (
    insert into outbox (message_id, name, key, body) values (gen_random_uuid(), 'seating.SeatsHeld', v_id::text,
      jsonb_build_object('holdId', v_id, 'eventId', p_event, 'buyerId', p_buyer, 'seatCount', cardinality(p_nos), 'expiresAt', v_until))
  )
  update sale_tier t set available = available - d.n, held = held + d.n
  from (select tier_no, count(*) as n from taken group by tier_no) d where t.event_id = p_event and t.no = d.tier_no;
  update sale set change_seq = change_seq + 1 where event_id = p_event returning change_seq into v_seq;
  insert into seat_change (event_id, seq, seat_nos) values (p_event, v_seq, p_nos);
  return v_id;
end $$;
`;

const HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** A pgbench script: the client's next two seats. */
export function holdOne(eventId: string, perClient: number): string {
  return `\\set i :i + 1
\\set s (:client_id * ${perClient} + :i) * 2 + 1
select hold_one('${eventId}'::uuid, gen_random_uuid(), gen_random_uuid()::text, '${HASH}', array[:s, :s + 1]::int[]);
`;
}

/** A pgbench script: the client's next two seats, so many times in one statement of the engine. */
export function holdMany(holds: number): (eventId: string, perClient: number) => string {
  const repeated = (value: string) => `array(select ${value} from generate_series(1, ${holds}))`;
  return (eventId, perClient) => `\\set i :i + 1
\\set s (:client_id * ${perClient} + :i) * ${holds * 2} + 1
select count(*) from take_seats('${eventId}'::uuid, ${repeated("uuidv7()")}, ${repeated("gen_random_uuid()")},
  ${repeated("'holdSeats'")}, ${repeated("gen_random_uuid()::text")}, ${repeated(`'${HASH}'`)}, ${repeated("2")},
  ${repeated("null::bigint")}, ${repeated("null::text")}, ${repeated("null::text")}, ${repeated("null::text")},
  array(select (n + 1) / 2 from generate_series(1, ${holds * 2}) n), array(select :s + n - 1 from generate_series(1, ${holds * 2}) n)::int[]);
`;
}
