// Exports of a person's own data: requested once a day, and collected page by page from all subgraphs.
import { unauthenticated } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EXPORT_KEPT, type ExportPart } from "../entities/data-export.ts";
import { statement } from "../entities/tables.ts";
import { UserEntity } from "../entities/user.ts";
import { EXPORT_JOB, EXPORT_MAIL_JOB } from "../job-names.ts";

export const keptExports = keptFor("data_export", "requested_at", EXPORT_KEPT);

/** Interval between two exports of a person. */
const INTERVAL = "24 hours";

const recentExport = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .selectFrom("data_export")
    .select("id")
    .where("userId", "=", userId)
    .where("requestedAt", ">", sql<Date>`app_now() - ${INTERVAL}::interval`),
);

const newExport = statement((db, { id, userId }: { id: string; userId: string }, { sql }) =>
  db.insertInto("data_export").values({ id, userId, requestedAt: sql`date_trunc('milliseconds', app_now())` }),
);

/** Requests an export, unless one was requested in the last 24 hours: then nothing changes. */
export async function requestExport(tx: Tx, userId: string): Promise<void> {
  const owner = await tx.findOne(UserEntity, { id: userId, status: "ACTIVE" }, LOCKED);
  if (!owner) throw unauthenticated(); // erased or suspended in the meantime
  if (await recentExport.row(tx, { userId })) return;
  const id = uuid();
  await newExport.change(tx, { id, userId });
  await schedule(tx, "users", EXPORT_JOB, id, { exportId: id });
}

const addPart = statement((db, of: ExportPart & { exportId: string }) =>
  db
    .insertInto("data_export_part")
    .values({
      exportId: of.exportId,
      subgraph: of.subgraph,
      no: of.no,
      tableName: of.tableName,
      sealed: of.sealed,
      next: of.next,
    })
    .onConflict((known) => known.doNothing()),
);

export async function keepPart(
  tx: Tx,
  exportId: string,
  { subgraph, no, tableName, sealed, next }: ExportPart,
): Promise<void> {
  await addPart.change(tx, { exportId, subgraph, no, tableName, sealed, next });
}

const finish = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("data_export")
    .set({ readyAt: sql`date_trunc('milliseconds', app_now())` })
    .where("id", "=", id)
    .where("readyAt", "is", null),
);

/** Marks the export as ready, and schedules the mail. Idempotent. */
export async function finishExport(tx: Tx, exportId: string): Promise<void> {
  if ((await finish.change(tx, { id: exportId })) > 0)
    await schedule(tx, "users", EXPORT_MAIL_JOB, exportId, { exportId });
}
