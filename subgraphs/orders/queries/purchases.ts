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
import type { Building } from "../../../platform/postgres/statements.ts";
import { statement } from "../entities/tables.ts";

const cursorSchema = z.object({ at: cursorKey.time, orderId: cursorKey.id });

type Bought = { buyerId: string; upcoming: true | null } & Page<z.infer<typeof cursorSchema>>;

/** Start of the event that is shown. */
const startsAt = (sql: Building["sql"]) =>
  sql<Date>`coalesce(${sql.ref("next.startsAt")}, ${sql.ref("first.startsAt")})`;

const bought = statement((db, given: Bought, { sql, has }) =>
  db
    .selectFrom("bought as b")
    .leftJoin("event_facts as first", "first.eventId", "b.eventId")
    .leftJoinLateral(
      // Of several events the next one, or else the last one.
      (events) =>
        events
          .selectFrom("event_facts as e")
          .select(["e.eventId", "e.name", "e.place", "e.startsAt"])
          .where(
            (of) =>
              sql<boolean>`${of.ref("b.moreEventIds")} <> '{}' and ${of.ref("e.eventId")} = any(${of.ref("b.eventId")} || ${of.ref("b.moreEventIds")})`,
          )
          .orderBy((of) => sql`case when ${of.ref("e.startsAt")} > app_now() then ${of.ref("e.startsAt")} end`)
          .orderBy("e.startsAt", "desc")
          .limit(1)
          .as("next"),
      (join) => join.onTrue(),
    )
    .selectAll("b")
    .select(({ fn }) => [
      fn.coalesce("next.eventId", "b.eventId").as("shownId"),
      fn.coalesce("next.name", "first.name").as("eventName"),
      fn.coalesce("next.place", "first.place").as("place"),
      startsAt(sql).as("startsAt"),
    ])
    .where("b.buyerId", "=", given.buyerId)
    .$if(has("upcoming"), (upcoming) => upcoming.where(startsAt(sql), ">", sql<Date>`app_now()`))
    .$if(has("orderId"), (rest) =>
      rest.where((of) =>
        of(
          sql<[Date, string]>`(${has("upcoming") ? startsAt(sql) : of.ref("b.confirmedAt")}, ${of.ref("b.orderId")})`,
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
        .orderBy(has("upcoming") ? startsAt(sql) : "b.confirmedAt", has("upcoming") ? "asc" : "desc")
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
