// Waits for due rows: a timer for the next known row, and a slow poll for rows that other processes have written.
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "../postgres/database.ts";
import { row, sql, type Sql } from "../postgres/sql.ts";

/** Maximum delay until rows of other processes are found. */
export const POLL_MS = 4_000;
/** Pause while the database is unavailable. */
const RETRY_MS = 1_000;
const GATHER_MS = 20;

/** How long from now; 0 where something is due. `next`: a query for the interval until then, null if nothing is planned. */
export async function dueInMs(database: Database, next: Sql): Promise<number> {
  const found = await row<{ ms: number | null }>(
    database.read(),
    sql`select (extract(epoch from (${next})) * 1000)::float8 as ms`,
  );
  return Math.max(found?.ms ?? Infinity, 0);
}

export interface Alarm {
  /**
   * Sleeps until it is woken, or the time is over. A wake-up since the last sleep ends the next one at once. Returns whether it was woken.
   */
  sleep(ms: number): Promise<boolean>;
  ring(): void;
}

export function createAlarm(): Alarm {
  let hasRung = false;
  let wake = () => {};
  return {
    sleep: async (ms) => {
      if (!hasRung) {
        const ended = new AbortController();
        wake = () => ended.abort();
        await delay(ms, undefined, { signal: ended.signal }).catch(() => {});
        wake = () => {};
      }
      const rang = hasRung;
      hasRung = false;
      return rang;
    },
    ring: () => {
      hasRung = true;
      wake();
    },
  };
}

export interface DueWork {
  /** Answers with how much there was; "full" if it has no room for any, and will ring when it has. */
  work(): Promise<number | "full">;
  /** A query for the interval until there is more, null if nothing is planned. */
  next(): Sql;
  /** Rows that fall due within this time are processed together. */
  gatherMs?: number;
  /** Renews the leases of running work; returns the milliseconds until it must be called again. */
  renew?(): Promise<number>;
  /** The database has answered. */
  looked?(): void;
}

const waiting = new Set<Alarm>();

/** For tests that change the clock of the database. */
export function lookNow(): void {
  for (const alarm of waiting) alarm.ring();
}

/** Processes due rows in a loop. A poll that finds nothing due costs one statement. */
export async function whileDue(
  database: Database,
  alarm: Alarm,
  isStopped: () => boolean,
  { work, next, gatherMs = GATHER_MS, renew = async () => POLL_MS, looked = () => {} }: DueWork,
): Promise<void> {
  let isDue = true;
  waiting.add(alarm);
  while (!isStopped()) {
    try {
      const atMostMs = await renew();
      const done = isDue ? await work() : 0;
      if (done !== 0) {
        looked();
        if (done === "full") await alarm.sleep(atMostMs);
        continue;
      }
      const ms = await dueInMs(database, next());
      looked();
      const hasRung = await alarm.sleep(Math.max(Math.min(ms, atMostMs), gatherMs));
      isDue = hasRung || ms <= atMostMs;
    } catch {
      await alarm.sleep(RETRY_MS);
      isDue = true;
    }
  }
  waiting.delete(alarm);
}
