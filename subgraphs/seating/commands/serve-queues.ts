// Looks after waiting rooms that are due: closes and draws them, ends admissions, and calls as many people as the inlet allows. Each step is
// one transaction under the lock of its queue, so any number of processes may do this. A draw takes long, so other queues don't wait for it.
import { reach } from "../../../platform/core/fault-points.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { QueueSeats, StoredQueueState } from "../entities/queue.ts";
import { inletStep, learned, WINDOW_MS, type HoldLoad, type InletState } from "../engine/queue/inlet.ts";
import type { SealedSeeds } from "../engine/sealed-seeds.ts";
import { closeEntries, drawQueue } from "./draw-queue.ts";
import type { Drawing } from "../engine/queue/drawing.ts";
import { closeQueue, type LockedQueue } from "./steer-queue.ts";
import { logStep, nowUnderLock } from "./steps-of-queue.ts";

const AT_ONCE = 20;
/** An admission is extended by so much at a time. */
const EXTEND_SECONDS = 60;
const LOOK_SECONDS = 1;
const LOOK_SELDOM_SECONDS = 5;
/** After a pause of all processes no crowd is called at once. */
const MOST_SECONDS = 5;
/** Of all seats; fewer free ones are FEW. */
const FEW_SHARE = 0.1;

/** A queue that could not be looked after is looked at again after this time; the others go on. */
const AFTER_FAILURE_SECONDS = 5;

/** Intervals until the next queue is due, for the recurring jobs. */
export const NEXT_QUEUE = sql`select min(next_at) - app_now() from queue where next_at is not null and state <> 'DRAWING'`;
export const NEXT_DRAW = sql`select min(next_at) - app_now() from queue where next_at is not null and state = 'DRAWING'`;

export interface ServingDeps {
  seeds: SealedSeeds;
  draw: Drawing;
  load(): HoldLoad;
}

/** Returns how many queues it has looked after. @throws AggregateError at the end, for those that failed */
export function serveQueues(database: Database, { load }: Pick<ServingDeps, "load">): Promise<number> {
  const due = sql`select event_id from queue where next_at <= app_now() and state <> 'DRAWING' order by next_at limit ${AT_ONCE}`;
  return eachOf(database, due, (eventId) => database.transaction((tx) => serve(tx, eventId, load())));
}

/** The same, for draws. */
export function drawQueues(database: Database, { seeds, draw }: Omit<ServingDeps, "load">): Promise<number> {
  const due = sql`select event_id from queue where next_at <= app_now() and state = 'DRAWING' order by next_at limit 1`;
  return eachOf(database, due, (eventId) => drawQueue(database, seeds, draw, eventId));
}

async function eachOf(database: Database, due: Sql, work: (eventId: string) => Promise<unknown>): Promise<number> {
  const found = await rows<{ eventId: string }>(database.read(), due);
  const failures: unknown[] = [];
  for (const { eventId } of found) {
    try {
      await work(eventId);
    } catch (error) {
      failures.push(error);
      await rows(
        database.read(),
        sql`update queue set next_at = app_now() + make_interval(secs => ${AFTER_FAILURE_SECONDS}::int)
            where event_id = ${eventId}::uuid and next_at <= app_now()`,
      );
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Queues could not be looked after.");
  return found.length;
}

interface Due
  extends
    LockedQueue,
    Pick<InletState, "maxActive" | "perSecond" | "capLoad" | "seatsEach" | "showShare" | "lastRank"> {
  perMinute: number;
  admitted: number;
  windowServing: number;
  windowAdmitted: number;
  windowFree: number;
  windowMs: number | null;
  /** Seconds since it was due. */
  late: number;
}

interface Seats {
  free: number;
  held: number;
  total: number;
  isOver: boolean;
}

async function serve(tx: Tx, eventId: string, load: HoldLoad): Promise<void> {
  const locked = await row<Omit<Due, "now">>(
    tx,
    sql`select event_id, organization_id, state, serving, active, step_seq, step_hash, max_active, per_second, cap_load, seats_each, show_share, last_rank,
          per_minute, admitted, window_serving, window_admitted, window_free,
          (extract(epoch from (app_now() - window_at)) * 1000)::float8 as window_ms, extract(epoch from (app_now() - next_at))::float8 as late
        from queue where event_id = ${eventId}::uuid and next_at <= app_now() for update`,
  );
  if (!locked) return;
  const queue = { ...locked, now: await nowUnderLock(tx, eventId) };
  if (queue.state === "DRAWING" || queue.state === "CLOSED") return;
  const seats = await seatsOf(tx, eventId);
  if (seats.isOver) return closeQueue(tx, queue, "INLET");
  if (queue.state === "ANNOUNCED") return closeEntries(tx, eventId);
  const active = await endAdmissions(tx, queue);
  await call(tx, { ...queue, active }, seats, load);
  reach("queue served, not committed");
}

async function endAdmissions(tx: Tx, { eventId, now }: Due): Promise<number> {
  const ended = await row<{ active: number }>(
    tx,
    sql`select end_admissions(${eventId}::uuid, ${now}, ${EXTEND_SECONDS}::int) as active`,
  );
  return ended!.active;
}

async function seatsOf(tx: Tx, eventId: string): Promise<Seats> {
  const found = await row<Seats>(
    tx,
    sql`select coalesce(sum(t.available), 0)::int as free, coalesce(sum(t.held), 0)::int as held,
          coalesce(sum(t.available + t.held + t.sold + t.blocked), 0)::int as total,
          coalesce(bool_or(s.state = 'CLOSED' or s.sales_end_at <= app_now()), true) as is_over
        from sale s left join sale_tier t using (event_id) where s.event_id = ${eventId}::uuid`,
  );
  return found!;
}

const toldOf = ({ free, held, total }: Seats): QueueSeats => {
  if (free === 0) return held === 0 ? "NONE" : "ALL_HELD";
  return free < FEW_SHARE * total ? "FEW" : "MANY";
};

async function call(tx: Tx, queue: Due, seats: Seats, load: HoldLoad): Promise<void> {
  const { eventId, serving, active, state, lastRank, admitted, now, windowMs } = queue;
  const isPaused = state === "PAUSED";
  const window = {
    called: serving - queue.windowServing,
    came: admitted - queue.windowAdmitted,
    taken: queue.windowFree - seats.free,
  };
  const seconds = Math.min(MOST_SECONDS, LOOK_SECONDS + Math.max(0, queue.late));
  const step = inletStep({ ...queue, ...window, free: seats.free }, load, seconds);
  const called = isPaused ? 0 : step.call;
  if (called > 0)
    await logStep(tx, queue, { serving: serving + called, active, reason: step.limit, by: "INLET", at: now });
  const isWindowOver = windowMs === null || windowMs >= WINDOW_MS;
  const { showShare, seatsEach } = isWindowOver && windowMs !== null ? learned(queue, window) : queue;
  const told = toldOf(seats);
  const isQuiet = isPaused || told === "NONE" || (serving + called >= lastRank && active === 0);
  const perMinute = 0.9 * queue.perMinute + 0.1 * ((60 * called) / seconds);
  const next: StoredQueueState = isPaused ? "PAUSED" : told === "NONE" ? "SOLD_OUT" : "SERVING";
  await rows(
    tx,
    sql`update queue set state = ${next}, active = ${active}, seats = ${told}, cap_load = ${step.capLoad}, per_minute = ${perMinute}::float8,
          show_share = ${showShare}::float8, seats_each = ${seatsEach}::float8,
          window_at = case when ${isWindowOver}::boolean then ${now} else window_at end,
          window_serving = case when ${isWindowOver}::boolean then serving else window_serving end,
          window_admitted = case when ${isWindowOver}::boolean then admitted else window_admitted end,
          window_free = case when ${isWindowOver}::boolean then ${seats.free}::int else window_free end,
          changed_at = ${now}, next_at = app_now() + make_interval(secs => ${isQuiet ? LOOK_SELDOM_SECONDS : LOOK_SECONDS}::int)
        where event_id = ${eventId}::uuid`,
  );
}
