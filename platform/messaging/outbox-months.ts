// The outbox is partitioned by month, so that old messages can be archived and their table dropped at once. A month's ids begin with its
// digits: 202612, then ten digits that count. So IDs contain their month, and the order of IDs is the only order needed. A month begins
// when the sequence is set to its first ID. Until then messages have IDs of the previous month, so an insert never depends on a clock.
import type { Database, Tx } from "../postgres/database.ts";
import { row, rawSql, rows, sql } from "../postgres/sql.ts";
import type { Session } from "../postgres/session.ts";
import type { RecurringJob } from "../jobs/jobs.ts";

export interface Month {
  /** Such as 2026-12; `before` for rows from before there were months. */
  name: string;
  table: string;
  /** First and last ID, inclusive. */
  from: number;
  /** Exclusive. */
  to: number;
}

/** More would go to the next month's table. */
const IDS = 10_000_000_000;
export const BEFORE: Month = { name: "before", table: "outbox_before", from: 0, to: 200_001 * IDS };
/** Number of future months with existing tables. */
const AHEAD = 3;
/** Ids beyond are no safe integers. */
const LAST_YEAR = 9_000;
const EVERY_MS = 60 * 60 * 1_000;
/** Publishers wait as long as this lock does. */
const LOCK_TIMEOUT = "300ms";

/** The month `later` months after the month in these digits. */
function monthOf(digits: number, later = 0): Month {
  const number = (at: number) => Math.floor(at / 12) * 100 + (at % 12) + 1;
  const at = Math.floor(digits / 100) * 12 + (digits % 100) - 1 + later;
  const text = String(number(at));
  return {
    name: `${text.slice(0, -2)}-${text.slice(-2)}`,
    table: `outbox_${text.slice(0, -2)}_${text.slice(-2)}`,
    from: number(at) * IDS,
    to: number(at + 1) * IDS,
  };
}

/** Qualified, because the first schema of the search path may contain functions, and is dropped with its version. */
export const tableOf = ({ table }: Month) => `public.${table}`;

/** Undefined if it is not a month. */
export function monthNamed(name: string): Month | undefined {
  if (name === BEFORE.name) return BEFORE;
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  return month === undefined ? undefined : monthOf(Number(`${year}${month}`));
}

/** By the database's clock, plus `later` months. */
export async function monthNow(session: Session, later = 0): Promise<Month> {
  const found = await row<{ digits: number }>(
    session,
    sql`select to_char(app_now() at time zone 'UTC', 'YYYYMM')::int as digits`,
  );
  return monthOf(found!.digits, later);
}

/** Months with a table, oldest first. */
export async function listMonths(session: Session): Promise<(Month & { bytes: number })[]> {
  const found = await rows<{ table: string; bytes: number }>(
    session,
    sql`select relname as table, pg_total_relation_size(c.oid) as bytes
        from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = 'outbox'::regclass`,
  );
  return found
    .map(({ table, bytes }) => ({ ...monthNamed(table.replace("outbox_", "").replace("_", "-"))!, bytes }))
    .toSorted((one, other) => one.from - other.from);
}

/** Creates the tables of this month and the next ones, and begins this month. @returns the number of changes */
export async function keepMonths(database: Database): Promise<number> {
  const now = await monthNow(database.read());
  if (now.to > LAST_YEAR * 100 * IDS) return 0;
  const there = new Set((await listMonths(database.read())).map(({ table }) => table));
  const digits = now.from / IDS;
  const missing = Array.from({ length: AHEAD + 1 }, (_, later) => monthOf(digits, later)).filter(
    ({ table }) => !there.has(table),
  );
  for (const month of missing) await database.transaction((tx) => addMonth(tx, month));
  return missing.length + ((await hasBegun(database.read(), now)) ? 0 : await begin(database, now));
}

/** Readers and writers continue. */
async function addMonth(tx: Tx, month: Month): Promise<void> {
  const { from, to } = month;
  const table = tableOf(month);
  await rows(tx, rawSql(`set local lock_timeout = '${LOCK_TIMEOUT}'`));
  // One process at a time.
  await rows(tx, sql`lock table only outbox in share update exclusive mode`);
  const found = await row<{ isThere: boolean }>(tx, sql`select to_regclass(${table}) is not null as is_there`);
  if (found!.isThere) return;
  await rows(tx, rawSql(`create table ${table} (like outbox including defaults)`));
  await rows(
    tx,
    rawSql(
      `create trigger outbox_never_emptied before delete or truncate on ${table} for each statement execute function is_never_emptied()`,
    ),
  );
  await rows(tx, rawSql(`alter table outbox attach partition ${table} for values from (${from}) to (${to})`));
}

/** Whether every message from now on is of this month or a later one. */
export async function hasBegun(session: Session, { from }: Month): Promise<boolean> {
  const found = await row<{ last: number }>(
    session,
    sql`select last_value - case when is_called then 0 else 1 end as last from outbox_number`,
  );
  return found!.last >= from - 1;
}

/** After transactions that have drawn an ID have ended, and before others draw one: a past month does not change. */
async function begin(database: Database, month: Month): Promise<number> {
  return database.transaction(async (tx) => {
    await rows(tx, rawSql(`set local lock_timeout = '${LOCK_TIMEOUT}'`));
    await rows(tx, sql`lock table only outbox in share row exclusive mode`);
    if (await hasBegun(tx, month)) return 0;
    await rows(tx, sql`select setval('outbox_number', ${month.from}, false)`);
    return 1;
  });
}

export const keepMonthsAhead: RecurringJob = {
  name: "keep the outbox's months",
  every: { ms: EVERY_MS },
  run: keepMonths,
};
