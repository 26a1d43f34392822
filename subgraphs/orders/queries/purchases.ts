// Purchases of a buyer.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { Purchase } from "../entities/purchase.ts";
import { statement } from "../entities/tables.ts";

const cursorSchema = z.object({ at: cursorKey.time, orderId: cursorKey.id });

type Bought = { buyerId: string; upcoming: true | null } & Page<z.infer<typeof cursorSchema>>;

const bought = statement((db, given: Bought, { sql, has }) =>
  db
    .selectFrom("bought as b")
    .leftJoin("event_facts as f", "f.eventId", "b.eventId")
    .selectAll("b")
    .select(["f.name as eventName", "f.place", "f.startsAt"])
    .where("b.buyerId", "=", given.buyerId)
    .$if(has("upcoming"), (upcoming) => upcoming.where("f.startsAt", ">", sql<Date>`app_now()`))
    .$if(has("orderId"), (rest) =>
      rest.where((of) =>
        of(
          of.refTuple(has("upcoming") ? "f.startsAt" : "b.confirmedAt", "b.orderId"),
          has("upcoming") ? ">" : "<",
          sql<[Date, string]>`(${given.at}::timestamptz, ${given.orderId}::uuid)`,
        ),
      ),
    )
    .$if(has("limit"), (page) =>
      page
        .innerJoinLateral(
          (returns) =>
            returns
              .selectFrom("bought_return as r")
              .select(({ fn, val }) => [
                fn.coalesce(fn.sum<number>("r.tickets"), val(0)).as("ticketsReturned"),
                fn.coalesce(fn.sum<number>("r.amount"), val(0)).as("returned"),
              ])
              .whereRef("r.orderId", "=", "b.orderId")
              .as("back"),
          (join) => join.onTrue(),
        )
        .select(["back.ticketsReturned", "back.returned"])
        .orderBy(has("upcoming") ? "f.startsAt" : "b.confirmedAt", has("upcoming") ? "asc" : "desc")
        .orderBy("b.orderId", has("upcoming") ? "asc" : "desc")
        .limit(given.limit!),
    )
    .$castTo<Purchase>(),
);

/** Newest first. `upcoming`: only of events that have not begun, soonest first. */
export async function purchasesOf(
  database: Database,
  buyerId: string,
  { upcoming, ...args }: { first?: number | null; after?: string | null; upcoming?: boolean | null },
): Promise<Connection<Purchase>> {
  const request = pageRequest(args, cursorSchema);
  const of = { buyerId, upcoming: upcoming || null };
  const em = database.read();
  return connectionOf(
    await bought.rows(em, { ...of, ...pageOf(request) }),
    request,
    () => bought.count(em, of),
    ({ startsAt, confirmedAt, orderId }) => ({
      at: (upcoming ? startsAt! : confirmedAt).toISOString(),
      orderId,
    }),
  );
}
