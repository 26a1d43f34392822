// Open obligations of an organization to its buyers: a projection of messages from other subgraphs.
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "./tables.ts";

const owing = statement((db, { organizationId }: { organizationId: string }, { sql }) =>
  db
    .selectFrom("organization as o")
    .select(({ or, exists, selectFrom, eb }) =>
      or([
        eb("o.salesKnown", "=", false),
        exists(
          selectFrom("sold_order as s")
            .select("s.orderId")
            .whereRef("s.organizationId", "=", "o.id")
            .where("s.isSettled", "=", false),
        ),
        exists(
          selectFrom("sold_order as s")
            .innerJoin("open_claim as c", "c.orderId", "s.orderId")
            .select("s.orderId")
            .whereRef("s.organizationId", "=", "o.id")
            .where("c.isSettled", "=", false),
        ),
        exists(
          selectFrom("sold_order as s")
            .leftJoin("event_end as e", "e.eventId", "s.eventId")
            .select("s.eventId")
            .whereRef("s.organizationId", "=", "o.id")
            .where((of) => of.or([of("e.endsAt", "is", null), of("e.endsAt", ">", sql<Date>`app_now()`)]))
            .groupBy("s.eventId")
            .having(
              ({ fn }) => fn.sum<number>("s.tickets"),
              ">",
              ({ fn, val, selectFrom: from }) =>
                fn.coalesce(
                  from("returned_tickets as r")
                    .select((returned) => returned.fn.sum<number>("r.tickets").as("tickets"))
                    .whereRef("r.organizationId", "=", "o.id")
                    .whereRef("r.eventId", "=", "s.eventId"),
                  val(0),
                ),
            ),
        ),
      ]).as("owes"),
    )
    .where("o.id", "=", organizationId),
);

/**
 * Whether there are valid tickets for an event that is not over, or money that is not settled: an open order, refund or dispute. An event
 * with unknown times counts as future. An organization whose sales are not all known counts as having obligations.
 */
export async function owesSomething(em: Tx, organizationId: string): Promise<boolean> {
  return Boolean((await owing.row(em, { organizationId }))?.owes);
}
