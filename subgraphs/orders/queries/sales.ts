// Sales of an organization, by event and day of its time zone.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import { unionAll } from "../../../platform/postgres/statements.ts";
import type { SalesDay } from "../entities/sales-day.ts";
import { statement } from "../entities/tables.ts";

const cursorSchema = z.object({ day: cursorKey.day, eventId: cursorKey.id, currency: cursorKey.text });

interface SalesArgs {
  first?: number | null;
  after?: string | null;
  from?: string | null;
  to?: string | null;
  eventId?: string | null;
}

type Sold = {
  organizationId: string;
  ofEvent: true | null;
  ofEventId: string | null;
  from: string | null;
  to: string | null;
} & Page<z.infer<typeof cursorSchema>>;

const TABLES = ["sales_by_day", "sales_by_zone_day"] as const;

/** One of the tables has the organization's days: days of UTC are left out if its time zone is another. Each part reads no more than a page. */
const sales = statement((db, given: Sold, { sql, has }) => {
  const parts = TABLES.map((table) =>
    db
      .selectFrom(`${table} as s` as "sales_by_day as s")
      .select((of) => sql<string>`${of.ref("s.day")}::text`.as("day"))
      .select(["s.organizationId", "s.eventId", "s.currency", "s.orders", "s.tickets", "s.gross"])
      .select(["s.ticketsReturned", "s.returned"])
      .where("s.organizationId", "=", given.organizationId)
      .$if(table === "sales_by_day", (days) =>
        days.where((of) =>
          of.not(
            of.exists(
              of
                .selectFrom("organization_zone as z")
                .select("z.organizationId")
                .where("z.organizationId", "=", given.organizationId)
                .where("z.countedZone", "<>", "UTC"),
            ),
          ),
        ),
      )
      .$if(has("ofEvent"), (days) => days.where("s.eventId", "=", given.ofEventId))
      .$if(has("from"), (days) => days.where("s.day", ">=", given.from!))
      .$if(has("to"), (days) => days.where("s.day", "<", given.to!))
      .$if(has("day"), (days) =>
        days.where((of) =>
          of(
            of.refTuple("s.day", "s.eventId", "s.currency"),
            "<",
            sql<[string, string, string]>`(${given.day}::date, ${given.eventId}::uuid, ${given.currency})`,
          ),
        ),
      )
      .$if(has("limit"), (days) =>
        days.orderBy("s.day", "desc").orderBy("s.eventId", "desc").orderBy("s.currency", "desc").limit(given.limit!),
      ),
  );
  return db
    .selectFrom(unionAll(db, parts).as("listed"))
    .selectAll()
    .$if(has("limit"), (days) => days.orderBy(sql`day desc, event_id desc, currency desc`).limit(given.limit!));
});

/** Newest day first. */
export async function salesOf(
  database: Database,
  organizationId: string,
  { eventId, from = null, to = null, ...args }: SalesArgs,
): Promise<Connection<SalesDay>> {
  const request = pageRequest(args, cursorSchema);
  // A malformed ID matches no event.
  const event =
    eventId == null ? { ofEvent: null, ofEventId: null } : { ofEvent: true as const, ofEventId: uuidOrNull(eventId) };
  const of = { organizationId, ...event, from, to };
  const em = database.read();
  return connectionOf(
    await sales.rows(em, { ...of, ...pageOf(request) }),
    request,
    () => sales.count(em, of),
    ({ day, eventId, currency }) => ({ day, eventId, currency }),
  );
}
