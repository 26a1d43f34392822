// Events with their current status: ANNOUNCED, SALES_ENDED and ENDED depend on the time.
import { EVENT_COLUMNS } from "./event.ts";
import { statement, type Db } from "./tables.ts";

export const allEvents = (db: Db) => db.selectFrom("event as e");
export type EventsFrom = ReturnType<typeof allEvents>;

/** Selects the columns of `Event`. */
export const current = (from: EventsFrom) =>
  from.select(EVENT_COLUMNS).select((of) => {
    const overAt = of.fn<Date>("event_over_at", ["e.startsAt", "e.endsAt"]);
    const now = of.fn<Date>("app_now", []);
    const hasEnded = of.and([of("e.status", "in", ["ON_SALE", "SALES_PAUSED"]), of(overAt, "<=", now)]);
    return [
      of
        .case()
        .when(hasEnded)
        .then("ENDED" as const)
        .when(of.and([of("e.status", "=", "ON_SALE"), of("e.salesEndAt", "<=", now)]))
        .then("SALES_ENDED" as const)
        .when(of.and([of("e.status", "=", "ON_SALE"), of("e.salesStartAt", ">", now)]))
        .then("ANNOUNCED" as const)
        .else(of.ref("e.status"))
        .end()
        .as("status"),
      overAt.as("overAt"),
      // An event whose prices an earlier version of the code has fixed is sold with the first version.
      of.fn
        .coalesce(
          "e.venueVersion",
          of
            .case()
            .when(of.or([of.ref("e.published"), of("e.pricing", "is not", null)]))
            .then(1)
            .end(),
        )
        .as("venueVersion"),
    ];
  });

/** Current event, as the transaction sees it. */
export const currentEvent = statement((db, { id }: { id: string }) => current(allEvents(db)).where("e.id", "=", id));
