import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import { EventEntity } from "./event.ts";
import { SeriesChangeEntity } from "./series-change.ts";

/** A date that a change of its series changes. */
export const SeriesChangeDateEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SeriesChangeDate",
    tableName: "series_change_date",
    properties: {
      changeId: p.manyToOne(of(SeriesChangeEntity)).mapToPk().name("change_id").primary(),
      eventId: p.manyToOne(of(EventEntity)).mapToPk().name("event_id").primary(),
      /** Null while it is pending. */
      outcome: p.text().$type<"DONE" | "REFUSED">().nullable(),
      problem: p.text().nullable(),
    },
  }),
);

export type SeriesChangeDate = Loaded<typeof SeriesChangeDateEntity>;
