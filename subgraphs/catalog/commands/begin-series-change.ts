// Begins a change of all coming dates of a series: each is a job with its own outcome (workflows/change-series.ts).
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { scheduleMany } from "../../../platform/jobs/jobs.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { allEvents } from "../entities/current-event.ts";
import { SeriesEntity } from "../entities/series.ts";
import type { SeriesAction } from "../entities/series-change.ts";
import { statement } from "../entities/tables.ts";
import { CHANGE_SERIES } from "../job-names.ts";
import { audit } from "./audit.ts";

export const keptSeriesChanges = keptFor("series_change", "created_at", "90 days");

const MUTATIONS: Record<SeriesAction, string> = {
  PUBLISH: "publishSeries",
  UPDATE: "updateSeries",
  CANCEL: "cancelSeries",
};

export interface NewSeriesChange {
  seriesId: string;
  action: SeriesAction;
  /** What each date becomes; kept as JSON. */
  change: object;
  idempotencyKey: string;
}

/** Drafts to publish, or whatever is not over or cancelled. */
const dates = statement((db, { seriesId, statuses }: { seriesId: string; statuses: readonly string[] }, { sql }) =>
  allEvents(db)
    .select("e.id as id")
    .where("e.seriesId", "=", seriesId)
    .where(sql<boolean>`e.status = any(${statuses}::text[])`)
    .where((of) => of(of.fn<Date>("event_over_at", ["e.startsAt", "e.endsAt"]), ">", of.fn<Date>("app_now", [])))
    .orderBy("e.startsAt")
    .orderBy("e.id"),
);

const addChange = statement((db, of: { id: string; seriesId: string; action: SeriesAction; change: string }, { sql }) =>
  db.insertInto("series_change").values({
    id: of.id,
    seriesId: of.seriesId,
    action: of.action,
    change: sql`${of.change}::jsonb`,
    createdAt: sql`date_trunc('milliseconds', app_now())`,
  }),
);

const addSteps = statement((db, of: { id: string; eventIds: readonly string[] }, { sql }) =>
  db
    .insertInto("series_change_date")
    .columns(["changeId", "eventId"])
    .expression((from) =>
      from
        .selectFrom(sql<{ eventId: string }>`unnest(${of.eventIds}::uuid[])`.as<"given">(sql`given("eventId")`))
        .select([sql<string>`${of.id}::uuid`.as("changeId"), "given.eventId as eventId"]),
    ),
);

/** Returns the id of the change. Refusals: NotFound, IdempotencyKeyReused */
export async function beginSeriesChange(
  tx: Tx,
  userId: string,
  { seriesId, action, change, idempotencyKey: key }: NewSeriesChange,
): Promise<Outcome> {
  const request = { userId, mutation: `series ${action}`, key, input: { seriesId, change } };
  return once(tx, request, async () => {
    const series = await tx.findOne(SeriesEntity, { id: seriesId }, LOCKED);
    if (!series) throw new NotFound("series");
    const statuses = action === "PUBLISH" ? ["DRAFT"] : ["DRAFT", "ON_SALE", "SALES_PAUSED"];
    const eventIds = (await dates.rows(tx, { seriesId, statuses })).map(({ id: one }) => one);
    const id = uuid();
    await addChange.change(tx, { id, seriesId, action, change: JSON.stringify(change) });
    await addSteps.change(tx, { id, eventIds });
    const jobs = eventIds.map((eventId) => ({ key: `${id} ${eventId}`, body: { changeId: id, eventId } }));
    await scheduleMany(tx, "catalog", CHANGE_SERIES, jobs);
    const { organizationId } = series;
    const detail = { dates: eventIds.length };
    const { reason = null } = change as { reason?: string | null };
    await audit(tx, { organizationId, action: MUTATIONS[action], subject: seriesId, detail, reason });
    return id;
  });
}
