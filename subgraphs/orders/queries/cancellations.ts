// Progress of an event's cancellation.
import type { Database } from "../../../platform/postgres/database.ts";
import type { EventCancellation } from "../entities/event-cancellation.ts";
import { statement } from "../entities/tables.ts";

const cancellation = statement((db, { eventId }: { eventId: string }) =>
  db
    .selectFrom("cancelled_event as c")
    .innerJoinLateral(
      (refunds) =>
        refunds
          .selectFrom("refund")
          .select(({ fn }) => [
            fn.countAll<number>().as("refunds"),
            fn.countAll<number>().filterWhere("status", "=", "DONE").as("refundsDone"),
            fn.countAll<number>().filterWhere("status", "=", "FAILED").as("refundsFailed"),
            fn.sum<number>("amount").as("toRefund"),
            fn.sum<number>("amount").filterWhere("status", "=", "DONE").as("refunded"),
          ])
          .whereRef("refund.cancelledEventId", "=", "c.eventId")
          .as("r"),
      (join) => join.onTrue(),
    )
    .select(["c.eventId", "c.organizationId", "c.reason", "c.startedAt", "c.orders"])
    .select(["r.refunds", "r.refundsDone", "r.refundsFailed"])
    .select(({ fn, val, eb, selectFrom }) => [
      fn.coalesce("r.toRefund", val(0)).as("toRefund"),
      fn.coalesce("r.refunded", val(0)).as("refunded"),
      eb(
        "c.orders",
        "-",
        selectFrom("purchase as o")
          .select((of) => of.fn.countAll<number>().as("n"))
          .whereRef("o.eventId", "=", "c.eventId")
          .where("o.status", "not in", ["CANCELLED", "EXPIRED", "DECLINED", "REFUNDED"]),
      ).as("ordersDone"),
      fn
        .coalesce(
          selectFrom("purchase as o")
            .select("o.currency")
            .whereRef("o.eventId", "=", "c.eventId")
            .where("o.currency", "is not", null)
            .limit(1),
          val("XXX"),
        )
        .as("currency"),
    ])
    .where("c.eventId", "=", eventId)
    .$castTo<EventCancellation>(),
);

/** Undefined for an event that is not cancelled. */
export function cancellationOf(database: Database, eventId: string): Promise<EventCancellation | undefined> {
  return cancellation.row(database.read(), { eventId });
}
