// What a database holds after a while, by SQL: `size` events, orders of one organization, and users, and what belongs to them. What does
// not grow with the house is the same at every size: a hall, a buyer's orders, the people of an organization, what waits for a person.

import { createHash } from "node:crypto";

/** Ids that the operations ask for; `idOf` makes them. */
export const KINDS = {
  organization: 1,
  user: 2,
  venue: 3,
  section: 4,
  series: 5,
  event: 6,
  tier: 7,
  hold: 8,
  order: 9,
  ticket: 10,
  payment: 11,
  refund: 12,
  other: 13,
} as const;

type Kind = keyof typeof KINDS;

export function idOf(kind: Kind, n: number): string {
  return `00000000-0000-7${String(KINDS[kind]).padStart(3, "0")}-8000-${n.toString(16).padStart(12, "0")}`;
}

/** The same in SQL, of an expression that is a number. */
const id = (kind: Kind, n: string) =>
  `('00000000-0000-7${String(KINDS[kind]).padStart(3, "0")}-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

const numbers = (to: number, name = "n", from = 1) => `generate_series(${from}, ${to}) ${name}`;
/** Spread evenly over `days`, of which the middle is now, in an order that has nothing to do with n. */
const spread = (n: string, days: number) =>
  `date_trunc('milliseconds', now()) + (((${n})::bigint * 7919 % 99991) / 99991.0 - 0.5) * interval '${days} days'`;
/** Over the past `days`. */
const past = (n: string, days: number) => `${spread(n, days)} - interval '${days / 2} days 1 hour'`;

/** The first organization, buyer, event … are those that are asked for. */
const FIRST_USERS = 50;
const BUYERS_ORDERS = 25;
const ORDERS_OF_EVENT = 200;
const HALL = 2_000;
const FAILED_REFUNDS = 25;

const FIRST_NAME = `(array['Anna', 'Ben', 'Clara', 'David', 'Emil', 'Frieda', 'Greta', 'Hugo', 'Ida', 'Jakob'])[1 + n % 10]`;
const lastName = (n: string) => `initcap(translate(left(md5((${n})::text), 8), '0123456789', 'aeiourstln'))`;
const emailOf = (n: string) =>
  `lower(${FIRST_NAME} || '.' || ${lastName(n)} || '@' || (array['example.org', 'example.com', 'mail.example'])[1 + n % 3])`;
/** The last name of the user with this number. */
export function lastNameOf(n: number): string {
  const digest = createHash("md5").update(String(n)).digest("hex");
  return digest.slice(0, 8).replace(/\d/g, (digit) => "aeiourstln"[Number(digit)]!);
}

function users(size: number): string[] {
  return [
    `insert into app_user (id, display_name, email, email_key, password_hash, status, created_at)
     select ${id("user", "n")}, ${FIRST_NAME} || ' ' || ${lastName("n")}, ${emailOf("n")}, ${emailOf("n")}, 'none', case when n % 40 = 0 then 'SUSPENDED' else 'ACTIVE' end, ${past("n", 900)} from ${numbers(size)}`,
    `insert into organization (id, name, status, suspended_at, suspension_reason, created_at)
     select ${id("organization", "n")}, 'Organization ' || n, case when n % 10 = 0 then 'CLOSED' when n % 10 = 1 and n > 1 then 'PAUSED' else 'ACTIVE' end,
       case when n % 10 = 2 then now() end, case when n % 10 = 2 then 'a reason' end, ${past("n", 900)} from ${numbers(size / 4)}`,
    `insert into membership (organization_id, user_id, role, origin)
     select ${id("organization", "1")}, ${id("user", "n")}, case when n = 1 then 'OWNER' else 'BOX_OFFICE' end, 'ACCEPTED' from ${numbers(FIRST_USERS)}
     union all select ${id("organization", "n")}, ${id("user", `${FIRST_USERS} + n`)}, 'OWNER', 'FOUNDED' from ${numbers(size / 4, "n", 2)}`,
    `insert into invitation (id, organization_id, email, role, token_hash, expires_at, ended_at)
     select ${id("other", "n")}, ${id("organization", "1")}, 'invited' || n || '@example.org', 'SCANNER', 'hash ' || n, now() + interval '5 days', case when n > 10 then now() end from ${numbers(size / 10)}`,
    `insert into session (id, user_id, created_at, ended_at) select ${id("other", "n")}, ${id("user", `1 + n % ${size}`)}, ${past("n", 90)}, case when n % 3 > 0 then now() end from ${numbers(size * 2)}`,
    `insert into intervention (id, subject_id, action, by_user) select gen_random_uuid(), ${id("organization", `1 + n / 2`)}, 'suspendOrganization', ${id("user", "2")} from ${numbers(size / 10)}`,
  ];
}

const CITIES = 500;
const eventsOf = (n: string) =>
  `case when ${n} % 10 = 9 then ${id("organization", `${n} / 10`)} else ${id("organization", "1")} end`;

function catalog(size: number): string[] {
  const venues = size / 50;
  return [
    `insert into organization (id) select ${id("organization", "n")} from ${numbers(size / 4)}`,
    `insert into venue (id, organization_id, name, city, country, time_zone, capacity)
     select ${id("venue", "n")}, ${id("organization", "1")}, 'Hall ' || n, 'City ' || n % ${CITIES}, 'DE', 'Europe/Berlin', 500 from ${numbers(venues)}`,
    `insert into section (id, venue_id, position, name, kind, capacity) select ${id("section", "n")}, ${id("venue", "n")}, 0, 'Floor', 'GENERAL_ADMISSION', 500 from ${numbers(venues)}`,
    `insert into series (id, organization_id, name) select ${id("series", "n")}, ${id("organization", "1")}, 'Series ' || n from ${numbers(size / 20)}`,
    `insert into event (id, organization_id, venue_id, series_id, name, description, category, status, starts_at, max_seats_per_buyer, hold_seconds, published, search)
     select ${id("event", "n")}, ${eventsOf("n")}, ${id("venue", `1 + n % ${venues}`)}, case when n % 5 = 0 then ${id("series", "1")} end,
       'Concert ' || n || ' of Artist' || n % 200 || case when n % 10000 = 500 then ' zebra' else '' end, 'An evening to remember.', (array['CONCERT', 'THEATRE', 'SPORT', 'FESTIVAL', 'CONFERENCE'])[1 + n % 5],
       case when n = 1 then 'ON_SALE' when n % 20 = 0 then 'DRAFT' when n % 20 = 1 then 'CANCELLED' when n % 20 = 2 then 'SALES_PAUSED' else 'ON_SALE' end, ${spread("n", 1_000)}, 6, 600, n % 20 > 0, ''
     from ${numbers(size)}`,
    `update event set category = 'FESTIVAL' where category = 'CONFERENCE' and id > ${id("event", "500")}`,
    // As the catalog's job would have, within a minute.
    `update event set is_past = true where event_over_at(starts_at, ends_at) <= now()`,
    `insert into price_tier (id, event_id, name, amount, currency, section_ids, breakdown)
     select ${id("tier", "n")}, ${id("event", "n")}, 'All', 4500, 'EUR', array[${id("section", `1 + n % ${venues}`)}], '{"base": 4500, "lines": [], "total": 4500}' from ${numbers(size)}`,
    `insert into intervention (id, subject_id, action, by_user) select gen_random_uuid(), ${id("event", "1 + n / 2")}, 'pauseSales', ${id("user", "2")} from ${numbers(size / 10)}`,
  ];
}

function seating(size: number): string[] {
  const seats = (event: string, no: string, sectionNo: string, sold: string, hold: string) =>
    `select ${event}, ${no}, ${sectionNo}, 1, 1, '1', ${no}, 1, (${no})::text, false, case when ${sold} then 'SOLD' else 'AVAILABLE' end, case when ${sold} then ${hold} end`;
  return [
    `insert into sale (event_id, organization_id, state, currency, max_seats_per_buyer, hold_seconds, sales_end_at, change_seq)
     select ${id("event", "n")}, ${id("organization", "1")}, 'OPEN', 'EUR', 2000, 600, case when n = 1 then now() + interval '30 days' else ${spread("n", 1_000)} end, 100 from ${numbers(size)}`,
    `insert into sale_section (event_id, no, section_id, name) select ${id("event", "1")}, n, ${id("section", "n")}, 'Block ' || n from ${numbers(20)}
     union all select ${id("event", "n")}, 1, ${id("section", "n + 20")}, 'Floor' from ${numbers(size, "n", 2)}`,
    `insert into sale_tier (event_id, no, tier_id, name, price, available, sold)
     select ${id("event", "n")}, 1, ${id("tier", "n")}, 'All', 4500, case when n = 1 then ${HALL} - ${ORDERS_OF_EVENT} else 2 end, case when n = 1 then ${ORDERS_OF_EVENT} else 0 end from ${numbers(size)}`,
    `insert into seat (event_id, no, section_no, tier_no, row_no, row_label, position, block, number, wheelchair, status, hold_id)
     ${seats(id("event", "1"), "n", `1 + (n - 1) * 20 / ${HALL}`, `n <= ${ORDERS_OF_EVENT}`, id("hold", "n"))} from ${numbers(HALL)}
     union all ${seats(id("event", "n"), "no", "1", "false", "null::uuid")} from ${numbers(size, "n", 2)}, ${numbers(2, "no")}`,
    `insert into hold (id, event_id, buyer_id, status, order_id, seat_nos, total, expires_at)
     select ${id("hold", "n")}, ${id("event", "1")}, ${id("user", "n")}, 'CONVERTED', ${id("order", "n")}, array[n], 4500, now() + interval '10 minutes' from ${numbers(ORDERS_OF_EVENT)}
     union all select ${id("hold", `n + ${ORDERS_OF_EVENT}`)}, ${id("event", `2 + n % ${size - 1}`)}, ${id("user", "n")}, case when n % 2 = 0 then 'RELEASED' else 'EXPIRED' end, null, array[1], 4500, now() from ${numbers(size * 2)}`,
    `insert into sale_channel (event_id, no, name, key) select ${id("event", "1 + n / 10")}, n, 'Channel ' || n, 'channel-' || n from ${numbers(size / 10)}`,
    `insert into promo_code (event_id, no, code, discount, max_tickets) select ${id("event", "1 + n / 30")}, n, 'CODE' || n, '{"kind": "RATE", "rate": 0.1}', 500 from ${numbers(size / 10)}`,
    `insert into promo_code_price (event_id, code_no, tier_no, price, breakdown) select event_id, no, 1, 4050, '{"base": 4050, "lines": [], "total": 4050}' from promo_code`,
    `insert into seat_change (event_id, seq, seat_nos) select ${id("event", "n")}, s, array[1] from ${numbers(Math.min(size, 5_000))}, ${numbers(100, "s")} where n = 1 or s > 90`,
  ];
}

const CANCELLED_EVENT = 2;
export const cancelledEvent = idOf("event", CANCELLED_EVENT);

function orders(size: number): string[] {
  // Of 200 orders each; all but the first two events are of no interest.
  const event = `1 + (n - 1) / ${ORDERS_OF_EVENT}`;
  const buyer = `case when n <= ${BUYERS_ORDERS} then 1 else n end`;
  const stuck = 25;
  const isStuck = `n between ${size - stuck} and ${size - 2}`;
  const status = `case when ${isStuck} then 'PROCESSING' when n = ${size - 1} then 'DECLINED' when n <= ${2 * ORDERS_OF_EVENT} or n % 10 < 8 then 'CONFIRMED' when n % 10 = 8 then 'CANCELLED' else 'EXPIRED' end`;
  return [
    `insert into purchase (id, number, buyer_id, hold_id, status, phase, event_id, organization_id, currency, total, created_at, waiting_since)
     select ${id("order", "n")}, 'N' || n, ${id("user", buyer)}, ${id("hold", "n")}, ${status}, case when ${isStuck} then 'SELLING' end, ${id("event", event)}, ${id("organization", "1")}, 'EUR', 9000, ${past("n", 300)}, ${past("n", 300)} from ${numbers(size)}`,
    `insert into work_item (id, kind, attempts, due_at) select id, 'order', 0, now() + interval '1 day' from purchase where phase is not null`,
    `insert into order_item (order_id, position, seat_id, section_id, section_name, tier_name, price)
     select ${id("order", "n")}, p, ${id("event", event)} || '.' || n * 2 + p, ${id("section", "1")}, 'Floor', 'All', 4500 from ${numbers(size)}, ${numbers(1, "p", 0)}`,
    `insert into order_step (order_id, no, at, status) select ${id("order", "n")}, k, ${past("n", 300)}, 'CONFIRMED' from ${numbers(size)}, ${numbers(3, "k")}`,
    `insert into ticket (id, order_id, position, event_id, organization_id, holder_id, status, price, created_at)
     select ${id("ticket", "n * 2 + p")}, ${id("order", "n")}, p, ${id("event", event)}, ${id("organization", "1")}, ${id("user", buyer)}, case when n % 10 = 7 then 'CANCELLED' else 'VALID' end, 4500, ${past("n", 300)} from ${numbers(size)}, ${numbers(1, "p", 0)}`,
    `insert into ticket_offer (id, ticket_id, from_user, expires_at, status, taken_by, taken_at)
     select gen_random_uuid(), ${id("ticket", "n")}, ${id("user", "2")}, now() + interval '1 day', 'TAKEN', ${id("user", "1")}, now() from ${numbers(size / 2, "n", 2)}`,
    `insert into letter (id, order_id, recipient_id, kind, status) select gen_random_uuid(), ${id("order", "n")}, ${id("user", buyer)}, 'ORDER_CONFIRMED', 'SENT' from ${numbers(size)}`,
    `insert into order_intervention (id, order_id, by_user, note) select gen_random_uuid(), ${id("order", "n")}, ${id("user", "2")}, 'pushed' from ${numbers(size / 10)}`,
    `insert into bought (order_id, buyer_id, event_id, currency, total, tickets, confirmed_at) select id, buyer_id, event_id, 'EUR', 9000, 2, created_at from purchase where status = 'CONFIRMED'`,
    `insert into bought_return (cancellation_id, order_id, tickets, amount) select gen_random_uuid(), ${id("order", "n")}, 1, 4500 from ${numbers(size, "n")} where n % 10 = 7`,
    `insert into sales_by_day (organization_id, event_id, day, currency, orders, tickets, gross)
     select ${id("organization", "1")}, ${id("event", "n")}, current_date - d, 'EUR', 10, 20, 90000 from ${numbers(size / 50)}, ${numbers(30, "d")}`,
    `insert into sales_by_zone_day select organization_id, day, event_id, currency, orders, tickets, gross from sales_by_day`,
    `insert into organization_zone (organization_id, version, time_zone, counted_zone) values (${id("organization", "1")}, 1, 'Asia/Kathmandu', 'Asia/Kathmandu')`,
    `insert into event_facts (event_id, version, name, place, starts_at, time_zone)
     select ${id("event", "n")}, 1, 'Concert ' || n, 'Hall, City', ${spread("n", 1_000)}, 'Europe/Berlin' from ${numbers(size)}`,
    `update event_facts set starts_at = now() + interval '9 days' where event_id = ${id("event", "1")}`,
    `insert into cancelled_event (event_id, reason, organization_id, orders) select ${id("event", `n * ${CANCELLED_EVENT}`)}, 'storm', ${id("organization", "1")}, ${ORDERS_OF_EVENT} from ${numbers(size / 100)}`,
    `insert into refund (id, order_id, amount, reason, ticket_ids, status, cancelled_event_id)
     select gen_random_uuid(), ${id("order", "n")}, 9000, 'storm', '{}', 'DONE', ${id("event", event)} from ${numbers(size)} where (${event}) % ${CANCELLED_EVENT} = 0`,
    `insert into scan (event_id, id, ticket_id, scanned_at, scanner_id, outcome)
     select ${id("event", event)}, gen_random_uuid(), ${id("ticket", "n")}, now(), ${id("user", "2")}, case when n % 4 = 0 then 'DOUBLE' else 'ADMITTED' end from ${numbers(size)}`,
  ];
}

/** With what the provider has taken and given back of the orders. */
function payments(size: number): string[] {
  const ledger = (what: string, account: string, amount: number, of: string) =>
    `select ${id("other", of === "payment" ? "n" : `n + ${size}`)}, ${account}, ${amount}, 'EUR', ${id("order", "n")}, ${id("payment", "n")}, '${what}', ${past("n", 300)}`;
  const organization = `'organization:${idOf("organization", 1)}'`;
  return [
    `insert into payment (id, order_id, buyer_id, status, payment_method, organization_id, event_id, amount, currency, refunded, provider_reference, created_at)
     select ${id("payment", "n")}, ${id("order", "n")}, ${id("user", "n")}, 'SUCCEEDED', 'pm_card_visa', ${id("organization", "1")}, ${id("event", "1")}, 9000, 'EUR', 0, 'reference ' || n, ${past("n", 300)} from ${numbers(size)}`,
    `insert into refund (id, payment_id, amount, reason, status, organization_id, created_at)
     select ${id("refund", "n")}, ${id("payment", "n")}, 9000, 'storm', 'DONE', ${id("organization", "1")}, ${past("n", 300)} from ${numbers(size)} where n % 10 = 7
     union all select ${id("refund", `n + ${size}`)}, ${id("payment", "n")}, 9000, 'storm', 'FAILED', ${id("organization", "1")}, ${past("n", 300)} from ${numbers(size)} where n % 100 = 7 or n <= ${FAILED_REFUNDS}`,
    `update payment set status = 'REFUNDED', refunded = 9000 where exists (select 1 from refund where payment_id = payment.id and status = 'DONE')`,
    `insert into dispute (id, reference, payment_id, organization_id, amount, reason, status, opened_at, closed_at)
     select gen_random_uuid(), 'dispute ' || n, ${id("payment", "n")}, ${id("organization", "1")}, 9000, 'fraudulent', case when n <= 25 then 'OPEN' else 'WON' end, ${past("n", 300)}, case when n > 25 then now() end from ${numbers(size / 10)}`,
    `insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what, booked_at)
     select * from (
       ${ledger("CAPTURE", "'provider:clearing'", 9000, "payment")} from ${numbers(size)} union all ${ledger("CAPTURE", organization, -9000, "payment")} from ${numbers(size)}
       union all ${ledger("REFUND", "'provider:clearing'", -9000, "refund")} from ${numbers(size)} where n % 10 = 7 union all ${ledger("REFUND", organization, 9000, "refund")} from ${numbers(size)} where n % 10 = 7
     ) entry (group_id, account, amount, currency, order_id, payment_id, what, booked_at) order by booked_at`,
    `insert into books_check (id, started_at, finished_at) select ${id("other", "n")}, now() - n * interval '1 day', now() - n * interval '1 day' from ${numbers(size / 10)}`,
    `insert into books_finding (id, kind, subject, detail, found_at, last_check_id, resolved_at)
     select gen_random_uuid(), 'OPEN_TOO_LONG', 'subject ' || n, 'detail', now() - n * interval '1 hour', ${id("other", "1")}, case when n <= ${size / 10} - 25 then now() end from ${numbers(size / 10)}`,
  ];
}

function risk(size: number): string[] {
  return [
    `insert into assessment (id, order_id, buyer_id, organization_id, score, decision, reasons, assessed_at, reviewed_at)
     select ${id("other", "n")}, ${id("order", "n")}, ${id("user", "n")}, ${id("organization", "1")}, n % 100, case when n % 10 = 0 then 'REVIEW' else 'ALLOW' end, '[]', ${past("n", 300)}, case when n % 10 = 0 and n > 250 then now() end from ${numbers(size)}`,
  ];
}

const fills: Record<string, (size: number) => string[]> = { users, catalog, seating, orders, payments, risk };

/** What fills the database of a subgraph, one statement after the other. @throws Error for one that nobody has said it of */
export function statementsFor(subgraph: string, size: number): string[] {
  const fill = fills[subgraph];
  if (!fill) throw new Error(`Add a fill step for the database of ${subgraph} to bench/growth/fill.ts.`);
  return fill(size);
}
