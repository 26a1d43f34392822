// Runs of the check of the books: one at a time, each written down with what it found.
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { BooksCheck } from "../entities/books-check.ts";
import type { Found } from "../entities/books-finding.ts";
import { JOBS } from "../job-names.ts";

/** The hour of the night, in UTC. */
const NIGHTLY_AT = "3 hours";

/** The next night's check. It is one, however many processes ask for it. */
export async function scheduleNightly(tx: Tx): Promise<void> {
  const next = await row<{ at: Date }>(
    tx,
    sql`select date_trunc('day', app_now() at time zone 'UTC' - ${NIGHTLY_AT}::interval + interval '1 day') at time zone 'UTC' + ${NIGHTLY_AT}::interval as at`,
  );
  await schedule(tx, "payments", JOBS.nightlyCheck, "books", {}, { at: next!.at });
}

/** Begins a check now; the one that is under way, if there is one. */
export async function beginCheck(tx: Tx): Promise<BooksCheck> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtext('books_check'))`);
  const open = await row<BooksCheck>(tx, sql`select * from books_check where finished_at is null`);
  if (open) return open;
  const made = await row<BooksCheck>(
    tx,
    sql`insert into books_check (id, started_at) values (${uuid()}, date_trunc('milliseconds', app_now())) returning *`,
  );
  await schedule(tx, "payments", JOBS.check, "books", { checkId: made!.id });
  return made!;
}

/** What was found before stays the same finding; what is not found any more is resolved. */
export async function recordFindings(tx: Tx, checkId: string, payments: number, found: Found[]): Promise<void> {
  for (const { kind, subject, paymentId, orderId, detail } of found)
    await rows(
      tx,
      sql`insert into books_finding (id, kind, subject, payment_id, order_id, detail, found_at, last_check_id)
          values (${uuid()}, ${kind}, ${subject}, ${paymentId}, ${orderId}, ${detail}, date_trunc('milliseconds', app_now()), ${checkId})
          on conflict (kind, subject) where resolved_at is null do update set detail = excluded.detail, last_check_id = excluded.last_check_id`,
    );
  await rows(
    tx,
    sql`update books_finding set resolved_at = date_trunc('milliseconds', app_now()) where resolved_at is null and last_check_id <> ${checkId}`,
  );
  await rows(
    tx,
    sql`update books_check set finished_at = date_trunc('milliseconds', app_now()), payments = ${payments} where id = ${checkId}`,
  );
}
