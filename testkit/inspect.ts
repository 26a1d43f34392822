// Operator's view of a whole system: pending work between its processes, and its ledger.
import { Redis } from "ioredis";
import type { Envelope } from "../platform/core/contracts.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { numberOf } from "../platform/messaging/message-ids.ts";
import { connectRedis, type RedisConnection } from "../platform/redis/redis.ts";
import { FIELDS, streamName, valueOf, type StreamEntry } from "../platform/messaging/signed-batches.ts";
import { connectTo } from "./supergraph.ts";
import type { System } from "../local/system.ts";
import { listedSubgraphs } from "../operations/topology.ts";

/** Pending work, by subgraph; all zero when settled. */
export interface Unfinished {
  unpublished: number;
  /** Messages that a consumer has not handled. */
  undelivered: number;
  /** Messages that failed and will be tried again. */
  parked: number;
  /** Messages that failed every try. */
  dead: number;
  /** Jobs that are due, or will be within the longest that a failed one waits. */
  jobs: number;
  /** Other pending work. */
  work: number;
}

export interface LedgerEntry {
  groupId: string;
  account: string;
  amount: number;
  currency: string;
  orderId: string;
  paymentId: string;
  what: "CAPTURE" | "REFUND";
}

export async function query<Row>(system: System, subgraph: string, text: string, values?: unknown[]): Promise<Row[]> {
  const client = await connectTo(system.env[`${subgraph.toUpperCase()}_DATABASE_URL`]!);
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** @throws Error while a part of the system is down */
export async function unfinished(system: System): Promise<Record<string, Unfinished>> {
  const redis = connectRedis(system.env.REDIS_URL!, createLogger("inspect", "silent"), "waits");
  try {
    const found: Record<string, Unfinished> = {};
    for (const { name } of listedSubgraphs()) {
      const stream = streamName(system.env.REDIS_PREFIX!, name);
      const [own] = await query<Omit<Unfinished, "undelivered">>(
        system,
        name,
        `select (select count(*)::int from outbox where id > ${(await lastOf(redis, stream)) ?? ACKNOWLEDGED}) as unpublished,
                (select count(*)::int from parked_message where retry_at is not null) as parked,
                (select count(*)::int from parked_message where retry_at is null) as dead,
                (select count(*)::int from job where run_at <= app_now() + interval '60 s') as jobs,
                (select count(*)::int from work_item where due_at <= app_now() + interval '60 s') + ${OTHER_WORK[name] ?? "0"} as work`,
      );
      found[name] = { ...own!, undelivered: await undelivered(redis, stream) };
    }
    return found;
  } finally {
    redis.disconnect();
  }
}

/** What else a subgraph will do by itself: seating looks after waiting lists whose seats have changed. */
const OTHER_WORK: Record<string, string> = {
  seating: `(select count(*)::int from waitlist w join sale s using (event_id)
             where w.state <> 'ENDED' and (w.seen_seq is null or w.next_at <= app_now() or (w.state = 'OPEN' and s.change_seq > w.seen_seq)))`,
};

/** The outbox id of the last message that all groups have acknowledged: a stream that Redis has lost is published again after it. */
const ACKNOWLEDGED = "(select coalesce(min(id), 0) from stream_progress where consumer_group <> '')";

/** The outbox id of the last message of a stream, if it has any. */
async function lastOf(redis: RedisConnection, stream: string): Promise<number | undefined> {
  const [last] = (await redis.xrevrange(stream, "+", "-", "COUNT", 1)) as StreamEntry[];
  const text = valueOf(last?.[1] ?? null, FIELDS.text);
  return text === undefined ? undefined : numberOf((JSON.parse(text) as Envelope).messageId)?.id;
}

async function undelivered(redis: RedisConnection, stream: string): Promise<number> {
  if ((await redis.exists(stream)) === 0) return 0;
  const groups = (await redis.xinfo("GROUPS", stream)) as unknown[][];
  return groups.reduce((sum, fields) => {
    const at = (name: string) => Number(fields[fields.indexOf(name) + 1] ?? 0);
    return sum + at("pending") + at("lag");
  }, 0);
}

/** Stuck work and the reasons, human-readable. */
export async function leftOvers(system: System): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {
    "held seats": await query(
      system,
      "seating",
      "select s.no, s.held_until, to_jsonb(h) as hold, now() from seat s left join hold h on h.id = s.hold_id where s.status = 'HELD'",
    ),
    "open orders": await query(
      system,
      "orders",
      "select * from purchase where status in ('PLACING', 'AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW')",
    ),
  };
  for (const { name } of listedSubgraphs()) {
    found[`jobs of ${name}`] = await query(system, name, "select * from job");
    found[`work of ${name}`] = await query(system, name, "select * from work_item");
    found[`parked messages of ${name}`] = await query(system, name, "select * from parked_message");
  }
  return found;
}

/** Live tickets in excess of one for each seat. */
export async function ticketsTooMany(system: System): Promise<number> {
  const [counted] = await query<{ n: number }>(
    system,
    "orders",
    `select (count(*) - count(distinct i.seat_id))::int as n
     from ticket t join order_item i on i.order_id = t.order_id and i.position = t.position where t.status <> 'CANCELLED'`,
  );
  return counted!.n;
}

/** An erasure, with the subgraphs that owe a receipt, and where something of the person is left. */
export interface ErasureState {
  id: string;
  missing: string[];
  left: string[];
}

const LEFT: Record<string, string> = {
  users: `select id as "userId", 'app_user' as what from app_user where status <> 'DELETED' or email is not null
    union select user_id, 'session' from session where place is not null
    union select user_id, 'data_export' from data_export`,
  orders: `select holder_id as "userId", 'ticket' as what from ticket where holder_name is not null
    union select buyer_id, 'purchase' from purchase where names <> '{}'`,
  payments: `select buyer_id as "userId", 'payment' as what from payment where network is not null and status not in ('REQUESTED', 'PENDING')`,
  risk: `select user_id as "userId", 'verified_email' as what from verified_email where email_domain <> ''`,
};

export async function erasuresOf(system: System): Promise<ErasureState[]> {
  const erasures = await query<Omit<ErasureState, "left"> & { userId: string }>(
    system,
    "users",
    `select id, user_id as "userId", array(select unnest(subgraphs) except select subgraph from erasure_receipt r where r.erasure_id = e.id) as missing
     from erasure e`,
  );
  const left = await Promise.all(
    Object.entries(LEFT).map(async ([subgraph, text]) =>
      (await query<{ userId: string; what: string }>(system, subgraph, text)).map((one) => ({ ...one, subgraph })),
    ),
  );
  return erasures.map(({ id, userId, missing }) => ({
    id,
    missing,
    left: left.flat().flatMap((one) => (one.userId === userId ? [`${one.subgraph}.${one.what}`] : [])),
  }));
}

/** A guest who was merged, and where rows still have the old id. */
export interface MergeState {
  from: string;
  left: string[];
}

const OF_ACCOUNTS: Record<string, string> = {
  orders: `select buyer_id as "userId", 'purchase' as what from purchase union select buyer_id, 'bought' from bought
    union select holder_id, 'ticket' from ticket union select recipient_id, 'letter' from letter
    union select recipient_id, 'waiting_letter' from waiting_letter`,
  seating: `select buyer_id as "userId", 'hold' as what from hold`,
  payments: `select buyer_id as "userId", 'payment' as what from payment`,
  risk: `select buyer_id as "userId", 'paid_order' as what from paid_order union select buyer_id, 'assessment' from assessment`,
};

export async function mergesOf(system: System): Promise<MergeState[]> {
  const merged = await query<{ id: string }>(system, "users", "select id from app_user where merged_into is not null");
  if (merged.length === 0) return [];
  const found = await Promise.all(
    Object.entries(OF_ACCOUNTS).map(async ([subgraph, text]) =>
      (await query<{ userId: string; what: string }>(system, subgraph, text)).map((one) => ({ ...one, subgraph })),
    ),
  );
  return merged.map(({ id }) => ({
    from: id,
    left: found.flat().flatMap((one) => (one.userId === id ? [`${one.subgraph}.${one.what}`] : [])),
  }));
}

/** When, to whom or for what an event is sold, as catalog and as seating have it. */
export interface TermsState {
  eventId: string;
  catalog: string;
  seating: string;
}

/** Of published events. */
export async function termsOf(system: System): Promise<TermsState[]> {
  const read = (subgraph: string, text: string) => query<{ eventId: string; terms: string }>(system, subgraph, text);
  const [catalog, seating] = await Promise.all([
    read(
      "catalog",
      `select id as "eventId", concat_ws(' ', 'from', sales_start_at, 'until', sales_end_at, visibility = 'PRIVATE') as terms from event where published`,
    ),
    read(
      "seating",
      `select event_id as "eventId", concat_ws(' ', 'from', opens_at, 'until', closes_at, access_hash is not null) as terms from sale`,
    ),
  ]);
  const sold = new Map(seating.map(({ eventId, terms }) => [eventId, terms]));
  return catalog.map(({ eventId, terms }) => ({ eventId, catalog: terms, seating: sold.get(eventId) ?? "none" }));
}

/** Standard prices of published events whose prices were changed, as catalog and as seating have them. */
export async function pricesOf(system: System): Promise<TermsState[]> {
  const read = (subgraph: string, text: string) => query<{ eventId: string; terms: string }>(system, subgraph, text);
  const [catalog, seating] = await Promise.all([
    read(
      "catalog",
      `select event_id as "eventId", string_agg(concat_ws(' ', t.id, breakdown ->> 'total'), ', ' order by t.id) as terms
       from price_tier t join event on event.id = event_id where published group by event_id having count(prices) > 0`,
    ),
    read(
      "seating",
      `select event_id as "eventId", string_agg(concat_ws(' ', tier_id, price_now), ', ' order by tier_id) as terms from sale_tier group by event_id`,
    ),
  ]);
  const sold = new Map(seating.map(({ eventId, terms }) => [eventId, terms]));
  return catalog.map(({ eventId, terms }) => ({ eventId, catalog: terms, seating: sold.get(eventId) ?? "none" }));
}

/** Orders of all but one organization. */
export async function ordersElsewhere(system: System, organizationId: string): Promise<Set<string>> {
  const text = `select id from purchase where organization_id <> '${organizationId}'`;
  return new Set((await query<{ id: string }>(system, "orders", text)).map(({ id }) => id));
}

export function ledgerOf(system: System): Promise<LedgerEntry[]> {
  return query(
    system,
    "payments",
    `select group_id as "groupId", account, amount, currency, order_id as "orderId", payment_id as "paymentId", what from ledger_entry order by id`,
  );
}

/** One change of a row's status, as recorded by its database. */
export interface Step {
  id: string;
  from: string | null;
  to: string;
  version: number | null;
  at: Date;
}

const STEPS_OF = {
  seating: { table: "seat", id: "new.event_id || '.' || new.no", version: "new.version" },
  payments: { table: "payment", id: "new.id", version: "null" },
} as const;

export type Stepping = keyof typeof STEPS_OF;

/** Records every step of every seat and payment from now on, for later checks. */
export async function recordSteps(system: System): Promise<void> {
  for (const [subgraph, { table, id, version }] of Object.entries(STEPS_OF))
    await query(
      system,
      subgraph,
      `create table recorded_step (no bigserial, id text, was text, became text, version bigint, at timestamptz default clock_timestamp());
       create function record_step() returns trigger language plpgsql as
       $$ begin
         insert into recorded_step (id, was, became, version) values (${id}, case tg_op when 'UPDATE' then old.status end, new.status, ${version});
         return null;
       end $$;
       create trigger recorded_step after insert or update of status on ${table} for each row execute function record_step();`,
    );
}

export function stepsOf(system: System, subgraph: Stepping): Promise<Step[]> {
  return query(
    system,
    subgraph,
    `select id, was as "from", became as "to", version::int as version, at from recorded_step order by no`,
  );
}

/** Redis forgets everything, as if its disk were lost. */
export async function emptyRedis(system: System): Promise<void> {
  const redis = new Redis(system.env.REDIS_URL!, { maxRetriesPerRequest: 1 });
  redis.on("error", () => {});
  await redis.flushall().catch(() => {});
  redis.disconnect();
}
