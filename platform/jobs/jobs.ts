// Jobs: a row with a lease and a checkpoint. If a worker dies, its lease expires and another takes over. A worker that only slept finds its
// lease lost, so two never complete one step.
import { randomUUID } from "node:crypto";
import { withCorrelation } from "../telemetry/correlation.ts";
import { afterCommit, type Database, type Tx } from "../postgres/database.ts";
import { createAlarm, POLL_MS, whileDue, type Alarm, type DueWork } from "./due.ts";
import { RefusedForGood } from "../core/errors.ts";
import { change, row, rows, sql, type Sql } from "../postgres/sql.ts";
import type { Logger } from "../telemetry/logger.ts";
import { reach } from "../core/fault-points.ts";

export interface Job<Body = unknown> {
  id: string;
  kind: string;
  key: string;
  body: Body;
  attempts: number;
}

export interface JobContext {
  database: Database;
  logger: Logger;
  /** Ends the job in `tx`, together with its effect. @throws LeaseLost if another worker has taken over. */
  complete(tx: Tx): Promise<void>;
  /** Saves the job's progress in `tx`. @throws LeaseLost */
  keep(tx: Tx): Promise<void>;
  /** Reschedules the job: its precondition is not met yet. @throws LeaseLost */
  postpone(tx: Tx, until: Sql): Promise<void>;
}

/** Moments for `postpone`. */
export const inSeconds = (seconds: number): Sql => sql`app_now() + ${`${seconds} s`}::interval`;
export const atDate = (date: Date): Sql => sql`${date}::timestamptz`;

export interface JobKind {
  kind: string;
  /** For calls to an external service that may be slow: it has its own concurrency limit (bulkhead). */
  isExternal?: boolean;
  /**
   * After this many attempts it is a dead letter. Absent: it is retried without limit, with growing backoff, for jobs that must not be lost
   * or end by themselves. A permanent refusal by another subgraph makes it a dead letter at once.
   */
  mostAttempts?: number;
  /** Runs outside any transaction; must end with `context.complete(tx)`, or the job is run again. */
  run(context: JobContext, job: Job<never>): Promise<void>;
}

/** Recurring work, at intervals or when rows fall due, in whichever process gets the lock. */
export interface RecurringJob {
  name: string;
  every: { ms: number } | Pick<DueWork, "next" | "gatherMs">;
  /** Answers with how much there was to do. */
  run(database: Database, logger: Logger): Promise<number>;
}

export class LeaseLost extends Error {}

/** Lease duration: this long after a worker has died or stopped, another takes over. */
const LEASE_SECONDS = 5;
/** Interval of lease renewal of a running job. */
const RENEW_MS = 1_500;
/** After this many failures the backoff is longer, and the job counts as failing. That takes some six minutes. */
export const OFTEN = 20;
const OFTEN_SECONDS = 30;
const RARELY_SECONDS = 120;
const CONCURRENCY = 8;
const EXTERNAL_CONCURRENCY = 2;
const RUNNING_WITHIN_MS = 10_000;

/** 0.2, 0.4, 0.8 …, with 25% jitter, so that jobs that failed together are not all retried together. */
export function jobBackOffSeconds(attempts: number, random = Math.random()): number {
  const atMost = attempts < OFTEN ? OFTEN_SECONDS : RARELY_SECONDS;
  return Math.min(atMost, 0.1 * 2 ** attempts) * (0.75 + random / 2);
}

let wakers: { subgraph: string; wakeUp: (kind: string) => void }[] = [];

/** Schedules a job for when `tx` commits. A kind and key identify one job: a second schedule changes only a dead letter. */
export async function schedule(
  tx: Tx,
  subgraph: string,
  kind: string,
  key: string,
  body: unknown,
  options: { inSeconds?: number; at?: Date } = {},
): Promise<void> {
  await scheduleMany(tx, subgraph, kind, [{ key, body }], options);
}

/** The same for several jobs of a kind, in one statement. Of several with one key the first counts. */
export async function scheduleMany(
  tx: Tx,
  subgraph: string,
  kind: string,
  jobs: { key: string; body: unknown }[],
  options: { inSeconds?: number; at?: Date } = {},
): Promise<void> {
  if (jobs.length === 0) return;
  const runAt = options.at
    ? sql`${options.at}::timestamptz`
    : sql`app_now() + ${`${options.inSeconds ?? 0} s`}::interval`;
  await rows(
    tx,
    sql`insert into job (id, kind, key, body, run_at)
        select gen_random_uuid(), ${kind}, key, body::jsonb, ${runAt}
        from (select distinct on (key) key, body
              from unnest(${jobs.map(({ key }) => key)}::text[], ${jobs.map(({ body }) => JSON.stringify(body))}::text[]) with ordinality as j(key, body, n)
              order by key, n) j
        on conflict (kind, key) do update set body = excluded.body, run_at = excluded.run_at, attempts = 0, given_up_at = null, last_error = null
        where job.given_up_at is not null`,
  );
  afterCommit(tx, () => {
    for (const entry of wakers) if (entry.subgraph === subgraph) entry.wakeUp(kind);
  });
}

export async function unschedule(tx: Tx, kind: string, key: string): Promise<void> {
  await rows(tx, sql`delete from job where kind = ${kind} and key = ${key}`);
}

export interface JobRunner {
  /** Jobs that are due now or being run. */
  due(): Promise<number>;
  /** Whether it has polled for jobs recently. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

export function startJobs(options: {
  subgraph: string;
  database: Database;
  kinds: JobKind[];
  recurring: RecurringJob[];
  logger: Logger;
}): JobRunner {
  const { subgraph, database, kinds, recurring, logger } = options;
  const worker = randomUUID();
  const running = new Map<string, { since: number; done: Promise<void> }>();
  const external = kinds.filter(({ isExternal }) => isExternal).map(({ kind }) => kind);
  const alarms = { work: createAlarm(), external: createAlarm() };
  let stopped = false;
  let lookedAt = -Infinity;
  const looked = () => void (lookedAt = performance.now());
  const entry = { subgraph, wakeUp: (kind: string) => alarms[external.includes(kind) ? "external" : "work"].ring() };
  wakers.push(entry);

  /** A run whose lease has expired ends before this process runs its job again: a claim of the same worker would not fence it off. */
  const notRunning = () => sql`id <> all(${[...running.keys()]}::uuid[])`;

  async function claim(which: Sql, limit: number): Promise<Job[]> {
    return rows<Job>(
      database.read(),
      sql`update job set worker = ${worker}, lease_until = now() + ${`${LEASE_SECONDS} s`}::interval, attempts = attempts + 1
          where id in (select id from job where run_at <= app_now() and (lease_until is null or lease_until < now()) and ${which} and ${notRunning()}
                       order by run_at limit ${limit} for update skip locked)
          returning id, kind, key, body, attempts`,
    );
  }

  /** Time until the next job, or the end of another process's lease. */
  const untilNext = (which: Sql) =>
    sql`select least((select min(run_at) from job where run_at > app_now() and run_at < 'infinity' and ${which}) - app_now(),
          (select min(coalesce(lease_until, now())) from job where run_at <= app_now() and ${which} and ${notRunning()}) - now())`;

  async function runOne(job: Job): Promise<void> {
    const kind = kinds.find((candidate) => candidate.kind === job.kind);
    try {
      reach(`job claimed: ${job.kind}`);
      if (!kind) throw new Error(`Unknown kind of job: ${job.kind}.`);
      await withCorrelation(job.id, () =>
        kind.run(
          {
            database,
            logger,
            complete: (tx) => complete(tx, job),
            keep: (tx) => keep(tx, job),
            postpone: (tx, until) => postpone(tx, job, until),
          },
          job as Job<never>,
        ),
      );
      reach(`job written: ${job.kind}`);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      const isGivenUp = error instanceof RefusedForGood || job.attempts >= (kind?.mostAttempts ?? Infinity);
      const about = { job: job.kind, key: job.key, attempts: job.attempts, err: error };
      const seconds = jobBackOffSeconds(job.attempts);
      if (isGivenUp) logger.error(about, "dead letter: the job failed all retries, see `npm run dead-letters`");
      else logger.warn({ ...about, retryInSeconds: seconds }, "job failed: it will be retried");
      const runAt = isGivenUp ? sql`'infinity'::timestamptz` : sql`app_now() + ${`${seconds} s`}::interval`;
      await rows(
        database.read(),
        sql`update job set lease_until = null, worker = null, run_at = ${runAt}, given_up_at = case when ${isGivenUp} then now() end,
              last_error = ${String(error).slice(0, 500)} where id = ${job.id} and worker = ${worker}`,
      ).catch(() => {});
    }
  }

  async function complete(tx: Tx, job: Job): Promise<void> {
    reach(`job done, not written: ${job.kind}`);
    const ended = await change(
      tx,
      sql`delete from job where id = ${job.id} and worker = ${worker} and lease_until > now()`,
    );
    if (ended === 0) throw new LeaseLost(job.kind);
  }

  async function keep(tx: Tx, job: Job): Promise<void> {
    const kept = await change(
      tx,
      sql`update job set lease_until = now() + ${`${LEASE_SECONDS} s`}::interval where id = ${job.id} and worker = ${worker} and lease_until > now()`,
    );
    if (kept === 0) throw new LeaseLost(job.kind);
  }

  async function postpone(tx: Tx, job: Job, until: Sql): Promise<void> {
    const postponed = await change(
      tx,
      sql`update job set run_at = ${until}, lease_until = null, worker = null
          where id = ${job.id} and worker = ${worker} and lease_until > now()`,
    );
    if (postponed === 0) throw new LeaseLost(job.kind);
  }

  /** Runs the jobs that are due, as many at once as it has places. */
  function loop(alarm: Alarm, which: Sql, places: number): Promise<void> {
    const own = new Set<string>();
    const work = async () => {
      const free = stopped ? 0 : places - own.size;
      if (free === 0) return "full";
      const jobs = await claim(which, free);
      for (const job of jobs) {
        own.add(job.id);
        const done = runOne(job).finally(() => {
          own.delete(job.id);
          running.delete(job.id);
          alarm.ring();
        });
        running.set(job.id, { since: performance.now(), done });
      }
      return jobs.length;
    };
    return whileDue(database, alarm, () => stopped && own.size === 0, {
      work,
      next: () => untilNext(which),
      renew,
      looked,
    });
  }

  async function renew(): Promise<number> {
    if (running.size === 0) return POLL_MS;
    const long = [...running].filter(([, { since }]) => performance.now() - since >= RENEW_MS).map(([id]) => id);
    if (long.length > 0)
      await rows(
        database.read(),
        sql`update job set lease_until = now() + ${`${LEASE_SECONDS} s`}::interval where id = any(${long}::uuid[]) and worker = ${worker} and lease_until > now()`,
      );
    return RENEW_MS;
  }

  async function recur({ name, every, run }: RecurringJob, alarm: Alarm): Promise<void> {
    let failures = 0;
    const work = () =>
      run(database, logger).then(
        (done) => ((failures = 0), done),
        (error: unknown) => {
          failures += 1;
          logger.warn({ job: name, err: error }, "recurring job: will try again");
          return 0;
        },
      );
    if ("next" in every) return whileDue(database, alarm, () => stopped, { work, ...every });
    while (!stopped) {
      await work();
      await alarm.sleep(failures === 0 ? every.ms : Math.min(every.ms, jobBackOffSeconds(failures) * 1_000));
    }
  }

  const turns = recurring.map((job) => ({ job, alarm: createAlarm() }));
  const loops = [loop(alarms.work, sql`kind <> all(${external}::text[])`, CONCURRENCY)];
  loops.push(...turns.map(({ job, alarm }) => recur(job, alarm)));
  if (external.length > 0)
    loops.push(loop(alarms.external, sql`kind = any(${external}::text[])`, EXTERNAL_CONCURRENCY));
  return {
    // If all slots are taken it does not poll; each job frees its slot when it ends.
    isRunning: () => running.size > 0 || performance.now() - lookedAt < RUNNING_WITHIN_MS,
    due: async () => {
      const found = await row<{ n: number }>(
        database.read(),
        sql`select count(*)::int as n from job where run_at <= app_now() + interval '2 s'`,
      );
      return found?.n ?? 0;
    },
    stop: async () => {
      stopped = true;
      wakers = wakers.filter((other) => other !== entry);
      for (const alarm of [alarms.work, alarms.external, ...turns.map((turn) => turn.alarm)]) alarm.ring();
      await Promise.all(loops);
    },
  };
}
