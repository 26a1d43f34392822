// Reconciliation runs: one at a time, each stored with its discrepancies. The lock and the next run's time concern no table, so they are SQL.
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { unnested } from "../../../platform/postgres/statements.ts";
import type { Reconciliation } from "../entities/reconciliation.ts";
import type { FoundDiscrepancy } from "../entities/discrepancy.ts";
import { statement } from "../entities/tables.ts";
import { JOBS } from "../job-names.ts";
import { audit } from "./audit.ts";

/** Time of the nightly run, in UTC. */
const NIGHTLY_AT = "3 hours";

/** Schedules the next nightly run. Idempotent: every process schedules the same job. */
export async function scheduleNightly(tx: Tx): Promise<void> {
  const next = await row<{ at: Date }>(
    tx,
    sql`select date_trunc('day', app_now() at time zone 'UTC' - ${NIGHTLY_AT}::interval + interval '1 day') at time zone 'UTC' + ${NIGHTLY_AT}::interval as at`,
  );
  await schedule(tx, "payments", JOBS.nightlyReconciliation, "books", {}, { at: next!.at });
}

const openReconciliation = statement((db) => db.selectFrom("books_check").selectAll().where("finishedAt", "is", null));

/** Whole milliseconds, the precision of cursors. */
const NOW = "date_trunc('milliseconds', app_now())";

const newCheck = statement((db, { id }: { id: string }, { sql: by }) =>
  db
    .insertInto("books_check")
    .values({ id, startedAt: by.raw<Date>(NOW) })
    .returningAll(),
);

/** Starts a reconciliation, or returns the one in progress. */
export async function beginReconciliation(tx: Tx, { isNightly = false } = {}): Promise<Reconciliation> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtext('books_check'))`);
  const open = await openReconciliation.row(tx, {});
  if (open) return open;
  const made = (await newCheck.row(tx, { id: uuid() }))!;
  await schedule(tx, "payments", JOBS.check, "books", { checkId: made.id });
  if (!isNightly) await audit(tx, { organizationId: null, action: "reconcile", subject: made.id });
  return made;
}

interface Found {
  checkId: string;
  ids: string[];
  kinds: FoundDiscrepancy["kind"][];
  subjects: string[];
  paymentIds: (string | null)[];
  orderIds: (string | null)[];
  details: string[];
}

const foundAgain = statement((db, of: Found, building) =>
  db
    .insertInto("books_finding")
    .columns(["id", "kind", "subject", "paymentId", "orderId", "detail", "foundAt", "lastCheckId"])
    .expression(
      db
        .selectFrom(
          unnested(building, "found", {
            id: ["uuid", of.ids],
            kind: ["text", of.kinds],
            subject: ["text", of.subjects],
            payment: ["uuid", of.paymentIds],
            order: ["uuid", of.orderIds],
            detail: ["text", of.details],
          }),
        )
        .select([
          "found.id",
          "found.kind",
          "found.subject",
          "found.payment",
          "found.order",
          "found.detail",
          building.sql.raw<Date>(NOW).as("at"),
          building.sql<string>`${of.checkId}::uuid`.as("check"),
        ]),
    )
    .onConflict((known) =>
      known
        .columns(["kind", "subject"])
        .where("resolvedAt", "is", null)
        .doUpdateSet((news) => ({
          detail: news.ref("excluded.detail"),
          lastCheckId: news.ref("excluded.lastCheckId"),
        })),
    ),
);

const resolved = statement((db, { checkId }: { checkId: string }, { sql: by }) =>
  db
    .updateTable("books_finding")
    .set({ resolvedAt: by.raw<Date>(NOW) })
    .where("resolvedAt", "is", null)
    .where("lastCheckId", "<>", checkId),
);

const finished = statement((db, { checkId, payments }: { checkId: string; payments: number }, { sql: by }) =>
  db
    .updateTable("books_check")
    .set({ finishedAt: by.raw<Date>(NOW), payments })
    .where("id", "=", checkId),
);

/** Updates known discrepancies, and resolves those that were not found again. */
export async function recordDiscrepancies(
  tx: Tx,
  checkId: string,
  payments: number,
  found: FoundDiscrepancy[],
): Promise<void> {
  const each = [...new Map(found.map((one) => [`${one.kind} ${one.subject}`, one])).values()];
  const of = <Name extends keyof FoundDiscrepancy>(name: Name) => each.map((one) => one[name]);
  if (each.length > 0)
    await foundAgain.change(tx, {
      checkId,
      ids: each.map(() => uuid()),
      kinds: of("kind"),
      subjects: of("subject"),
      paymentIds: of("paymentId"),
      orderIds: of("orderId"),
      details: of("detail"),
    });
  await resolved.change(tx, { checkId });
  await finished.change(tx, { checkId, payments });
}
