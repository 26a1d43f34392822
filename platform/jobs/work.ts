// Work items: rows for work in progress, such as an intent with a pending call, or an order that waits for a deadline. A command writes the
// item in its own transaction and leases it to its process, which runs it at once, in batches. If the process dies, the lease expires and
// another process takes over within 5 seconds. A failed item is retried with backoff. A slow process may lose its lease and run an item at
// the same time as its successor: every kind must be idempotent.
import { createGroupCommit, type GroupCommit } from "../postgres/group-commit.ts";
import { afterCommit, type Database, type Tx } from "../postgres/database.ts";
import { createAlarm, POLL_MS, whileDue, type DueWork } from "./due.ts";
import { RefusedForGood } from "../core/errors.ts";
import { reach } from "../core/fault-points.ts";
import { jobBackOffSeconds } from "./jobs.ts";
import type { Logger } from "../telemetry/logger.ts";
import { change, row, rows, sql } from "../postgres/sql.ts";

export interface WorkItem<Body = unknown> {
  id: string;
  body: Body;
  /** Correlation ID of the cause. */
  correlationId: string | null;
  /** How often it was begun, this time included. */
  attempts: number;
}

export interface WorkKind<Body = unknown> {
  kind: string;
  /** Items that `run` gets together at most. */
  maxBatch?: number;
  /** Concurrent batches of this kind in a process (bulkhead): no kind blocks another one. */
  maxInFlight?: number;
  /** After this many attempts it is a dead letter. Absent: it is retried without limit, with growing backoff. */
  maxAttempts?: number;
  /**
   * Does the work, outside any transaction, and ends each item with `endWork`, or gives it a later `due_at`, in the transaction of its
   * effect. Must be safe to repeat. An Error in an item's place means retry; RefusedForGood means dead letter.
   */
  run(items: WorkItem<Body>[]): Promise<(Error | undefined)[]>;
}

/** Lease duration of a row. A poll after that, within 5 seconds, takes over a dead process's work. */
export const LEASE_SECONDS = 3;
const RENEW_MS = 1_000;
const BATCH = 64;
/** Maximum number of items of a process, in addition to those that it has written itself. */
const MOST_UNDER_WAY = 256;
const RUNNING_WITHIN_MS = 10_000;

/** When an item is due that is leased to this process from now on. */
export const leaseEnd = sql`app_now() + ${`${LEASE_SECONDS} s`}::interval`;

const keyOf = (kind: string, id: string) => `${kind} ${id}`;

interface Given {
  id: string;
  body?: unknown;
  correlationId?: string | null;
}

interface Runner {
  subgraph: string;
  take(kind: string, items: WorkItem[]): void;
  /** `done` never rejects. */
  keep(kind: string, id: string, done: Promise<void>): void;
  look(): void;
}
let runners: Runner[] = [];

/** This process runs items that it has written and leased at once. If it has no runner, or dies, another process will run them. */
export function takeWork(subgraph: string, kind: string, items: Given[]): void {
  const all = items.map(({ id, body = null, correlationId = null }) => ({ id, body, correlationId, attempts: 1 }));
  for (const runner of runners) if (runner.subgraph === subgraph) runner.take(kind, all);
}

/** A request of this process works on an item: its lease is renewed until `done` settles, and no other process takes it over. */
export function keepWork(subgraph: string, kind: string, id: string, done: Promise<unknown>): void {
  const settled = done.then(
    () => {},
    () => {},
  );
  for (const runner of runners) if (runner.subgraph === subgraph) runner.keep(kind, id, settled);
}

/** Writes items, leased to this process, which runs them after `tx` has committed. Existing items are unchanged. */
export async function addWork(tx: Tx, subgraph: string, kind: string, items: Given[]): Promise<void> {
  if (items.length === 0) return;
  await rows(
    tx,
    sql`insert into work_item (id, kind, body, correlation_id, due_at)
        select id, ${kind}, body::jsonb, correlation_id, ${leaseEnd}
        from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ body }) => (body === undefined ? null : JSON.stringify(body)))}::text[],
                    ${items.map((item) => item.correlationId ?? null)}::text[]) as w(id, body, correlation_id)
        on conflict do nothing`,
  );
  afterCommit(tx, () => takeWork(subgraph, kind, items));
}

/** Writes an item that a request processes itself. An existing one counts one more attempt, and keeps its body. */
export async function beginWork<Body>(
  tx: Tx,
  kind: string,
  { id, body, correlationId, attempts }: WorkItem<Body>,
): Promise<WorkItem<Body>> {
  const begun = await row<WorkItem<Body>>(
    tx,
    sql`insert into work_item as w (id, kind, body, correlation_id, attempts, due_at)
        values (${id}, ${kind}, ${JSON.stringify(body)}, ${correlationId}, ${attempts}, ${leaseEnd})
        on conflict (id, kind) do update set attempts = w.attempts + 1
        returning id, body, correlation_id, attempts`,
  );
  return begun!;
}

/** Work that an earlier version has begun continues as an item, which is due at once. */
export async function adoptWork(tx: Tx, kind: string, { id, body }: Pick<WorkItem, "id" | "body">): Promise<void> {
  await rows(
    tx,
    sql`insert into work_item (id, kind, body, attempts, due_at)
        values (${id}, ${kind}, ${body === null ? null : JSON.stringify(body)}, 2, app_now()) on conflict do nothing`,
  );
}

/** Whether an item of the kind has this in its body. */
export async function hasWork(tx: Tx, kind: string, field: string, value: string): Promise<boolean> {
  const found = await row(
    tx,
    sql`select 1 from work_item where kind = ${kind} and body ->> ${field} = ${value} limit 1`,
  );
  return found !== undefined;
}

/** In the transaction of its effect. Returns the IDs of items that were not ended elsewhere. */
export async function endWork(tx: Tx, kind: string, ids: string[]): Promise<Set<string>> {
  const ended = await rows<{ id: string }>(
    tx,
    sql`delete from work_item where kind = ${kind} and id = any(${ids}::uuid[]) returning id`,
  );
  return new Set(ended.map(({ id }) => id));
}

export interface WorkRunner {
  /** Items that are due within two seconds, or being worked on by this process. */
  due(): Promise<number>;
  /** Whether it has polled for items recently. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

export function startWork(options: {
  subgraph: string;
  database: Database;
  kinds: WorkKind[];
  logger: Logger;
}): WorkRunner {
  const { subgraph, database, logger } = options;
  const kinds = new Map(options.kinds.map((kind) => [kind.kind, { ...kind, begin: batchesOf(kind) }]));
  interface UnderWay {
    kind: string;
    id: string;
    since: number;
    done: Promise<void>;
    /** Changed during processing: the run may not have seen the latest change. */
    again?: WorkItem;
  }
  const ours = [...kinds.keys()];
  const underWay = new Map<string, UnderWay>();
  let stopped = false;
  let lookedAt = -Infinity;
  /** The last claim was limited by free slots. */
  let isMoreDue = false;
  const alarm = createAlarm();

  function batchesOf(kind: WorkKind): GroupCommit<WorkItem, undefined> {
    return createGroupCommit<WorkItem, undefined>({
      maxBatch: kind.maxBatch ?? BATCH,
      maxInFlight: kind.maxInFlight ?? 2,
      maxWaiting: Infinity,
      run: async (batch) => {
        const items = batch.map(({ request }) => request);
        for (const _ of items) reach(`work begun: ${kind.kind}`);
        const results = await kind.run(items);
        for (const _ of items) reach(`work done: ${kind.kind}`);
        return results as (undefined | Error)[];
      },
    });
  }

  function take(name: string, items: WorkItem[]): void {
    const kind = kinds.get(name);
    if (!kind || stopped) return;
    for (const item of items) {
      const known = underWay.get(keyOf(name, item.id));
      if (known) {
        known.again = item;
        continue;
      }
      keep(
        name,
        item.id,
        kind.begin(item).catch((error: unknown) => putOff(kind, item, error)),
      );
    }
  }

  function keep(kind: string, id: string, done: Promise<void>): void {
    const key = keyOf(kind, id);
    const known: UnderWay = { kind, id, since: performance.now(), done };
    underWay.set(key, known);
    void done.then(() => {
      if (underWay.get(key) !== known) return;
      underWay.delete(key);
      if (isMoreDue || stopped) alarm.ring();
      if (known.again) take(kind, [known.again]);
    });
  }

  async function putOff({ kind, maxAttempts = Infinity }: WorkKind, item: WorkItem, error: unknown): Promise<void> {
    const isGivenUp = error instanceof RefusedForGood || item.attempts >= maxAttempts;
    const about = { work: kind, id: item.id, attempts: item.attempts, err: error };
    const seconds = jobBackOffSeconds(item.attempts);
    if (isGivenUp) logger.error(about, "dead letter: the work item failed all retries, see `npm run dead-letters`");
    else logger.warn({ ...about, retryInSeconds: seconds }, "work item failed: it will be retried");
    const dueAt = isGivenUp ? sql`'infinity'::timestamptz` : sql`app_now() + ${`${seconds} s`}::interval`;
    await rows(
      database.read(),
      sql`update work_item set due_at = ${dueAt}, given_up_at = case when ${isGivenUp} then now() end, last_error = ${String(error).slice(0, 500)}
          where kind = ${kind} and id = ${item.id}::uuid`,
    ).catch(() => {});
    alarm.ring();
  }

  async function claim(): Promise<number | "full"> {
    const room = stopped ? 0 : MOST_UNDER_WAY - underWay.size;
    isMoreDue = room <= 0;
    if (isMoreDue) return "full";
    const claimed = await rows<WorkItem & { kind: string }>(
      database.read(),
      sql`update work_item set due_at = ${leaseEnd}, attempts = attempts + 1
          where (id, kind) in (select id, kind from work_item where due_at <= app_now() and kind = any(${ours}::text[])
                               order by due_at limit ${room} for update skip locked)
          returning id, kind, body, correlation_id, attempts`,
    );
    for (const { kind, ...item } of claimed) take(kind, [item]);
    return claimed.length;
  }

  async function renew(): Promise<number> {
    if (underWay.size === 0) return POLL_MS;
    const long = [...underWay.values()].filter(({ since }) => performance.now() - since >= RENEW_MS);
    if (long.length > 0)
      await rows(
        database.read(),
        sql`update work_item set due_at = ${leaseEnd}
            where (id, kind) in (select * from unnest(${long.map(({ id }) => id)}::uuid[], ${long.map(({ kind }) => kind)}::text[]))
              and due_at between app_now() and ${leaseEnd}`,
      );
    return RENEW_MS;
  }

  const due: DueWork = {
    work: claim,
    next: () =>
      sql`select min(due_at) - app_now() from work_item where due_at < 'infinity' and kind = any(${ours}::text[])`,
    renew,
    looked: () => void (lookedAt = performance.now()),
  };
  const entry: Runner = { subgraph, take, keep, look: alarm.ring };
  runners.push(entry);
  const isStopped = () => stopped && underWay.size === 0;
  const looping = kinds.size > 0 ? whileDue(database, alarm, isStopped, due) : Promise.resolve();
  return {
    isRunning: () => kinds.size === 0 || performance.now() - lookedAt < RUNNING_WITHIN_MS,
    due: async () => {
      const found = await row<{ n: number }>(
        database.read(),
        sql`select count(*)::int as n from work_item where due_at <= app_now() + interval '2 s'`,
      );
      return (found?.n ?? 0) + underWay.size;
    },
    stop: async () => {
      stopped = true;
      runners = runners.filter((other) => other !== entry);
      alarm.ring();
      await looping;
      await Promise.all([...underWay.values()].map(({ done }) => done));
    },
  };
}

/** Polls for due items now, after an item was made due. */
export function wakeWork(subgraph: string): void {
  for (const runner of runners) if (runner.subgraph === subgraph) runner.look();
}

/** Deletes an intent, unless another request has begun it, too. */
export async function withdrawWork(tx: Tx, kind: string, id: string): Promise<boolean> {
  const gone = await change(tx, sql`delete from work_item where kind = ${kind} and id = ${id}::uuid and attempts = 1`);
  return gone > 0;
}
