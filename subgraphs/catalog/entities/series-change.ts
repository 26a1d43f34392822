import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { SeriesEntity } from "./series.ts";

export type SeriesAction = "PUBLISH" | "CANCEL" | "UPDATE";

/** A change of all coming dates of a series. */
export const SeriesChangeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SeriesChange",
    tableName: "series_change",
    properties: {
      id: p.uuid().primary(),
      seriesId: p.manyToOne(of(SeriesEntity)).mapToPk().name("series_id"),
      action: p.text().$type<SeriesAction>(),
      change: p.json<object>(),
      createdAt: p.datetime(),
    },
  }),
);

export type SeriesChange = Omit<InferEntity<typeof SeriesChangeEntity>, "change">;
