// Published events by what their times say, for lists. The conditions are those of `current`, in a form that indexes serve.
import type { Building } from "../../../platform/postgres/statements.ts";
import { allEvents, type EventsFrom } from "../entities/current-event.ts";
import type { Db } from "../entities/tables.ts";

/** Events that have begun and are not over. A subquery without other conditions, because this one is the most selective. */
function eventsUnderWay(db: Db, { sql }: Building): EventsFrom {
  const found = allEvents(db)
    .selectAll("e")
    .where((of) => {
      const overAt = of.fn<Date>("event_over_at", ["e.startsAt", "e.endsAt"]);
      return sql<boolean>`tstzrange(${of.ref("e.startsAt")}, ${overAt}) @> app_now()`;
    })
    .offset(sql.lit(0));
  return db.selectFrom(found.as("e")) as unknown as EventsFrom;
}

/** Events with this stored status. Past events keep it, and must not be read. */
export function notOver(db: Db, stored: "ON_SALE" | "SALES_PAUSED", building: Building): EventsFrom[] {
  return [
    allEvents(db)
      .where("e.status", "=", stored)
      .where((of) => of("e.startsAt", ">", of.fn<Date>("app_now", [])))
      .where((of) => of.not("e.is_past")),
    eventsUnderWay(db, building).where("e.status", "=", stored),
  ];
}

/** Narrow published events to those whose sales have not started, are open, or have ended. */
export const SALES = {
  ANNOUNCED: (from: EventsFrom) =>
    from
      .where((of) => of("e.salesStartAt", ">", of.fn<Date>("app_now", [])))
      .where((of) => of.or([of("e.salesEndAt", "is", null), of("e.salesEndAt", ">", of.fn<Date>("app_now", []))])),
  ON_SALE: (from: EventsFrom) =>
    from
      .where((of) => of.or([of("e.salesStartAt", "is", null), of("e.salesStartAt", "<=", of.fn<Date>("app_now", []))]))
      .where((of) => of.or([of("e.salesEndAt", "is", null), of("e.salesEndAt", ">", of.fn<Date>("app_now", []))])),
  SALES_ENDED: (from: EventsFrom) => from.where((of) => of("e.salesEndAt", "<=", of.fn<Date>("app_now", []))),
};
