import { manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { SeriesChange } from "../entities/series-change.ts";
import type { SeriesChangeDate } from "../entities/series-change-date.ts";
import { statement } from "../entities/tables.ts";

const changeById = statement((db, { id }: { id: string }) =>
  db.selectFrom("series_change").select(["id", "seriesId", "action", "createdAt"]).where("id", "=", id),
);

const lastOf = statement((db, { seriesId }: { seriesId: string }) =>
  db
    .selectFrom("series_change")
    .select(["id", "seriesId", "action", "createdAt"])
    .where("seriesId", "=", seriesId)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1),
);

export const seriesChange = (database: Database, id: string): Promise<SeriesChange | undefined> =>
  changeById.row(database.read(), { id });

export const lastSeriesChange = (database: Database, seriesId: string): Promise<SeriesChange | undefined> =>
  lastOf.row(database.read(), { seriesId });

const steps = statement((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom("series_change_date as s")
    .innerJoin("event as e", "e.id", "s.eventId")
    .select(["s.changeId as changeId", "s.eventId as eventId", "s.outcome as outcome", "s.problem as problem"])
    .where((of) => of("s.changeId", "=", of.fn.any(of.val(ids))))
    .orderBy("e.startsAt")
    .orderBy("e.id"),
);

/** Steps of changes, earliest date first. From the primary: a client asks again and again how far it is. */
export const stepsOfChanges = (database: Database) =>
  manyById<SeriesChangeDate>(
    (ids) => steps.rows(database.read(), { ids }),
    ({ changeId }) => changeId,
  );
